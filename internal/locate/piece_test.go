package locate

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/document"
)

func TestMarked(t *testing.T) {
	long := strings.Repeat("Ⅳ the rest of a section of megabytes. ", 100_000)
	for _, tt := range []struct {
		s, code string
		want    bool
	}{
		{"", "b", false},
		{"b", "b", false},
		{"(b", "b", false},
		{"but", "b", false},
		{"b c", "b", false},
		{"\xffb)", "b", false},
		{"②", "1", false},
		{"②", "", false},
		{"② dogs", "2", true},
		{"⑳ cats", "20", true},
		{"(B) the pier", "b", true},
		{"b. the pier", "b", true},
		{"- XVIII) " + long, "xviii", true},
		{"三 船", "三", true},
		{"三、船", "三", true},
		{"İv) x", "i̇v", false},
	} {
		if got := marked(tt.s, []string{tt.code, "zzz"}); got != tt.want {
			t.Errorf("%.20q, %q: %t", tt.s, tt.code, got)
		}
	}
	if n := len(beginning(long, []string{"iv", "xviii"})); n > 20 {
		t.Errorf("%d bytes of a long text are looked at", n)
	}
}

// Sentences are counted through the points of a section, and a section of one has it.
func TestResolveSentence(t *testing.T) {
	const text = "8 One. 81 Two. 82 Three. Four."
	words := func(from, to int, sentences ...document.Span) document.Section {
		all := document.Span{Start: sentences[0].Start, End: sentences[len(sentences)-1].End}
		return document.Section{Parent: 0, Kind: "point", Own: document.Span{Start: from, End: to}, Span: document.Span{Start: from, End: to},
			Paragraphs: []document.Paragraph{{Span: all, Sentences: sentences}}}
	}
	d := document.Document{Name: "law", Text: text, Meta: document.Meta{Levels: []document.Level{{Kind: "article"}, {Kind: "point"}}}, Sections: []document.Section{
		words(0, 7, document.Span{Start: 2, End: 6}),
		words(7, 15, document.Span{Start: 10, End: 14}),
		words(15, 30, document.Span{Start: 18, End: 24}, document.Span{Start: 25, End: 30}),
	}}
	for i, code := range []string{"8", "8.1", "8.2"} {
		s := &d.Sections[i]
		s.ID, s.Label, s.Designation = code, code, document.Designation{Printed: code, Normal: code}
	}
	d.Sections[0].Kind, d.Sections[0].Parent, d.Sections[0].Span.End = "article", -1, 30
	law, err := document.New(d)
	if err != nil {
		t.Fatal(err)
	}
	index := NewIndex(law)
	for _, c := range []struct {
		in, from, to string
		want         string // sections and quotes
	}{
		{"8", "5", "5", "missing of 4"},
		{"8", "0", "1", "missing of 4"},
		{"8.1", "2", "2", "missing of 1"},
		{"8.1", "1", "1", "[1] Two."},
		{"8", "1", "1", "[0] One."},
		{"8", "4", "4", "[2] Four."},
		{"8.2", "2", "2", "[2] Four."},
		{"8", "3", "4", "[2] Three. Four."},
		{"8", "1", "4", "[0 1 2]"},
	} {
		r := Ref{Rule: "number", Role: Sentence, From: c.from, To: c.to, In: &Ref{Rule: "number", From: c.in, To: c.in}}
		index.Resolve(&r)
		got := fmt.Sprint(r.Sections)
		for _, s := range r.Spans {
			got += " " + text[s.Start:s.End]
		}
		if r.Miss != nil {
			got = "missing of " + r.Miss.Last
		}
		if got != c.want {
			t.Errorf("sentences %s to %s of %s: %s, want %s", c.from, c.to, c.in, got, c.want)
		}
	}
}
