package layout

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/importer/pdf/pages"
	"pincite/internal/importer/pdf/typeset"
	"pincite/internal/importer/sourcetest"
)

// A sheetOf is a page that a test writes on.
type sheetOf struct{ typeset.Page }

// put writes text from x at height y, each sign half as wide as it is high.
func (s *sheetOf) put(x, y, size float64, bold bool, text string) *sheetOf {
	font := "Serif"
	if bold {
		font = "Serif-Bold"
	}
	for i, r := range []rune(text) {
		w := size / 2
		if r == 'i' || r == 'l' {
			w *= 0.8 // no fixed pitch
		}
		s.Chars = append(s.Chars, typeset.Char{Rune: r, X0: x, X1: x + w, X: x + float64(i%2)/10, Base: y, Size: size, Bold: bold, Font: font})
		x += w
	}
	return s
}

// text writes lines of the size of the text, 14 points apart.
func (s *sheetOf) text(x, y float64, lines ...string) *sheetOf {
	for i, l := range lines {
		s.put(x, y+14*float64(i), 11, false, l)
	}
	return s
}

func entry(title string, level, page int) pages.Bookmark {
	return pages.Bookmark{Title: title, Level: level, Page: page}
}

// dump lays out pages and shows their blocks.
func dump(t *testing.T, marks []pages.Bookmark, sheets ...*sheetOf) string {
	t.Helper()
	var l Layout
	for _, p := range sheets {
		l.Add(p.Page)
	}
	s := l.Source(marks, document.Meta{})
	if err := block.Check(s); err != nil {
		t.Fatal(err)
	}
	_, blocks, _ := strings.Cut(sourcetest.Dump(s), "\n")
	return blocks
}

// expect compares blocks, a line each.
func expect(t *testing.T, got string, want ...string) {
	t.Helper()
	if w := strings.Join(want, "\n") + "\n"; got != w {
		t.Errorf("got\n%swant\n%s", got, w)
	}
}

// full is a line that fills its column of 60 signs.
const full = "and so the text of it goes on and on up to the other edge of"

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		name string
		page *sheetOf
		want []string
	}{
		{"lines are joined", new(sheetOf).text(70, 100, full, full, "the end."), []string{"paragraph p1: " + full + " " + full + " the end."}},
		{"a short line ends one", new(sheetOf).text(70, 100, full, "the end.", full, "again."), []string{"paragraph p1: " + full + " the end.", "paragraph p1: " + full + " again."}},
		{"an indent begins one", new(sheetOf).text(70, 100, full).text(90, 114, full[4:]).text(70, 128, full, full), []string{"paragraph p1: " + full, "paragraph p1: " + full[4:] + " " + full + " " + full}},
		{"space parts them", new(sheetOf).text(70, 100, full, full).text(70, 140, full, "end."), []string{"paragraph p1: " + full + " " + full, "paragraph p1: " + full + " end."}},
		{"a note in bold goes on", new(sheetOf).text(70, 100, full, full, full[:51]+" [Amended").put(70, 142, 11, true, "5-4-2013, in full 10-8-2013]"), []string{"paragraph p1: " + full + " " + full + " " + full[:51] + " [Amended 5-4-2013, in full 10-8-2013]"}},
		{"bold words begin one", new(sheetOf).text(70, 100, full, full, full[:51]+" Amended.").put(70, 142, 11, true, "5-4-2013, in full 10-8-2013"), []string{"paragraph p1: " + full + " " + full + " " + full[:51] + " Amended.", "heading 1 p1: 5-4-2013, in full 10-8-2013"}},
		{"hyphens are undone", new(sheetOf).text(70, 100, full[:50]+"agree-", "ment of all. It is a well-known agreement between well-", "known people."), []string{"paragraph p1: " + full[:50] + "agreement of all. It is a well-known agreement between well-known people."}},
		{"hanging points", new(sheetOf).text(70, 100, "The list has").text(84, 114, "•").text(100, 114, full[:50], "second line of it").text(84, 142, "•").text(100, 142, "another"), []string{"paragraph p1: The list has", "item 1 p1: " + full[:50] + " second line of it", "item 1 p1: another"}},
		{"numbers stay in the text", new(sheetOf).text(70, 100, full).text(70, 114, "(a)").text(100, 114, "first,").text(70, 128, "(b)").text(100, 128, "second."), []string{"paragraph p1: " + full, "paragraph p1: (a) first,", "paragraph p1: (b) second."}},
		{"ligatures", new(sheetOf).text(70, 100, "the oﬃce of the aﬀected ﬁrm"), []string{"paragraph p1: the office of the affected firm"}},
		{"Chinese signs that stay together", new(sheetOf).text(70, 100, strings.Repeat("条", 30), strings.Repeat("款", 27), "点，应当。"), []string{"paragraph p1: " + strings.Repeat("条", 30) + strings.Repeat("款", 27) + "点，应当。"}},
		{"a Chinese list", new(sheetOf).text(70, 100, strings.Repeat("条", 30), strings.Repeat("款", 26)+"：", "（1）应当。"), []string{"paragraph p1: " + strings.Repeat("条", 30) + strings.Repeat("款", 26) + "：", "paragraph p1: （1）应当。"}},
		{"a short Chinese line ends one", new(sheetOf).text(70, 100, strings.Repeat("条", 30), strings.Repeat("款", 27), "点应当。"), []string{"paragraph p1: " + strings.Repeat("条", 30) + strings.Repeat("款", 27), "paragraph p1: 点应当。"}},
		{"Chinese lines need no space", new(sheetOf).text(70, 100, strings.Repeat("条", 30), "款。"), []string{"paragraph p1: " + strings.Repeat("条", 30) + "款。"}},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, dump(t, nil, c.page), c.want...) })
	}
}

