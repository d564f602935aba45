package lines

import (
	"strings"
	"testing"

	"pincite/internal/importer/block"
)

func TestNew(t *testing.T) {
	for source, want := range map[string]string{
		"":                        "",
		" \n\t\n\u200b":           "",
		"a":                       "|a",
		"a\nb\r\nc\rd":            "|a b c d",
		"\ufeffa \n\n  b\n":       "|a |b",
		"a\n\fb\nc":               "|a \fb c",
		"one line\n\n\nanother\n": "|one line |another",
	} {
		text := New(&block.Source{Text: source})
		var got []string
		for i, l := range text.Lines {
			s := text.Line(i)
			switch {
			case l.Page:
				s = "\f" + s
			case l.Gap:
				s = "|" + s
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", source, got, want)
		}
	}
}

// TestSort has for each text the lines that are left of it.
func TestSort(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"nothing", "", ""},
		{"no furniture", "12 people\nsee page 3\n2024.\n", "12 people/see page 3/2024."},
		{"page numbers", "a\n- 12 -\nb\nPage 3 of 10\nc\nстр. 4\nd\n第 3 页\nDoe  RFC  [Page 3]\n", "a/b/c/d"},
		{"page at the end of a footer", "a\nHut Rules      Page 2 of 3\nb\nHut Rules      Seite 3 von 3\n", "a/b"},
		{"no footer", "see      page two\nPages      12 of 3\nPassage 3\n", "see      page two/Pages      12 of 3/Passage 3"},
		{"page header", "Manual 1\none\n\fManual 2\ntwo\n\fManual 3\nthree", "one/two/three"},
		{"navigation", "Home\nNext page >>\na\n关键词：\n", "a"},
		{"leaders", "1. One ........ 3\nText", "Text"},
		{"contents", "Contents\nOne\nTwo\n\nOne\ntext\nTwo\ntext", "One/text/Two/text"},
		{"contents with pages", "Contents\n1.1   One      2\n1.2   Two      4\n1.3   Three      9\n\n1.1   One\ntext\n1.2   Two\nmore\n1.3   Three\nend", "1.1   One/text/1.2   Two/more/1.3   Three/end"},
		{"contents under other numbers", "Contents\n1. One\n2. Two\n\nChapter 1. One\ntext\nChapter 2. Two\nend", "Chapter 1. One/text/Chapter 2. Two/end"},
		{"prices are no contents", "Adult      9\nChild      12\nDog      15\n", "Adult      9/Child      12/Dog      15"},
		{"numbered page header", "\f12 Manual of Boats\none\n\f13 Manual of Boats\ntwo\n\f14 Manual of Boats\nthree", "one/two/three"},
		{"headings atop pages", "\fArticle 1\none\n\fArticle 2\ntwo\n\fArticle 3\nthree", "Article 1/one/Article 2/two/Article 3/three"},
		{"front matter", "---\ntitle: A\n---\ntext", "text"},
		{"fields", "Number: 8\nTitle: Boats\nAuthor: Doe,\n  Roe\n\nNote: one", "Note: one"},
		{"no fields", "Title: Boats\nAuthor: Doe\n\nNote: one", "Title: Boats/Author: Doe/Note: one"},
		{"talk", "Tom: Hello\nAnn: Hello\nTom: Bye\n\nEnd", "Tom: Hello/Ann: Hello/Tom: Bye/End"},
		{"rule", "---\n\nSome words without any sign\n\n---\n", "---/Some words without any sign/---"},
		{"skipped", "a\nMasthead\nb", "a/b"},
	} {
		text := New(&block.Source{Text: c.source})
		text.Sort([]string{"Masthead"})
		var left []string
		for i, l := range text.Lines {
			if !l.Out {
				left = append(left, text.Line(i))
			}
		}
		if got := strings.Join(left, "/"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSortMarkdown(t *testing.T) {
	text := New(&block.Source{Text: "# One\n\ntext\n\n```\n# no heading\n```\n"})
	text.Sort(nil)
	code := ""
	for _, l := range text.Lines {
		if l.Code() {
			code += "c"
		} else {
			code += "-"
		}
	}
	if code != "--ccc" || !text.Hashes {
		t.Errorf("code %s, hashes %v", code, text.Hashes)
	}
}

// TestKinds has the kinds of lines: t text, + text that goes on, c code, r row, n note.
func TestKinds(t *testing.T) {
	long := "a line that is long enough to be one of many in a paragraph that"
	for _, c := range []struct{ name, source, want string }{
		{"two paragraphs", long + "\ngoes on here.\n\n" + long + "\nends.", "t+t+"},
		{"wrapped and not", long + "\ngoes on and\nends.\n\n(a) " + strings.Repeat(long+" ", 4) + "\n(b) Short.", "t++tt"},
		{"points on lines", "The keys are:\nthe key of the gate of the northern wall of the town;\nthe key of the tower.", "ttt"},
		{"fence", "```\n# a\n```\ntext", "ccct"},
		{"underline of tildes", "Title\n~~~~~\n\ntext", "ttt"},
		{"aligned rows", "1.    May 2017   New\n2.    Jan 2018   Old\n\n1. One", "rrt"},
		{"bars", "| a | b |\n| c | d |", "rr"},
		{"notes", "See below.[1] And more.[2]\n\n[1] Note.\n\n[2] Another.\n\n[7] Nobody refers to it.", "tnnt"},
	} {
		text := New(&block.Source{Text: c.source})
		text.Sort(nil)
		got := ""
		for i := range text.Lines {
			switch l := &text.Lines[i]; {
			case l.Kind == block.Code:
				got += "c"
			case l.Kind == block.Row:
				got += "r"
			case l.Kind == block.Note:
				got += "n"
			case l.Soft:
				got += "+"
			default:
				got += "t"
			}
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
