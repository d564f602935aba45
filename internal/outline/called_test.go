package outline

import (
	"strings"
	"testing"
)

// TestCallSections: sections with a number alone are called what the text calls them, and
// not by what it counts besides.
func TestCallSections(t *testing.T) {
	const body = "\n\n1. Boats\n\nBoats are let. SAYS1\n\n2. Oars\n\nOars are not. SAYS2\n\n3. Keys\n\nKeys are kept. SAYS3\n"
	for _, c := range []struct {
		name, title, says, want string
	}{
		{"nothing", "The boathouse", "See there.", "Section 1"},
		{"once", "Boat rules", "See rule #.", "Section 1"},
		{"rules", "The boathouse", "See rule 1 and rule #.", "Rule 1"},
		{"of a title in the plural", "Boathouse by-laws", "See by-law 1 and by-law #.", "By-law 1"},
		{"of a title as it stands", "Boathouse version 2", "See version 1 and version #.", "Section 1"},
		{"before a word that is an article elsewhere", "The boathouse", "Under rule 1 and rule # do not row at night.", "Rule 1"},
		{"of another text", "Privacy", "See Article # of the GDPR and Article #(1)(a) GDPR.", "Section 1"},
		{"what a title of rules is about", "Rules for the meeting rooms", "See room 1 and room #.", "Section 1"},
		{"what another title is about", "Plan of the streets", "See street 1 and street #.", "Section 1"},
		{"what is counted besides", "The boathouse", "See table 1 and table #.", "Section 1"},
		{"parts of others", "The boathouse", "See chapter 1 and part #.", "Section 1"},
		{"points of lists", "The boathouse", "See point 1 and paragraph #.", "Section 1"},
		{"numbers that are none of them", "The boathouse", "See rule 1.# and rule 7.", "Section 1"},
	} {
		text := c.title + body
		for _, n := range []string{"1", "2", "3"} {
			says := strings.ReplaceAll(c.says, "#", n)
			if c.name == "once" && n != "1" {
				says = ""
			}
			text = strings.Replace(text, "SAYS"+n, says, 1)
		}
		d := infer(t, text, Hints{})
		var labels []string
		for _, s := range d.Sections {
			labels = append(labels, s.Label)
		}
		if got := strings.Join(labels, ", "); !strings.Contains(got, c.want+",") {
			t.Errorf("%s: %s, want %s among them", c.name, got, c.want)
		}
	}
}

// TestCallStepped: what a text calls paragraphs, of numbers such as 3.2, are some, below
// sections of their own; not where it has other paragraphs.
func TestCallStepped(t *testing.T) {
	const body = "Rules of the boathouse\n\n1. Boats\n\n1.1. Boats are let.\n\n1.2. Oars are not, but for WORD 2.1.\n\n2. Keys\n\n2.1. Keys are kept, see WORD 1.2 and WORD 1.1.\n\n2.2. Locks are oiled.\n"
	for _, c := range []struct{ word, more, want string }{
		{"number", "", "Section 1.1"},
		{"room", "", "Section 1.1"},
		{"section", "", "Section 1.1"},
		{"clause", "", "Clause 1.1"},
		{"point", "", "Point 1.1"},
		{"paragraph", "", "Paragraph 1.1"},
	} {
		d := infer(t, strings.ReplaceAll(body, "WORD", c.word)+c.more, Hints{})
		var labels []string
		for _, s := range d.Sections {
			labels = append(labels, s.Label)
		}
		if got := strings.Join(labels, ", "); !strings.Contains(got, "Section 1, "+c.want+",") {
			t.Errorf("%s: %s, want %s among them", c.word, got, c.want)
		}
	}
}

// TestWordAbove: a number that goes on from that of an article is one of its own.
func TestWordAbove(t *testing.T) {
	for _, c := range []struct{ language, word, want string }{
		{"en", "Article", "Section 2.1"},
		{"en", "Rule", "Rule 2.1"},
		{"fr", "Article", "Article 2.1"},
		{"de", "Artikel", "Artikel 2.1"},
	} {
		d := infer(t, "Boats\n\n"+c.word+" 1\n\nBoats are let.\n\n"+c.word+" 2\n\n2.1. Oars are let.\n\n2.2. Keys are not.\n", Hints{Language: c.language})
		var labels []string
		for _, s := range d.Sections {
			labels = append(labels, s.Label)
		}
		if got := strings.Join(labels, ", "); !strings.Contains(got, c.word+" 2, "+c.want+",") {
			t.Errorf("%s: %s, want %s among them", c.language, got, c.want)
		}
	}
	for _, s := range infer(t, "Boote\n\nErster Artikel\n\nBoote.\n\nZweiter Artikel\n\n2.1. Ruder.\n\n2.2. Segel.\n", Hints{Language: "de"}).Sections {
		if strings.HasPrefix(s.Label, "Zweiter 2") {
			t.Errorf("%s is no label", s.Label)
		}
	}
}