func TestSplitLigature(t *testing.T) {
	var s sheetOf
	s.put(70, 100, 11, false, "of").put(86.5, 100, 11, false, "ﬁ").put(92, 100, 11, false, "ce of ours")
	s.Chars = append(s.Chars[:2:2], append([]typeset.Char{{Rune: ' '}}, s.Chars[2:]...)...) // a real space
	s.Chars = append(s.Chars[:4:4], append([]typeset.Char{{Rune: ' '}}, s.Chars[4:]...)...) // one that is none
	expect(t, dump(t, nil, &s), "paragraph p1: of fice of ours")
}

// words is a full line that differs from page to page.
func words(i int) string {
	return full[:40] + []string{"apple", "pears", "plums", "grape", "melon", "peach", "berry"}[i] + full[44:]
}

// book is six pages with running heads, page numbers, and text.
func book(head func(page int) string) []*sheetOf {
	var out []*sheetOf
	for i := range 6 {
		s := new(sheetOf).put(70, 40, 9, false, head(i)).text(70, 100, words(i), full, words(i+1), fmt.Sprintf("ends by %d%s.", i*i, strings.Repeat("x", i)))
		out = append(out, s.put(290, 800, 9, false, string(rune('3'+i))))
	}
	return out
}

func TestFurniture(t *testing.T) {
	var want []string
	for i := range 6 {
		want = append(want, fmt.Sprintf("paragraph p%d: %s %s %s ends by %d%s.", i+1, words(i), full, words(i+1), i*i, strings.Repeat("x", i)))
	}
	for name, head := range map[string]func(int) string{
		"same on all":              func(int) string { return "The Rules of the House" },
		"left and right":           func(i int) string { return []string{"The Rules", "Chapter on Keys"}[i%2] },
		"one changes with chapter": func(i int) string { return []string{"Rules", "Rules", "Rules", "Rules", "Rules", "Keys"}[i] },
		"with page numbers":        func(i int) string { return string(rune('3'+i)) + " The Rules" },
		"section and title": func(i int) string {
			return fmt.Sprintf("%d.%d %s Harbour Handbook", i/2+1, i%2+1, []string{"Boats", "Keys", "Fees for All", "Noise", "Water and Waste", "Ends"}[i])
		},
		"first and last section": func(i int) string {
			return fmt.Sprintf("§ %d-%d %s § %d-%d", i/2+1, 10*i, []string{"TOWN BYLAWS", "GENERAL PROVISIONS"}[i%2], i/2+1, 10*i+5)
		},
	} {
		t.Run(name, func(t *testing.T) { expect(t, dump(t, nil, book(head)...), want...) })
	}
}

