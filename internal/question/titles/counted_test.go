package titles

import (
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/question/grammar"
)

func TestCounted(t *testing.T) {
	for _, c := range []struct {
		heading, said string
		value, words  int // words is 0 where nothing is found
	}{
		{"", "", 0, 0},
		{"The 10 Rules", "", 0, 0},
		{"The 10 Rules", "board", 0, 0},
		{"The Rules", "rules", 0, 0},
		{"The 10", "rules", 10, 0},
		{"The X Rules", "rules", 10, 0},
		{"The 10th Rule", "rule", 10, 0},
		{"The 1 Rule", "rule", 1, 0},
		{"The 10 Rules of the Board", "board", 0, 0},
		{"The 10 Rules", "rules", 9, 0},
		{"The 10 Commandments", "commander", 0, 0},
		{"The 10 Rules", "rules", 10, 1},
		{"The Ten Rules of the Board", "rule", 0, 1},
		{"The 10 Commandments", "comandment please", 0, 1},
		{"Five golden rules", "golden rule", 0, 2},
		{"Five golden rules", "rules", 5, 1},
		{"Cancellation within 5 days", "days", 5, 0},
		{"Cancellation within 5 days", "day", 0, 0},
		{"30 Days", "days", 30, 0}, // of which there is no list
		{"Los siete pasos del encendido", "paso 4", 0, 1},
	} {
		d := document.Document{Name: "rules", Text: c.heading + "\n" + strings.Repeat("a\n", 10)}
		at := len(c.heading) + 1
		item := func(from int) document.Paragraph {
			return document.Paragraph{Kind: document.Item, Span: document.Span{Start: from, End: from + 1}}
		}
		var items []document.Paragraph
		for n := range 10 {
			items = append(items, item(at+2*n))
		}
		whole := document.Span{End: len(d.Text)}
		d.Sections = []document.Section{{ID: "s", Kind: document.KindSection, Label: "Rules", Parent: -1, Heading: document.Span{End: len(c.heading)}, Span: whole, Own: whole,
			Paragraphs: items}}
		doc, err := document.New(d)
		if err != nil {
			t.Fatal(err)
		}
		titles := New(doc, func(string) bool { return false }, nil)
		_, n, ok := titles.Counted(grammar.Scan(c.said), c.value)
		if n != c.words || ok != (n > 0) {
			t.Errorf("%q of %q: %d words, %v, want %d", strings.TrimSpace(c.said), c.heading, n, ok, c.words)
		}
	}
}
