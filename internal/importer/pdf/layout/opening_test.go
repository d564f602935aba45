package layout

import (
	"fmt"
	"strings"
	"testing"
)

// TestOpenings reads chapters whose number stands on lines of its own, the first of
// which repeats as running heads do, and titles whose lines stand far apart.
func TestOpenings(t *testing.T) {
	var pages []*sheetOf
	var marks []Bookmark
	names := []string{"ONE", "TWO", "THREE"}
	for i, name := range names {
		s := new(sheetOf).put(400, 40, 11, false, "CHAPTER").put(420, 80, 24, true, name)
		s.put(200, 140, 24, true, "BOATS AND").put(200, 240, 24, true, "HARBOURS "+name)
		pages = append(pages, s.text(70, 300, words(i), full, "ends here."))
		marks = append(marks, Bookmark{Title: "Boats and harbours " + strings.ToLower(name), Level: 1, Page: 3*i + 1})
		for j := range 2 {
			pages = append(pages, new(sheetOf).text(70, 100, words(i+j), full, fmt.Sprintf("ends on page %d%d.", i, j)))
		}
	}
	got := dump(t, marks, pages...)
	for i, name := range names {
		want := fmt.Sprintf("heading 1 p%d: CHAPTER %s⏎BOATS AND HARBOURS %s\n", 3*i+1, name, name)
		if !strings.Contains(got, want) {
			t.Errorf("no %sin\n%s", want, got)
		}
	}
	if n := strings.Count(got, "heading"); n != len(names) {
		t.Errorf("%d headings in\n%s", n, got)
	}
}

// TestOpeningsAlike holds that a running head stays one where every page has it, and
// that words before a title are no number.
func TestOpeningsAlike(t *testing.T) {
	var pages []*sheetOf
	var marks []Bookmark
	for i := range 6 {
		s := new(sheetOf).put(400, 40, 11, false, "HANDBOOK").put(70, 100, 20, true, "Rule "+string(rune('A'+i)))
		pages = append(pages, s.text(70, 160, words(i), full, "ends here."))
		marks = append(marks, Bookmark{Title: "Rule " + string(rune('A'+i)), Level: 1, Page: i + 1})
	}
	pages = append(pages, new(sheetOf).put(400, 60, 11, false, "Notes of").put(400, 80, 11, false, "the board").put(70, 140, 20, true, "Rule G").text(70, 200, full, "ends."))
	marks = append(marks, Bookmark{Title: "Rule G", Level: 1, Page: 7})
	got := dump(t, marks, pages...)
	if strings.Contains(got, "HANDBOOK") || !strings.Contains(got, "heading 1 p7: Rule G\n") || strings.Count(got, "heading 1") != 7 {
		t.Errorf("got\n%s", got)
	}
}
