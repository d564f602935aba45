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
		{"page header", "Manual 1\none\n\fManual 2\ntwo\n\fManual 3\nthree", "one/two/three"},
		{"navigation", "Home\nNext page >>\na\n关键词：\n", "a"},
		{"leaders", "1. One ........ 3\nText", "Text"},
		{"contents", "Contents\nOne\nTwo\n\nOne\ntext\nTwo\ntext", "One/text/Two/text"},
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
