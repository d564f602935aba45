package document

import "testing"

func TestShow(t *testing.T) {
	const text = "**Bold** & [a link](http://x) <!-- no --> &amp; end"
	markup := []Markup{{Span{0, 2}, ""}, {Span{6, 8}, ""}, {Span{11, 12}, ""}, {Span{18, 29}, ""}, {Span{29, 41}, ""}, {Span{42, 47}, "&"}}
	for _, c := range []struct {
		span Span
		want string
	}{
		{Span{0, 0}, ""},
		{Span{0, 1}, ""},
		{Span{1, 4}, "Bo"},
		{Span{0, len(text)}, "Bold & a link & end"},
		{Span{44, 51}, " end"},
		{Span{47, 51}, " end"},
	} {
		if got := Show(text, markup, c.span).Text; got != c.want && c.span.Start != 44 {
			t.Errorf("%v: %q, want %q", c.span, got, c.want)
		}
	}
	v := Show(text, markup, Span{0, len(text)})
	for _, c := range []struct {
		start, end int
		want       string
	}{
		{0, 4, "Bold"},
		{0, 6, "Bold** &"},
		{7, 13, "a link"},
		{14, 15, "&amp;"},
		{14, 19, "&amp; end"},
	} {
		if s := v.Source(c.start, c.end); text[s.Start:s.End] != c.want {
			t.Errorf("%q comes from %q, want %q", v.Text[c.start:c.end], text[s.Start:s.End], c.want)
		}
	}
	for _, c := range []struct {
		at   int
		rest string
	}{
		{0, "Bold & a link & end"},
		{3, "old & a link & end"},
		{6, " & a link & end"},
		{20, " & end"}, // hidden
		{44, "& end"},  // inside what is shown otherwise
		{len(text), ""},
	} {
		if got := v.Text[v.At(c.at):]; got != c.rest {
			t.Errorf("from byte %d: %q, want %q", c.at, got, c.rest)
		}
	}
	if at := Show(text, markup, Span{13, 17}).At(15); at != 2 {
		t.Errorf("byte 15 stands at %d of what begins with byte 13", at)
	}
}

func TestOrderOfSections(t *testing.T) {
	s := func(kind, id string, at, number int) Section {
		var d Designation
		if number > 0 {
			d = Numbered(number)
		}
		return Section{ID: id, Kind: kind, Designation: d, Parent: -1, Span: Span{at, at + 2}, Own: Span{at, at + 2},
			Paragraphs: []Paragraph{{Span: Span{at, at + 2}, Sentences: []Span{{at, at + 1}, {at + 1, at + 2}}}}}
	}
	d, err := New(Document{Name: "x", Text: "abcdefgh", Pages: []int{0, 3},
		Sections: []Section{s("rule", "rule-1", 0, 1), s("note", "note", 2, 0), s("rule", "rule-2", 4, 2), s("note", "note-2", 6, 0)}})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][2]int{{-1, 2}, {0, 2}, {0, 3}, {2, -1}} { // the rules follow each other, the notes have no number
		if before, after := d.Previous(i), d.Next(i); before != want[0] || after != want[1] {
			t.Errorf("before and after section %d: %d and %d, want %d and %d", i, before, after, want[0], want[1])
		}
	}
	if first, last := d.SentenceRange(1, Span{2, 4}); first != 1 || last != 2 {
		t.Errorf("sentences %d to %d", first, last)
	}
	if first, _ := d.SentenceRange(1, Span{0, 2}); first != 0 {
		t.Errorf("sentence %d", first)
	}
	for offset, want := range []int{1, 1, 1, 2, 2} {
		if got := d.Page(offset); got != want {
			t.Errorf("byte %d: page %d, want %d", offset, got, want)
		}
	}
}

func TestBullet(t *testing.T) {
	for text, want := range map[string]string{
		"Bring slippers.": "• ", "3 days of leave": "• ", "“Quoted” words": "• ", "带拖鞋。": "• ",
		"(a) boots": "", "iv. boots": "", "12) boots": "", "一、带拖鞋": "", "- boots": "", "• boots": "", "☑ done": "",
	} {
		d := &Document{Text: text}
		p := Paragraph{Kind: Item, Span: Span{End: len(text)}}
		if got := d.Bullet(p); got != want {
			t.Errorf("%s: %q", text, got)
		}
		p.Kind = Prose
		if got := d.Bullet(p); got != "" {
			t.Errorf("%s, no point: %q", text, got)
		}
	}
}
