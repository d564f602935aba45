package layout

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/importer/pdf/pages"
)

// TestNestedPoints has lists whose depth the signs tell first, which stay as they are, then
// lists in lists with the same signs.
func TestNestedPoints(t *testing.T) {
	list := func(lines ...string) []*sheetOf {
		var pages []*sheetOf
		y := 100.0
		s := new(sheetOf).text(70, y, full)
		for _, l := range lines {
			if l == "page" {
				pages, s, y = append(pages, s), new(sheetOf), 86
				continue
			}
			y += 14
			if l == full {
				s.text(70, y, l)
				continue
			}
			words := strings.TrimLeft(l, ">")
			s.text(82+24*float64(len(l)-len(words)), y, words)
		}
		return append(pages, s)
	}
	for _, c := range []struct {
		name  string
		lines []string
		want  []string
	}{
		{"letters below numbers", []string{"1. ships", ">(a) sails", ">(b) oars", "2. keys"}, []string{"paragraph: 1. ships", "paragraph: (a) sails", "paragraph: (b) oars", "paragraph: 2. keys"}},
		{"a list that ends deeper", []string{"1. ships", "2. keys", ">1. sails", ">2. oars"}, []string{"paragraph: 1. ships", "paragraph: 2. keys", "paragraph: 1. sails", "paragraph: 2. oars"}},
		{"numbers that do not go on", []string{"1. ships", ">1. sails", "4. keys"}, []string{"paragraph: 1. ships", "paragraph: 1. sails", "paragraph: 4. keys"}},
		{"the same signs", []string{"1. ships", ">1. sails", ">2. oars", "2. keys", ">1. doors"}, []string{"item 1: [1.] ships", "item 2: [1.] sails", "item 2: [2.] oars", "item 1: [2.] keys", "item 2: [1.] doors"}},
		{"letters between them", []string{"1. ships", ">(a) sails", ">>1. tall", ">>2. small", ">(b) oars", "2. keys", ">1. doors", "3. fees"},
			[]string{"item 1: [1.] ships", "item 2: [(a)] sails", "item 3: [1.] tall", "item 3: [2.] small", "item 2: [(b)] oars", "item 1: [2.] keys", "item 2: [1.] doors", "item 1: [3.] fees"}},
		{"a page with nothing but the list", []string{"1. ships", ">1. sails", "page", full, "page", ">2. oars", ">3. ropes", "page", full, "2. keys", ">1. doors"},
			[]string{"item 1: [1.] ships", "item 2: [1.] sails", "item 2: [2.] oars", "item 2: [3.] ropes", "item 1: [2.] keys", "item 2: [1.] doors"}},
		{"a left page with nothing but the list", []string{"1. ships", "2. keys", ">1. doors", "page", "3. fees", "4. tides", ">1. springs", ">2. neaps.", "page", full, "5. locks", ">1. gates"},
			[]string{"item 1: [1.] ships", "item 1: [2.] keys", "item 2: [1.] doors", "item 1: [3.] fees", "item 1: [4.] tides", "item 2: [1.] springs", "item 2: [2.] neaps.", "item 1: [5.] locks", "item 2: [1.] gates"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for line := range strings.Lines(dump(t, nil, list(c.lines...)...)) {
				kind, words, _ := strings.Cut(strings.TrimSpace(line), ": ")
				kind, _, _ = strings.Cut(kind, " p")
				if !strings.Contains(words, full) {
					got = append(got, kind+": "+words)
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// TestEntriesBeginParagraphs has a heading set like the text, at the top of a page behind a
// sentence that ends without a stop: only the file's own outline tells.
func TestEntriesBeginParagraphs(t *testing.T) {
	first := new(sheetOf).text(70, 100, full, full)
	second := new(sheetOf).text(70, 100, "Article 14 - Sessions", full, "end.")
	got := dump(t, []pages.Bookmark{entry("Article 13", 1, 1), entry("Article 14 - Sessions", 1, 2)}, first, second)
	if !strings.Contains(got, "heading 1 p2: Article 14 - Sessions\n") {
		t.Errorf("got\n%s", got)
	}
}

// TestPointsInTheMiddle has a line of a point that happens to stand in the middle of the
// column, as lines of a title do, and the next point below it.
func TestPointsInTheMiddle(t *testing.T) {
	words := func(n int) string { return strings.Repeat("a ", n/2) + "a" }
	got := dump(t, nil, new(sheetOf).text(70, 100, full, full).text(70, 128, "3.").text(98, 128, words(53)).text(98, 142, words(48)).text(70, 156, "4.").text(98, 156, words(54)))
	if !strings.Contains(got, "paragraph p1: 4. a a") {
		t.Errorf("got\n%s", got)
	}
}
