package layout

import (
	"strings"
	"testing"
)

// TestBoldLines tells headings in bold type from lines of a form and from words that
// introduce others.
func TestBoldLines(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"Signature of the member: ________", "paragraph"},
		{"Bring with you:", "paragraph"},
		{"g", "paragraph"},
		{"PENALTIES:", "heading 1"},
		{"Penalties", "heading 1"},
	} {
		sheet := new(sheetOf).text(70, 60, words(1), full, "ends by one.").put(200, 160, 11, true, c.line).text(70, 190, words(2), full, "ends by two.")
		expect(t, dump(t, nil, sheet), "paragraph p1: "+words(1)+" "+full+" ends by one.", c.want+" p1: "+c.line, "paragraph p1: "+words(2)+" "+full+" ends by two.")
	}
}

// TestCountedLines has a section of one line, as long as the column, with another below it.
func TestCountedLines(t *testing.T) {
	for _, c := range []struct {
		second string
		parted bool
	}{
		{"Section 2 of the rules is read out then by one of the members here.", false},
		{"Section 4. The members wash the boats and dry the oars in the shed.", false},
		{"Section 2. The members wash the boats and dry the oars in the shed.", true},
	} {
		first := "Section 1. The boats are kept in the shed by the river all winter."
		joined := "paragraph p1: " + first + " " + c.second + "\n"
		got := dump(t, nil, new(sheetOf).text(70, 160, first, c.second))
		if parted := !strings.Contains(got, joined); parted != c.parted {
			t.Errorf("%s: got\n%s", c.second, got)
		}
	}
}

// TestPieces has larger type that goes on in lower case below the end of a sentence: no
// headings; and a heading that does not.
func TestPieces(t *testing.T) {
	s := new(sheetOf).put(70, 60, 13, false, "Copies of these rules are kept in the shed. Ask for").put(70, 92, 13, false, "one in May.").
		put(70, 160, 13, false, "Rules of the shed").text(70, 190, full, full, full, "end.")
	if got := dump(t, nil, s); strings.Count(got, "heading") != 1 || !strings.Contains(got, "p1: Rules of the shed") {
		t.Errorf("got\n%s", got)
	}
}

// TestInSentence: a small letter begins a piece of a sentence, but not in Georgian, which has
// them for all that is written.
func TestInSentence(t *testing.T) {
	for s, want := range map[string]bool{"": false, "and of the oars": true, "The boats and oars are washed by all.": true, "Boats and oars": false, "ნავები და ნიჩბები": false} {
		if got := inSentence(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
