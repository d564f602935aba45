package layout

import (
	"fmt"
	"strings"
	"testing"

	"pincite/internal/importer/pdf/pages"
)

// TestOpenings reads chapters whose number stands on lines of its own, the first of
// which repeats as running heads do, and titles whose lines stand far apart.
func TestOpenings(t *testing.T) {
	var sheets []*sheetOf
	var marks []pages.Bookmark
	names := []string{"ONE", "TWO", "THREE"}
	for i, name := range names {
		s := new(sheetOf).put(400, 40, 11, false, "CHAPTER").put(420, 80, 24, true, name)
		s.put(200, 140, 24, true, "BOATS AND").put(200, 240, 24, true, "HARBOURS "+name)
		sheets = append(sheets, s.text(70, 300, words(i), full, "ends here."))
		marks = append(marks, pages.Bookmark{Title: "Boats and harbours " + strings.ToLower(name), Level: 1, Page: 3*i + 1})
		for j := range 2 {
			sheets = append(sheets, new(sheetOf).text(70, 100, words(i+j), full, fmt.Sprintf("ends on page %d%d.", i, j)))
		}
	}
	got := dump(t, marks, sheets...)
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
	var sheets []*sheetOf
	var marks []pages.Bookmark
	for i := range 6 {
		s := new(sheetOf).put(400, 40, 11, false, "HANDBOOK").put(70, 100, 20, true, "Rule "+string(rune('A'+i)))
		sheets = append(sheets, s.text(70, 160, words(i), full, "ends here."))
		marks = append(marks, pages.Bookmark{Title: "Rule " + string(rune('A'+i)), Level: 1, Page: i + 1})
	}
	sheets = append(sheets, new(sheetOf).put(400, 60, 11, false, "Notes of").put(400, 80, 11, false, "the board").put(70, 140, 20, true, "Rule G").text(70, 200, full, "ends."))
	marks = append(marks, pages.Bookmark{Title: "Rule G", Level: 1, Page: 7})
	got := dump(t, marks, sheets...)
	if strings.Contains(got, "HANDBOOK") || !strings.Contains(got, "heading 1 p7: Rule G\n") || strings.Count(got, "heading 1") != 7 {
		t.Errorf("got\n%s", got)
	}
}

// TestNumbersAtTheTop has the number of an article as the first line of several pages, at
// one height and with the same words, as a running head has; and titles with a note behind
// them that the file's own outline leaves out.
func TestNumbersAtTheTop(t *testing.T) {
	var sheets []*sheetOf
	var marks []pages.Bookmark
	for i, name := range []string{"Boats", "Keys", "Fees"} {
		for j := range 3 {
			s := new(sheetOf)
			if j == 0 {
				s.put(300, 90, 11, true, "ARTICLE 1").put(300, 106, 11, true, name).put(280, 122, 11, true, "[Adopted 5-4-20"+strings.Repeat("1", i+1)+"]")
				marks = append(marks, pages.Bookmark{Title: "Part " + name, Level: 1, Page: 1}, pages.Bookmark{Title: "article 1 " + name, Level: 2, Page: 3*i + 1})
			}
			sheets = append(sheets, s.text(70, 160, words(i+j), fmt.Sprintf("ends on page %d%d.", i, j)))
		}
	}
	got := dump(t, marks, sheets...)
	for i, name := range []string{"Boats", "Keys", "Fees"} {
		if want := fmt.Sprintf("heading 2 p%d: ARTICLE 1 %s", 3*i+1, name); !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// TestStrayNumberAbove has the call of a note alone on its line above a heading that the
// file's own outline names without its number, and a title with its number above.
func TestStrayNumberAbove(t *testing.T) {
	s := new(sheetOf).text(70, 100, full, full, "ends here.").put(90, 142, 11, false, "1").put(70, 190, 14, true, "6.4 What the shed holds").text(70, 215, full, "all.")
	s.put(70, 300, 14, true, "2").put(70, 320, 14, true, "What the boats hold").text(70, 345, full, "more.")
	got := dump(t, []pages.Bookmark{entry("What the shed holds", 1, 1), entry("What the boats hold", 1, 1)}, s)
	if !strings.Contains(got, "heading 1 p1: 6.4 What the shed holds\n") || !strings.Contains(got, "heading 1 p1: 2 What the boats hold\n") {
		t.Errorf("got\n%s", got)
	}
}
