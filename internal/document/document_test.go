package document

import "testing"

func TestTitle(t *testing.T) {
	const text = "The  Law\n\n1. Of\n  lakes.\n\nText.\n\n2. More text.\n\nDogs."
	d, err := New(Document{Name: "law", Text: text, Meta: Meta{Title: "The Law"}, Sections: []Section{
		{ID: "title", Kind: KindTitle, Parent: -1, Span: Span{0, 8}, Own: Span{0, 8}},
		{ID: "item-1", Kind: "item", Designation: Designation{"1", "1"}, Parent: -1, Span: Span{10, 31}, Own: Span{10, 31}, Heading: Span{13, 24}},
		{ID: "item-2", Kind: "item", Designation: Designation{"2", "2"}, Parent: -1, Span: Span{33, 46}, Own: Span{33, 46}},
		{ID: "dogs", Kind: KindSection, Label: "Dogs.", Parent: -1, Span: Span{48, 53}, Own: Span{48, 53}, Heading: Span{48, 53}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct{ heading, title string }{{"The Law", "The Law"}, {"Of lakes", "Of lakes"}, {"", ""}, {"Dogs", ""}} {
		if heading, title := d.Heading(i), d.Title(i); heading != want.heading || title != want.title {
			t.Errorf("section %d: %q, %q, want %q", i, heading, title, want)
		}
	}
}

// A byte belongs to the lowest section whose text has begun.
func TestSectionAt(t *testing.T) {
	d := Document{Sections: []Section{{Own: Span{Start: 2, End: 4}}, {Own: Span{Start: 4, End: 6}}, {Own: Span{Start: 8, End: 9}}}}
	for offset, want := range map[int]int{-1: 0, 0: 0, 2: 0, 3: 0, 4: 1, 7: 1, 8: 2, 99: 2} {
		if got := d.SectionAt(offset); got != want {
			t.Errorf("byte %d is of section %d, want %d", offset, got, want)
		}
	}
	if got := (&Document{}).SectionAt(1); got != 0 {
		t.Errorf("of no sections: %d", got)
	}
}
