package titles

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/document"
)

func TestLettered(t *testing.T) {
	for _, c := range []struct{ headings, letter, want string }{
		{"", "a", ""},
		{"A", "a", ""},
		{"A General/B Rooms", "", ""},
		{"A General/B Rooms", "c", ""},
		{"A General", "a", ""},
		{"B Rooms/A General", "a", ""},
		{"A Rooms/A General", "a", ""},
		{"A guide/a note", "a", ""},
		{"About/Bees", "a", ""},
		{"\xff/A General/B Rooms", "a", "A General"},
		{"A General/B Rooms/K Budget", "k", "K Budget"},
		{"A. General/Notes/B. Rooms", "b", "B. Rooms"},
		{"Α΄ Γενικά/Β΄ Μέλη", "β", "Β΄ Μέλη"},
	} {
		d := document.Document{Name: "rules", Text: strings.ReplaceAll(c.headings, "/", "\n") + "\n"}
		at := 0
		for i, heading := range strings.Split(c.headings, "/") {
			s := document.Span{Start: at, End: at + len(heading)}
			if at = s.End + 1; !s.Empty() {
				d.Sections = append(d.Sections, document.Section{ID: fmt.Sprint("s", i), Kind: document.KindSection, Label: heading, Parent: -1, Heading: s, Span: s, Own: s})
			}
		}
		doc, err := document.New(d)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if r, ok := New(doc, func(string) bool { return false }, nil).Lettered(c.letter); ok {
			got = doc.Heading(r.Sections[0])
		}
		if got != c.want {
			t.Errorf("%q of %q: %q, want %q", c.letter, c.headings, got, c.want)
		}
	}
}