// TestHalfHeads has pages where a chapter begins or ends with one of the two sections that
// the heads of the others have, right above the text; a heading of the text stays.
func TestHalfHeads(t *testing.T) {
	var pages []*sheetOf
	var want []string
	for i := range 7 {
		head := fmt.Sprintf("§ %d-%d TOWN BYLAWS § %d-%d", i/2+1, 10*i, i/2+1, 10*i+5)
		switch i {
		case 0:
			head = "GENERAL PROVISIONS § 1-5"
		case 6:
			head = "§ 4-60 BOATS AND OARS"
		}
		pages = append(pages, new(sheetOf).put(70, 86, 11, false, head).text(70, 100, "§ 1-5. "+words(i)[40:], words(i), fmt.Sprintf("ends by %d%s.", i*i, strings.Repeat("x", i))))
		want = append(want, fmt.Sprintf("paragraph p%d: § 1-5. %s", i+1, words(i)[40:]), fmt.Sprintf("paragraph p%d: %s ends by %d%s.", i+1, words(i), i*i, strings.Repeat("x", i)))
	}
	expect(t, dump(t, nil, pages...), want...)
}

// TestPartedHeads has the chapter and the section at the ends of each page's first line.
func TestPartedHeads(t *testing.T) {
	var pages []*sheetOf
	var want []string
	for i := range 6 {
		chapter := []string{"CHAPTER 1. KEYS", "CHAPTER 2. DOORS", "CHAPTER 2. DOORS", "CHAPTER 2. DOORS", "CHAPTER 3. LOCKS", "CHAPTER 4. ENDS"}[i]
		pages = append(pages, new(sheetOf).put(70, 90, 11, false, chapter).put(300, 90, 11, false, "OF WHAT "+strings.Repeat("Y", i)).
			text(70, 104, words(i), full, fmt.Sprintf("ends by %d%s.", i*i, strings.Repeat("x", i))))
		want = append(want, fmt.Sprintf("paragraph p%d: %s %s ends by %d%s.", i+1, words(i), full, i*i, strings.Repeat("x", i)))
	}
	expect(t, dump(t, nil, pages...), want...)
}

// TestLineNumbers drops numbers that count lines, and keeps those of sections.
func TestLineNumbers(t *testing.T) {
	for name, c := range map[string]struct {
		of   func(line int) string
		kept int
	}{
		"fives":    {func(line int) string { return map[bool]string{true: fmt.Sprint(line)}[line%5 == 0] }, 0},
		"ones":     {func(line int) string { return fmt.Sprint(line) }, 0},
		"sections": {func(line int) string { return map[int]string{1: "1", 9: "2", 20: "3", 27: "4", 33: "5", 39: "6"}[line] }, 6},
	} {
		s := new(sheetOf)
		for line := 1; line <= 40; line++ {
			s.text(70, 80+16*float64(line), words(line%7))
			if n := c.of(line); n != "" {
				s.text(40, 80+16*float64(line), n)
			}
		}
		numbers := 0
		for f := range strings.FieldsSeq(dump(t, nil, s)) {
			if n, err := strconv.Atoi(f); err == nil && n > 0 {
				numbers++
			}
		}
		if numbers != c.kept {
			t.Errorf("%s: %d numbers, want %d", name, numbers, c.kept)
		}
	}
}

// TestTitles has a title whose first line fills the column, and an address and a letter of
// an index in large type, which are none.
func TestTitles(t *testing.T) {
	s := new(sheetOf).put(70, 60, 11, true, full).put(70+11.0/4*float64(len(full)-len("OF KEYS")), 74, 11, true, "OF KEYS").text(70, 110, words(1), full, "end.").
		put(70, 200, 16, false, "https://keys.example").text(70, 240, words(2), full, "end.").put(70, 300, 16, true, "K").text(70, 330, "Keys, 1", "Knobs, 2")
	got := dump(t, nil, s, new(sheetOf).text(70, 100, words(3), full, words(4), full))
	if !strings.Contains(got, ": "+full+" OF KEYS\n") || !strings.Contains(got, "\nparagraph p1: https://keys.example\n") || !strings.Contains(got, "\nparagraph p1: K\n") {
		t.Errorf("got\n%s", got)
	}
}

// TestBoxes has a list with the boxes of a symbol font far from its words, which is no
// table.
func TestBoxes(t *testing.T) {
	s := new(sheetOf)
	for i := range 4 {
		y := 100 + 28*float64(i)
		s.put(70, y, 11, false, []string{"\uf06f", "o"}[i%2]).put(110, y, 11, false, fmt.Sprintf("2.1.%d A list of the %s exists.", i+1, words(i)[40:45]))
	}
	got := dump(t, nil, s)
	if strings.Contains(got, "row") || strings.Count(got, "item") != 4 {
		t.Errorf("got\n%s", got)
	}
}

