package pages

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/importer/pdf/typeset"
)

// What repeats at the top and bottom of pages.
const (
	edge       = 6   // so many lines at each end of a page may be running heads
	sameHeight = 3.0 // points by which the height of a running head varies
)

// An edgeLine is a line at the top or bottom of a page.
type edgeLine struct {
	page    int // from 0
	base    float64
	pattern string // its text with "#" for each number
	numbers []int
	alone   bool    // far from the next line of the page
	last    bool    // nothing stands below it
	below   float64 // the height of the line that hangs on it; 0 for none
	head    string  // letters before a wide gap, as between the chapter and the section; "" without one
	tail    string  // letters of its last two words
	size    float64
	text    string
}

var number = regexp.MustCompile(`[0-9]+`)
var romanNumber = regexp.MustCompile(`^[ivxlc]+$`)

// dropFurniture takes running heads and page numbers out of the pages.
func dropFurniture(pages Pages, sections Opening) {
	var edges []edgeLine
	largest := map[string]float64{} // the largest type in which a line of these letters occurs
	for i := range pages {
		rows := typeset.Lines(pages[i].Frags, i+1)
		for _, l := range rows {
			key := Letters(l.Text)
			largest[key] = max(largest[key], l.Size)
		}
		edges = append(edges, edgesOf(rows, i)...)
	}
	groups := map[string][]edgeLine{}
	for _, e := range edges {
		groups[e.group()] = append(groups[e.group()], e)
	}
	gone := map[int][]float64{}
	drop := func(e edgeLine) { gone[e.page] = append(gone[e.page], e.base) }
	for _, g := range groups {
		if sections.starts(g, len(pages)) {
			continue
		}
		for _, e := range repeated(g, len(pages)) {
			drop(e)
		}
	}
	keepSeries(gone, groups)
	for _, e := range slices.Concat(parted(edges), halves(edges, gone)) {
		drop(e)
	}
	heights := map[int]int{} // pages that lose a line at this height
	for _, bases := range gone {
		for _, b := range bases {
			heights[int(math.Round(b))]++
		}
	}
	for _, e := range edges {
		if e.alone && (inBand(e, heights, len(pages)) || e.isNumber(groups[e.group()]) || e.size < largest[e.text]-0.4) {
			drop(e)
		}
	}
	peel(gone, edges)
	for i := range pages {
		bases := gone[i]
		pages[i].Frags = slices.DeleteFunc(pages[i].Frags, func(f typeset.Fragment) bool {
			return slices.ContainsFunc(bases, func(b float64) bool { return typeset.Near(f.Base, b, 1) })
		})
	}
}

// peel keeps of the lines that go only those with nothing but such lines between
// them and the edge of their page. Edges are in order of the page.
func peel(gone map[int][]float64, edges []edgeLine) {
	kept := map[int][]float64{}
	outer := func(e *edgeLine, next bool) bool {
		if next && slices.Contains(gone[e.page], e.base) {
			kept[e.page] = append(kept[e.page], e.base)
			return true
		}
		return false
	}
	open := true
	for i := range edges { // from the top of each page
		open = outer(&edges[i], open || i == 0 || edges[i-1].page != edges[i].page)
	}
	for i := len(edges) - 1; i >= 0; i-- { // and from the bottom
		open = outer(&edges[i], open || i == len(edges)-1 || edges[i+1].page != edges[i].page)
	}
	for page := range gone {
		gone[page] = kept[page]
	}
}

// edgesOf returns the first and last lines of a page.
func edgesOf(rows []typeset.Line, page int) []edgeLine {
	var out []edgeLine
	for i, l := range rows {
		if i >= edge && i < len(rows)-edge {
			continue
		}
		e := edgeLine{page: page, base: l.Base, size: l.Size, text: Letters(l.Text)}
		text := strings.ToLower(document.OneLine(l.Text))
		if romanNumber.MatchString(text) {
			text = "#"
		}
		e.pattern = number.ReplaceAllStringFunc(text, func(s string) string {
			if n, err := strconv.Atoi(s); err == nil {
				e.numbers = append(e.numbers, n)
			}
			return "#"
		})
		e.alone, e.last, e.below = apart(rows, i), i == len(rows)-1, hanging(rows, i)
		if i == 0 {
			e.head, e.tail = headOf(&l), tailOf(text)
		}
		out = append(out, e)
	}
	return out
}

// headOf returns the letters of a line before a wide gap in it; "" if it has none.
func headOf(l *typeset.Line) string {
	var head strings.Builder
	for i := range l.Frags {
		if i > 0 && l.Frags[i].Gap(l.Frags[i-1].Span) > 2*l.Size {
			return Letters(head.String())
		}
		head.WriteString(l.Frags[i].Text)
	}
	return ""
}

// tailOf returns the letters of the last two words of a line of more.
func tailOf(text string) string {
	if words := strings.Fields(text); len(words) > 2 {
		return Letters(strings.Join(words[len(words)-2:], ""))
	}
	return ""
}

