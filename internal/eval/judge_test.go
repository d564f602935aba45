package eval

import (
	"slices"
	"strings"
	"testing"

	"pincite/internal/answer"
	"pincite/internal/document"
)

const judgedText = "The door is shut\r\n\u3000at ten.\nThe door is shut at ten. The key\nhangs here.The key is old."

func judgedDocument(t *testing.T) *document.Document {
	t.Helper()
	d, err := document.New(document.Document{Name: "door", Text: judgedText})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// reply makes an answer that cites sections, each with the span of words in
// the text, the last place of them.
func reply(t *testing.T, kind answer.Kind, words string, ids ...string) answer.Answer {
	t.Helper()
	at := strings.LastIndex(judgedText, words)
	if at < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	a := answer.Answer{Kind: kind}
	for _, id := range ids {
		a.Citations = append(a.Citations, answer.Citation{ID: id, Span: document.Span{Start: at, End: at + len(words)}, Quote: words})
	}
	return a
}

func TestJudgeAnswerable(t *testing.T) {
	fact := func(sections ...string) Judged { return Judged{Type: "fact", Answerable: true, Sections: sections} }
	lookup := func(sections ...string) Judged {
		return Judged{Type: "lookup", Answerable: true, Sections: sections, Also: []string{"part-1"}}
	}
	tests := []struct {
		name    string
		judged  Judged
		kind    answer.Kind
		cites   string
		rank    float64
		hit3    bool
		refused bool
	}{
		{"nothing found", fact("m-1"), answer.KindNone, "", 0, false, true},
		{"taken for a greeting", fact("m-1"), answer.KindHelp, "", 0, false, true},
		{"wrong", fact("m-1"), answer.KindAnswer, "m-2 m-3", 0, false, false},
		{"fourth", fact("m-1"), answer.KindList, "m-2 m-3 m-4 m-1", 0.25, false, false},
		{"third", fact("m-1"), answer.KindAnswer, "m-2 m-3 m-1", 1. / 3, true, false},
		{"cited twice before", fact("m-1"), answer.KindAnswer, "m-2 m-2 m-1", 0.5, true, false},
		{"first", fact("m-1"), answer.KindAnswer, "m-1 m-2", 1, true, false},
		{"any of several", fact("m-1", "m-2"), answer.KindAnswer, "m-2 m-3", 1, true, false},
		{"right and in doubt", fact("m-1"), answer.KindClosest, "m-1", 1, true, true},
		{"structure", fact(outlineID), answer.KindOutline, "m-1 m-2", 1, true, false},
		{"structure without citations", fact(outlineID), answer.KindOutline, "", 1, true, false},
		{"structure instead", fact("m-1"), answer.KindOutline, "m-1 m-2", 0.5, true, false},
		{"a section instead of the structure", fact(outlineID), answer.KindAnswer, "m-1", 0, false, false},

		{"lookup", lookup("m-1"), answer.KindSection, "m-1", 1, true, false},
		{"lookup of several", lookup("m-1", "m-2"), answer.KindSection, "m-1 m-2", 1, true, false},
		{"lookup out of order", lookup("m-1", "m-2"), answer.KindSection, "m-2 m-1", 0, false, false},
		{"lookup of some", lookup("m-1", "m-2"), answer.KindSection, "m-1", 0, false, false},
		{"lookup of too many", lookup("m-1", "m-2"), answer.KindSection, "m-1 m-2 m-3", 0, false, false},
		{"lookup with what is tolerable", lookup("m-1", "m-2"), answer.KindSection, "m-1 part-1 m-2", 1, true, false},
		{"lookup below what is tolerable", lookup("m-1", "m-2"), answer.KindSection, "part-1 m-1 m-2", 0, false, false},
	}
	d := judgedDocument(t)
	for _, tt := range tests {
		o := judge(d, tt.judged, reply(t, tt.kind, "key", strings.Fields(tt.cites)...))
		if o.Rank != tt.rank || o.Hit1 != (tt.rank == 1) || o.Hit3 != tt.hit3 || o.Refused != tt.refused || o.Confides {
			t.Errorf("%s: %+v", tt.name, o)
		}
	}
}

func TestJudgeUnanswerable(t *testing.T) {
	earnest := Judged{Type: "unanswerable", Also: []string{"m-1"}}
	hostile := Judged{Type: "hostile", Also: []string{"m-1", outlineID}}
	tests := []struct {
		name     string
		judged   Judged
		kind     answer.Kind
		cites    string
		confides bool
	}{
		{"answered", earnest, answer.KindAnswer, "m-2", true},
		{"answered with what is tolerable below", earnest, answer.KindAnswer, "m-1", true},
		{"listed", earnest, answer.KindList, "m-1", true},
		{"closest", earnest, answer.KindClosest, "m-2", false},
		{"none", earnest, answer.KindNone, "", false},
		{"help", earnest, answer.KindHelp, "", false},
		{"hostile, answered", hostile, answer.KindAnswer, "m-2", true},
		{"hostile, answered with more than is tolerable", hostile, answer.KindAnswer, "m-1 m-2", true},
		{"hostile, answered with what is tolerable", hostile, answer.KindSection, "m-1", false},
		{"hostile, the structure", hostile, answer.KindOutline, "", false},
		{"hostile, an answer of nothing", hostile, answer.KindAnswer, "", true},
		{"hostile, none", hostile, answer.KindNone, "", false},
	}
	d := judgedDocument(t)
	for _, tt := range tests {
		o := judge(d, tt.judged, reply(t, tt.kind, "key", strings.Fields(tt.cites)...))
		if o.Confides != tt.confides || o.Refused || o.Hit1 || o.Hit3 || o.Quoted || o.Rank != 0 {
			t.Errorf("%s: %+v", tt.name, o)
		}
	}
}

func TestJudgeQuote(t *testing.T) {
	tests := []struct {
		name, quote, passage string
		want                 bool
	}{
		{"an empty passage", "The key", " \n", false},
		{"a passage that is not in the text", "The key", "the key", false},
		{"side by side", "hangs here.", "The key is", false},
		{"glued where white space is wanted", "The key is", "here. The key", false},
		{"the same", "The key is old.", "The key is old.", true},
		{"the last byte", "is old.", ".", true},
		{"the passage within the quote", "The key is old.", "key", true},
		{"the quote within the passage", "key", "The key is old", true},
		{"an overlap", "here.The", "hangs here.", true},
		{"a line break in the text", "key\nhangs", "The key hangs here", true},
		{"a line break in the passage", "key is", "The  key\n\tis old", true},
		{"in the second place", "shut at ten", "The door is shut at ten.", true},
		{"in the first, over other white space", "shut\r\n\u3000at", "door is shut at", true},
	}
	d := judgedDocument(t)
	for _, tt := range tests {
		j := Judged{Type: "fact", Answerable: true, Sections: []string{"m-1"}, Quotes: []string{"not in the text", tt.passage}}
		if o := judge(d, j, reply(t, answer.KindAnswer, tt.quote, "m-2")); o.Quoted != tt.want {
			t.Errorf("%s: %q of %q: right %t, want %t", tt.name, tt.quote, tt.passage, o.Quoted, tt.want)
		}
	}
}

// TestJudgeQuoteOfSeveral: an outline is one answer made of many headings; of
// other replies the first quote is the answer.
func TestJudgeQuoteOfSeveral(t *testing.T) {
	d := judgedDocument(t)
	j := Judged{Type: "metadata", Answerable: true, Sections: []string{"m-1"}, Quotes: []string{"The key is"}}
	for kind, want := range map[answer.Kind]bool{answer.KindOutline: true, answer.KindList: false, answer.KindAnswer: false} {
		a := reply(t, kind, "The door", "m-1")
		a.Citations = append(a.Citations, reply(t, kind, "key is old", "m-2").Citations...)
		if o := judge(d, j, a); o.Quoted != want {
			t.Errorf("%s: right %t, want %t", kind, o.Quoted, want)
		}
	}
}

func TestEmptyQuoteIsNotRight(t *testing.T) {
	if overlapsAny(judgedDocument(t), document.Span{Start: 2, End: 2}, []string{"The door"}) {
		t.Error("an empty quote inside a passage counts as right")
	}
}

// TestPlaces: a passage may begin inside what looks like its beginning.
func TestPlaces(t *testing.T) {
	if got := find("aab aab", "ab\naab"); !slices.Equal(got, []document.Span{{Start: 1, End: 7}}) {
		t.Errorf("%v", got)
	}
	if got := find("aaa", "aa"); len(got) != 2 {
		t.Errorf("%v, want two places", got)
	}
}

// TestPlacesInMarkup: a quotation as a reader sees it, of a text with markup in it.
func TestPlacesInMarkup(t *testing.T) {
	text := "The <b>door</b> is\nshut. The door is old."
	d, err := document.New(document.Document{Name: "door", Text: text, Markup: []document.Markup{
		{Span: document.Span{Start: 4, End: 7}}, {Span: document.Span{Start: 11, End: 15}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for passage, want := range map[string]string{
		"The door is shut.":   "The <b>door</b> is\nshut.",
		"The <b>door</b> is":  "The <b>door</b> is",
		"The door is old.":    "The door is old.",
		"The window is shut.": "",
	} {
		var got string
		for _, at := range places(d, passage) {
			got += d.Slice(at)
		}
		if got != want {
			t.Errorf("%q is at %q, want %q", passage, got, want)
		}
	}
}