// TestHangingNumbers has numbers that stand in the margin, and a list within a list.
func TestHangingNumbers(t *testing.T) {
	s := new(sheetOf)
	for i := range 12 {
		y := 100 + 30*float64(i)
		s.put(20, y, 11, false, fmt.Sprintf("3.0.%d.", i+1)).put(90, y, 11, false, full).put(90, y+14, 11, false, words(i%7)+" ends.")
	}
	for i, got := 0, dump(t, nil, s); i < 12; i++ {
		if want := fmt.Sprintf("paragraph p1: 3.0.%d. %s", i+1, full); !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	s = new(sheetOf).put(70, 100, 11, false, "1.1.").put(110, 100, 11, false, "Fees").put(90, 128, 11, false, "1.1.1.").put(150, 128, 11, false, "A fee is due.").
		put(110, 156, 11, false, "a.").put(150, 156, 11, false, "It is ten.").put(110, 184, 11, false, "b.").put(150, 184, 11, false, "It is paid.")
	if got := dump(t, nil, s); strings.Contains(got, "row") {
		t.Errorf("got\n%s", got)
	}
}

// TestHeadOfSeveralLines has more lines at the top of each page than most books.
func TestHeadOfSeveralLines(t *testing.T) {
	var pages []*sheetOf
	var want []string
	for i := range 4 {
		pages = append(pages, new(sheetOf).text(70, 40, "Amended on 1 May", "Approved on 2 June", "Posted on 3 July", "In force from 4 August", "Town of Mole").
			text(70, 140, full+words(i), "ends by "+words(i)+"."))
		want = append(want, fmt.Sprintf("paragraph p%d: %s%s ends by %s.", i+1, full, words(i), words(i)))
	}
	expect(t, dump(t, nil, pages...), want...)
}

// TestArticlesAreNoFurniture has pages that begin with numbered headings.
func TestArticlesAreNoFurniture(t *testing.T) {
	got := dump(t, nil, new(sheetOf).text(70, 100, "Article 5", full, "end."), new(sheetOf).text(70, 100, "Article 9", full, "end."))
	if !strings.Contains(got, "Article 5") || !strings.Contains(got, "Article 9") {
		t.Errorf("got\n%s", got)
	}
}

func TestContents(t *testing.T) {
	contents := new(sheetOf).put(70, 60, 14, true, "Contents")
	for i, title := range []string{"Scope", "Terms", "Keys", "Fees"} {
		contents.text(70, 100+14*float64(i), title+" . . . . . . . . . . "+string(rune('1'+i)))
	}
	body := new(sheetOf).text(70, 100, full, "end.")
	expect(t, dump(t, nil, contents, body), "paragraph p2: "+full+" end.")
	contents = new(sheetOf)
	for i, title := range []string{"Scope", "Terms", "Keys", "Fees"} {
		y := 100 + 14*float64(i)
		contents.text(70, y, title).text(390, y, string(rune('1'+i)))
	}
	expect(t, dump(t, nil, contents, body), "paragraph p2: "+full+" end.")
}

// TestEntriesOfContents has headings that only the contents tell from short paragraphs.
func TestEntriesOfContents(t *testing.T) {
	contents := new(sheetOf).put(70, 60, 14, true, "Contents")
	for i, title := range []string{"Scope", "Open seas", "Rivers and lakes", "Fees"} {
		contents.text(70, 100+14*float64(i), title+" . . . . . . . . . . 2")
	}
	body := new(sheetOf).put(70, 60, 14, true, "Scope").text(70, 90, "Open seas").text(70, 120, full, "end.").text(70, 170, "Rivers and lakes").
		text(70, 200, full, "end.").text(70, 250, "Open seas").text(70, 280, full, "end.").put(70, 330, 14, true, "Fees").text(70, 360, full, "end.")
	text := "paragraph p2: " + full + " end."
	expect(t, dump(t, nil, contents, body), "heading 1 p2: Scope", "heading 2 p2: Open seas", text, "heading 2 p2: Rivers and lakes", text,
		"paragraph p2: Open seas", text, "heading 1 p2: Fees", text)
}

func TestColumns(t *testing.T) {
	s := new(sheetOf).put(70, 60, 18, true, "A title over both of the columns of it")
	const l, r = "Left column with its text of.", "Right column and its text of"
	for i := range 8 {
		s.text(70, 100+14*float64(i), l).text(250, 107+14*float64(i), r)
	}
	text := func(s string) string { return strings.TrimSpace(strings.Repeat(s+" ", 8)) }
	expect(t, dump(t, nil, s), "heading 1 p1: A title over both of the columns of it", "paragraph p1: "+text(l), "paragraph p1: "+text(r))
}

func TestTable(t *testing.T) {
	s := new(sheetOf).text(70, 80, full, "as follows:")
	for i, row := range [][]string{{"Grade", "Days"}, {"junior staff", "25"}, {"senior", "30"}} {
		s.text(70, 122+20*float64(i), row[0]).text(250, 122+20*float64(i), row[1])
	}
	s.text(70, 176, "members") // goes on below "senior"
	s.text(70, 220, full, "end.")
	expect(t, dump(t, nil, s), "paragraph p1: "+full+" as follows:", "row header p1: Grade ¦ Days",
		"row p1: junior staff ¦ 25", "row p1: senior members ¦ 30", "paragraph p1: "+full+" end.")
}

// TestHeadingBelowATable stands close below its last row, like more of a cell, but is
// set in larger or bolder type.
func TestHeadingBelowATable(t *testing.T) {
	for name, head := range map[string]func(*sheetOf) *sheetOf{
		"larger": func(s *sheetOf) *sheetOf { return s.put(70, 178, 13, false, "2 Rest") },
		"bolder": func(s *sheetOf) *sheetOf { return s.put(70, 176, 11, true, "2 Rest") },
	} {
		t.Run(name, func(t *testing.T) {
			s := new(sheetOf).put(70, 60, 13, false, "1 Leave").text(70, 80, full, "as follows:")
			for i, row := range [][]string{{"Grade", "Days"}, {"junior staff", "25"}, {"senior", "30"}} {
				s.text(70, 122+20*float64(i), row[0]).text(250, 122+20*float64(i), row[1])
			}
			head(s).text(70, 200, full, "end.")
			if got := dump(t, nil, s); !strings.Contains(got, "row p1: senior ¦ 30\nheading 1 p1: 2 Rest\n") && !strings.Contains(got, "row p1: senior ¦ 30\nheading 2 p1: 2 Rest\n") {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

func TestNotes(t *testing.T) {
	first := new(sheetOf).text(70, 100, full+" x", full, full[:30]).put(70+30*5.3, 124, 6, false, "1")
	first.put(70, 700, 8, false, "1 A note in small type").put(70, 710, 8, false, "on two lines.")
	second := new(sheetOf).text(70, 100, "that goes on here.")
	got := dump(t, nil, first, second)
	if !strings.HasSuffix(got, "that goes on here.\nnote p1: [1] A note in small type on two lines.\n") || strings.Contains(got, "¹") {
		t.Errorf("got\n%s", got)
	}
}

func TestMargins(t *testing.T) {
	s := new(sheetOf)
	for i := range 12 {
		s.text(120, 100+14*float64(i), full)
	}
	s.put(40, 128, 8, false, "Penalty for").put(40, 138, 8, false, "late fees")
	got := dump(t, nil, s)
	if !strings.HasSuffix(got, "\nnote p1: Penalty for late fees\n") || strings.Count(got, "\n") != 2 {
		t.Errorf("got\n%s", got)
	}
}

// TestMarginsBelowATitle has a title that begins in the margin, where the notes stand; what
// stands out to the left by itself, a heading, is none of them, and neither is the number
// of an article.
func TestMarginsBelowATitle(t *testing.T) {
	s := new(sheetOf).text(40, 60, full+" the title of it all reaches out")
	for i := range 14 {
		s.text(140, 100+14*float64(i), full)
	}
	s.put(40, 128, 9, false, "Penalty for").put(40, 142, 9, false, "late fees")
	s.text(140, 324, full).put(40, 310, 11, false, "Lost keys").put(40, 352, 11, false, "Article 5").text(140, 352, full)
	got := dump(t, nil, s)
	for _, want := range []string{"\nnote p1: Penalty for late fees\n", "paragraph p1: Lost keys\n", "Article 5"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "note p1: Article 5") {
		t.Errorf("the number of an article is a note:\n%s", got)
	}
}

// TestRaisedNumbers has paragraphs that are numbered by raised figures, as those of Swiss
// laws are. Where the text refers to them, they are notes.
func TestRaisedNumbers(t *testing.T) {
	raised := func(s *sheetOf, y float64, n, text string) {
		s.put(70, y-4, 6, false, n).put(75, y, 11, false, text)
	}
	law := new(sheetOf).text(70, 100, "Article 4 Duties")
	raised(law, 128, "1", full)
	raised(law, 142, "2", full)
	law.text(70, 156, "goes on.")
	raised(law, 170, "3", full)
	law.text(70, 198, "Article 5 Fees")
	got := dump(t, nil, law)
	for _, want := range []string{"paragraph p1: [1] " + full, "[2] " + full + " goes on.", "[3] " + full, "Article 5 Fees"} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "note") {
		t.Errorf("paragraphs are notes:\n%s", got)
	}
	paper := new(sheetOf).text(70, 100, full+" x", full, full[:30]).put(70+30*5.3, 124, 6, false, "1").text(70, 156, full)
	raised(paper, 300, "1", "See elsewhere.")
	if got := dump(t, nil, paper); !strings.Contains(got, "note p1: [1] See elsewhere.") {
		t.Errorf("a note is none:\n%s", got)
	}
}

// TestFullLinesOfAList has points that fill their lines, with nothing but their numbers to
// tell where one begins.
func TestFullLinesOfAList(t *testing.T) {
	s := new(sheetOf).text(70, 100, "1. "+full, "2. "+full).text(85, 128, "and on.").text(70, 142, "3. "+full, "7. "+full)
	expect(t, dump(t, nil, s), "paragraph p1: 1. "+full, "paragraph p1: 2. "+full+" and on.", "paragraph p1: 3. "+full+" 7. "+full)
}

// TestNumbersOfLinesBesideHeadings has a number of a line close to large type.
func TestNumbersOfLinesBesideHeadings(t *testing.T) {
	s := new(sheetOf)
	for i := range 40 {
		y := 100 + 16*float64(i)
		if i%5 == 4 {
			s.put(52, y, 6, false, strconv.Itoa(i+1))
		}
		if i == 19 {
			s.put(70, y, 15, true, "Article IX. Boats")
			continue
		}
		s.put(70, y, 11, false, full)
	}
	if got := dump(t, nil, s); !strings.Contains(got, ": Article IX. Boats\n") {
		t.Errorf("got\n%s", got)
	}
}

func TestHeadings(t *testing.T) {
	page := func() *sheetOf {
		return new(sheetOf).put(70, 60, 20, true, "House rules").put(70, 100, 14, true, "1 Keys").
			text(70, 125, full, "end.").put(70, 165, 11, true, "Lost keys").text(70, 190, full, "end.").
			put(70, 230, 14, true, "2 Fees").text(70, 255, full, "end.").put(70, 290, 11, true, "A note:").text(70, 310, full, "end.")
	}
	text := "paragraph p1: " + full + " end."
	t.Run("by type", func(t *testing.T) {
		expect(t, dump(t, nil, page()), "heading 1 p1: House rules", "heading 1 p1: 1 Keys", text, "heading 2 p1: Lost keys", text, "heading 1 p1: 2 Fees", text, "paragraph p1: A note:", text)
	})
	t.Run("by the file's own outline", func(t *testing.T) {
		marks := []pages.Bookmark{entry("Keys", 2, 1), entry("2 Fees", 2, 1), entry("A NOTE", 3, 1), entry("Nowhere", 1, 7)}
		expect(t, dump(t, marks, page()), "heading 1 p1: House rules", "heading 2 p1: 1 Keys", text, "paragraph p1: Lost keys", text, "heading 2 p1: 2 Fees", text, "heading 3 p1: A note:", text)
	})
}

// TestLargeText has a foreword in larger type than the text, its lines far apart.
func TestLargeText(t *testing.T) {
	fore := new(sheetOf).put(70, 60, 20, true, "Foreword").put(70, 100, 12, false, "Whoever reads this has come to row, and wants to know where the").
		put(70, 126, 12, false, "oars are and when the shed is open. Ask those who were here before").put(70, 152, 12, false, "you; they will gladly show you all.").
		put(70, 178, 12, false, "in May.")
	rules := new(sheetOf).put(70, 60, 20, true, "Rules").text(70, 100, full, full, full, full, full, full, full, full, "end.")
	got := dump(t, nil, fore, rules)
	if n := strings.Count(got, "heading"); n != 2 {
		t.Errorf("%d headings in\n%s", n, got)
	}
}

func TestWarnings(t *testing.T) {
	got := dump(t, nil, new(sheetOf).text(70, 100, full), new(sheetOf), new(sheetOf), new(sheetOf).text(70, 100, strings.Repeat("\ufffd", 20)),
		&sheetOf{typeset.Page{Blank: true}})
	if !strings.Contains(got, "warning: pages 2–3: no text") || !strings.Contains(got, "warning: page 4: the file does not say which letters") || strings.Contains(got, "5") {
		t.Errorf("got\n%s", got)
	}
}

func TestRightToLeft(t *testing.T) {
	var s sheetOf
	x := 400.0
	for _, r := range "שלום 12: עולם" {
		s.Chars = append(s.Chars, typeset.Char{Rune: r, X0: x - 5, X1: x, X: x - 5, Base: 100, Size: 11})
		x -= 5.5
	}
	// Figures run the other way on the page.
	s.Chars[5].X0, s.Chars[6].X0 = s.Chars[6].X0, s.Chars[5].X0
	s.Chars[5].X1, s.Chars[6].X1 = s.Chars[6].X1, s.Chars[5].X1
	expect(t, dump(t, nil, &s), "paragraph p1: שלום 12: עולם")
}

// TestCrowdedPage holds the time for a page to what grows with its signs alone.
func TestCrowdedPage(t *testing.T) {
	var s sheetOf
	for i := range 100_000 {
		s.Chars = append(s.Chars, typeset.Char{Rune: 'a' + rune(i%26), X0: float64(i * 7 % 5000), X1: float64(i*7%5000 + 4), Base: float64(i / 9), Size: 10})
	}
	start := time.Now()
	dump(t, nil, &s)
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("took %v", took)
	}
}

// FuzzLayout throws signs on pages. Whatever stands where, the blocks keep their
// promises and no sign that is not of a page comes up.
func FuzzLayout(f *testing.F) {
	f.Add("The rules of the house\n• one\n1 A note", []byte{10, 10, 11, 40, 80, 3, 200, 9, 9}, "Rules")
	f.Add("مادة 1: لا\n条款12\n", []byte{255, 0, 7, 128, 128, 128}, "")
	f.Fuzz(func(t *testing.T, text string, at []byte, mark string) {
		if len(text) > 4000 || len(at) == 0 {
			return
		}
		var l Layout
		var p typeset.Page
		x, y, i := 0.0, 0.0, 0
		next := func() float64 { i++; return float64(at[i%len(at)]) }
		for _, r := range text {
			switch r {
			case '\n':
				x, y = next(), y+next()/8
			case '\f':
				l.Add(p)
				p = typeset.Page{}
			}
			size := 6 + next()/16
			p.Chars = append(p.Chars, typeset.Char{Rune: r, X0: x, X1: x + size/2, X: x, Base: y, Size: size, Bold: at[i%len(at)]&1 > 0, Font: mark})
			x += next() / 16
		}
		l.Add(p)
		s := l.Source([]pages.Bookmark{entry(mark, len(at), 1)}, document.Meta{})
		if err := block.Check(s); err != nil {
			t.Error(err)
		}
		if !utf8.ValidString(s.Text) {
			t.Error("text is not valid UTF-8")
		}
	})
}

// TestTablesWithOneHead has a table that goes on on the next page, with its head again, and
// another one with the same head, behind a sentence.
func TestTablesWithOneHead(t *testing.T) {
	table := func(s *sheetOf, y float64) *sheetOf {
		for i, row := range [][]string{{"Grade", "Days"}, {"junior staff", "25"}, {"senior", "30"}} {
			s.text(70, y+20*float64(i), row[0]).text(250, y+20*float64(i), row[1])
		}
		return s
	}
	first := table(new(sheetOf).text(70, 80, full, "as follows:"), 122)
	if got := strings.Count(dump(t, nil, first, table(new(sheetOf), 100)), "row header"); got != 1 {
		t.Errorf("a table on two pages has %d heads", got)
	}
	if got := strings.Count(dump(t, nil, first, table(new(sheetOf).text(70, 97, words(3), "for all of the others:"), 155)), "row header"); got != 2 {
		t.Errorf("two tables have %d heads", got)
	}
}