// parted returns the first lines of pages that have the chapter at one end and the
// section, or the title of the text, at the other. What returns on several pages tells
// them: all of one end, or of chapters of which there is one page the word that they begin
// with.
func parted(edges []edgeLine) []edgeLine {
	const enough, word, title = 3, 4, 8 // pages; letters of a word like chapter, and of the end of a title
	type place struct {
		height int
		words  string
	}
	heads, tails, words := map[place]int{}, map[place]int{}, map[place]bool{}
	at := func(e *edgeLine, words string) place { return place{int(math.Round(e.base)), words} }
	for i := range edges {
		heads[at(&edges[i], edges[i].head)]++
		tails[at(&edges[i], edges[i].tail)]++
	}
	for p, n := range heads {
		if n >= enough && len(p.words) >= word {
			words[place{p.height, p.words[:word]}] = true
		}
	}
	var out []edgeLine
	for i := range edges {
		e := &edges[i]
		if len(e.head) >= word && words[at(e, e.head[:word])] || len(e.tail) >= title && tails[at(e, e.tail)] >= enough {
			out = append(out, *e)
		}
	}
	return out
}

// isNumber reports whether the line is a page number: nothing else, or its own page's
// with a word before or after it, at the foot of the page or as another page of its
// group has it, and no text hangs on it.
func (e *edgeLine) isNumber(group []edgeLine) bool {
	const words = 14 // bytes, as in "- 3 -" and "page 3 of 10"
	own := func(f edgeLine) bool { return len(f.numbers) > 0 && f.numbers[0] == f.page+1 }
	other := func(f edgeLine) bool { return f.page != e.page && own(f) }
	return e.pattern == "#" || own(*e) && len(e.text) <= words && !e.heads() &&
		(e.last || strings.IndexFunc(e.pattern, unicode.IsLetter) < 0 || slices.ContainsFunc(group, other))
}

// apart reports whether line i, the first or last of a page, stands away from
// the text.
func apart(rows []typeset.Line, i int) bool {
	const away = 1.8 // lines
	last := len(rows) - 1
	return last > 0 && (i == 0 && rows[1].Base-rows[0].Base > away*rows[0].Size ||
		i == last && rows[last].Base-rows[last-1].Base > away*rows[last].Size)
}

// repeated returns those of a group of lines with the same pattern that repeat
// at one height: with page numbers that count along on at least two pages, or
// with the same text on at least three pages or half of them, or with the same words
// between changing numbers on five, as the first and last section of each page.
func repeated(group []edgeLine, pages int) []edgeLine {
	var out []edgeLine
	for _, e := range group {
		same, counting, between, alone := 0, 0, 0, e.alone
		for _, f := range group {
			if f.page == e.page || !typeset.Near(f.base, e.base, sameHeight) {
				continue
			}
			if slices.Equal(e.numbers, f.numbers) {
				same++
				alone = alone || f.alone
			} else if counts(e, f) {
				counting++
			}
			between++
		}
		if counting > 0 || between >= 4 && e.spans() || same >= 2 || same == 1 && pages <= 4 && alone {
			out = append(out, e)
		}
	}
	return out
}

// group is the pattern of a line; where the same begins and ends it, as in "§ # Fees
// § #", the words between, which may change with the chapter, do not count.
func (e *edgeLine) group() string {
	fields := strings.Fields(e.pattern)
	for n := len(fields)/2 - 1; n > 0; n-- {
		if head := fields[:n]; slices.Equal(head, fields[len(fields)-n:]) && strings.Contains(strings.Join(head, ""), "#") {
			return strings.Join(head, " ") + ellipsis
		}
	}
	return e.pattern
}

// halves returns the lines that have one of the two numbers of the running heads that are
// gone, at their height: those of the pages where a chapter begins or ends.
func halves(edges []edgeLine, gone map[int][]float64) []edgeLine {
	type head struct {
		height int
		number string // "§ #-#"
	}
	heads := map[head]bool{}
	for _, e := range edges {
		if number, is := strings.CutSuffix(e.group(), ellipsis); is && slices.Contains(gone[e.page], e.base) {
			heads[head{int(math.Round(e.base)), number}] = true
		}
	}
	var out []edgeLine
	for h := range heads {
		for _, e := range edges {
			if typeset.Near(e.base, float64(h.height), sameHeight) && (strings.HasPrefix(e.pattern, h.number+" ") || strings.HasSuffix(e.pattern, " "+h.number)) {
				out = append(out, e)
			}
		}
	}
	return out
}

// ellipsis stands in a group for words that change.
const ellipsis = " … "

// spans reports a line of words between two numbers, the second not below the first:
// "§ 10-115 TOWN BYLAWS § 10-120".
func (e *edgeLine) spans() bool {
	const words = 8 // letters
	first, last := strings.Index(e.pattern, "#"), strings.LastIndex(e.pattern, "#")
	n := len(e.numbers)
	return first < last && n%2 == 0 && slices.Compare(e.numbers[:n/2], e.numbers[n/2:]) <= 0 &&
		len(Letters(e.pattern[first:last])) > words
}

// counts reports whether one of the numbers of two lines grows with the page.
func counts(e, f edgeLine) bool {
	if len(e.numbers) != len(f.numbers) {
		return false
	}
	for i := range e.numbers {
		if d := f.page - e.page; f.numbers[i]-e.numbers[i] == d {
			return true
		}
	}
	return false
}

// inBand reports whether a line that stands alone does so at a height at which most pages
// have a running head: one that changes with the chapter.
func inBand(e edgeLine, heights map[int]int, pages int) bool {
	at := int(math.Round(e.base))
	return pages >= 3 && 2*(heights[at-1]+heights[at]+heights[at+1]) > pages
}
