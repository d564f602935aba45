package block

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pincite/internal/document"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{" \t\n \n", ""},
		{"a\x00b\x0cc", "abc"},
		{"bad \xff byte", "bad byte"},
		{"co\u00adoperate", "cooperate"},
		{"\u202bשלום\u202c", "שלום"},
		{"می\u200cخواهم", "می\u200cخواهم"},
		{"  two\u00a0 \twords \n\n next ", "two words\nnext"},
		{"第一章　总则　", "第一章　总则"},
		{"\uf0b7 point", "point"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("Clean(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestBuilder(t *testing.T) {
	var b Builder
	b.Add(Block{Kind: Heading, Level: 1, Anchor: "scope"}, "1.", " ", "Scope")
	b.Add(Block{Kind: Paragraph}, "", " ", "\u00ad ")
	b.Add(Block{Kind: Item, Level: 1}, "(a)", " ", "")
	b.AddRow(Block{Header: true}, []Cell{{Text: "Grade"}, {Text: "across"}, {Joined: true}, {}})
	b.AddRow(Block{}, []Cell{{}, {Text: "two\nlines"}})
	b.AddRow(Block{}, []Cell{{}, {Text: " "}})
	b.Warn("page %d has no text", 3)
	b.Warn("page %d has no text", 3)
	src := b.Source(document.Meta{Title: "T"})
	const want = "1. Scope\n\n(a)\n\nGrade | across |\n\n| two lines\n"
	if src.Text != want {
		t.Fatalf("text\n%q, want\n%q", src.Text, want)
	}
	if err := Check(src); err != nil {
		t.Fatal(err)
	}
	if len(src.Blocks) != 4 || len(src.Warnings) != 1 {
		t.Fatalf("%d blocks, warnings %q", len(src.Blocks), src.Warnings)
	}
	if h := src.Blocks[0]; src.Text[h.Label.Start:h.Label.End] != "1." || h.Anchor != "scope" {
		t.Errorf("heading %+v", h)
	}
	if cells := src.Blocks[2].Cells; len(cells) != 4 || !cells[2].Empty() || !cells[3].Empty() {
		t.Errorf("cells %v", cells)
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ claimed, text, want string }{
		{"", "The board meets twice a year.", ""},
		{"en-GB", "The board meets twice a year.", "en-GB"},
		{"en-US", "本办法适用于本社区的居民。", ""},
		{"en-US", "تنظم هذه اللائحة استعمال مكتبة الحي", ""},
		{"ar", "تنظم هذه اللائحة استعمال مكتبة الحي", "ar"},
		{"en", strings.Repeat("Styrelsen kallar till årsmöte, och den som inte har betalat får inte rösta. ", 5), ""},
		{"en", strings.Repeat("Ett möte. ", 5), "en"},
		{"en", "Η συνέλευση ορίζει το ποσό της εισφοράς.", ""},
		{"en", strings.Repeat("The board meets in May and decides who is to be in it. ", 5), "en"},
		{"uk", "Збори відбуваються двічі на рік.", "uk"},
	} {
		var b Builder
		b.Add(Block{Kind: Paragraph}, "", "", c.text)
		if got := b.Language(c.claimed); got != c.want {
			t.Errorf("Language(%q) of %q = %q, want %q", c.claimed, c.text, got, c.want)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\u00ad b\n\n\tc\xff")
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) || Clean(got) != got || strings.Contains(got, " \n") {
			t.Errorf("Clean(%q) = %q, cleaned again %q", s, got, Clean(got))
		}
	})
}

func TestAddCode(t *testing.T) {
	var b Builder
	b.Add(Block{Kind: Paragraph}, "", "", "Run:")
	b.AddCode(Block{Kind: Code}, "\n \nif a:\u00a0 \n\tb\x00\n\n    c\n\n")
	b.AddCode(Block{Kind: Code}, " \n\n")
	src := b.Source(document.Meta{})
	const want = "Run:\n\nif a:\n\tb\n\n    c\n"
	if src.Text != want || len(src.Blocks) != 2 {
		t.Errorf("%d blocks, %q, want %q", len(src.Blocks), src.Text, want)
	}
	if err := Check(src); err != nil {
		t.Error(err)
	}
}
