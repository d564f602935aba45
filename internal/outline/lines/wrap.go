package lines

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/text"
)

const (
	// maxWidth is the longest line, in runes, of a paragraph that was broken by
	// hand or by a program; longer lines are paragraphs.
	maxWidth = 180

	// minFull is the shortest line, in columns, that can be one of a broken
	// paragraph; a shorter one ends it, or is a heading.
	minFull = 40
)

// A run is lines [from, to) of plain text without a blank line between them.
type run struct {
	from, to int
	list     int // lines that end in a semicolon, and one that ends in a colon
	open     int // lines that stop in the middle of a sentence
	full     int // lines that could be broken ones
	long     bool
}

// wrap tells which lines go on with a paragraph, run by run: a file may have
// paragraphs that are broken into lines beside some that are not.
func (t *Text) wrap() {
	runs := t.runs()
	t.width = t.usualWidth()
	full, open, long := 0, 0, 0
	for _, r := range runs {
		full, open = full+r.full, open+r.open
		if r.long {
			long++
		}
	}
	usual := open*2 > full && long*20 <= len(runs)+len(t.Lines)/4
	for _, r := range runs {
		wrapped := usual
		switch {
		case r.long:
			wrapped = false
		case r.full > 0 && r.open > 0:
			wrapped = r.open*2 > r.full || usual && r.open*2 == r.full
		}
		for i := r.from + 1; i < r.to; i++ {
			t.Lines[i].Room = t.room(i)
			ended := t.Lines[i].Hard() && heading.Stopped(t.Line(i-1)) && heading.Begins(t.Line(i))
			t.Lines[i].Soft = wrapped && !ended || t.continues(i)
			t.Lines[i].List = r.list > 1
		}
	}
}

// runs returns the runs of plain lines.
func (t *Text) runs() []run {
	var out []run
	for i := range t.Lines {
		l := &t.Lines[i]
		if l.Out || l.Kind != block.Text || l.Given() {
			continue
		}
		if l.Gap || len(out) == 0 || out[len(out)-1].to != i {
			out = append(out, run{from: i, to: i})
		}
		r := &out[len(out)-1]
		r.to = i + 1
		s := t.Line(i)
		if text.EndsIn(s, ";；") || text.EndsIn(s, ":：") && r.list == 0 {
			r.list++
		}
		r.long = r.long || len(s) > maxWidth && utf8.RuneCountInString(s) > maxWidth
		if i+1 == len(t.Lines) || t.Lines[i+1].Gap || !full(s) || listItem(t.Line(i+1)) || headed(s) {
			continue
		}
		r.full++
		if !heading.Stopped(s) && !text.EndsIn(s, ":;：；") {
			r.open++
		}
	}
	return out
}

// full reports a line that can be one of a broken paragraph. Letters of the East take two
// columns.
func full(s string) bool {
	if len(s) <= minFull {
		return false
	}
	columns := 0
	for _, r := range s[:min(len(s), utf8.UTFMax*(minFull+1))] {
		if columns++; unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			columns++
		}
	}
	return columns > minFull
}

// listItem reports a line that begins as the points of a list do, and not with a day.
func listItem(s string) bool {
	m, ok := heading.Read(s)
	return ok && (m.Style != "1." || !text.Month(s[m.Rest:]))
}

// headed reports a line that begins with a word for what stands behind the body of a text and
// a number, "Annex II. Fees": a title ends it, where the line of an article may be its text.
func headed(s string) bool {
	m, ok := heading.Read(s)
	return ok && m.Rank == lexicon.RankAnnex && m.Number > 0
}

// continues reports a line that can only go on with the one before: it begins in
// lower case in the middle of a sentence, or of a word, or with the day of a month that
// a word in lower case leads to.
func (t *Text) continues(i int) bool {
	before := t.Line(i - 1)
	if m, ok := heading.Read(t.Line(i)); ok && m.Style == "1." && text.Month(t.Line(i)[m.Rest:]) {
		last, _ := utf8.DecodeRuneInString(before[strings.LastIndexByte(before, ' ')+1:])
		return text.Small(last) && !heading.Stopped(before)
	}
	if t.countsOn(i) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(t.Line(i))
	if !text.Small(r) || heading.Stopped(before) || text.EndsIn(before, ":;：；") || listItem(t.Line(i)) {
		return false
	}
	n := utf8.RuneCountInString(before)
	return n <= maxWidth && (full(before) || broken(before) || t.narrow(n))
}

// countsOn reports a number without a sign and, behind it, a word in letters that have no
// case, after a line that is no heading and does not end: "no more than" and "30 days".
func (t *Text) countsOn(i int) bool {
	const least = 25 // runes
	before, s := t.Line(i-1), t.Line(i)
	word := strings.TrimLeftFunc(s, unicode.IsDigit)
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(word, heading.Blank))
	return word != s && len(word) > 0 && word[0] == ' ' && unicode.In(r, unicode.Arabic, unicode.Hebrew) &&
		!heading.Stopped(before) && !text.EndsIn(before, ":;،,") && utf8.RuneCountInString(before) >= least
}

// broken reports a line that ends in a part of a word.
func broken(s string) bool {
	word, hyphened := strings.CutSuffix(s, "-")
	r, _ := utf8.DecodeLastRuneInString(word)
	return hyphened && text.Small(r)
}

// narrow reports that a line of n runes fills most of a column that is narrow itself.
func (t *Text) narrow(n int) bool {
	const least = 18
	return t.width >= least && t.width <= 2*minFull && n*10 >= t.width*7
}

// usualWidth returns the width, in runes with indentation, that nearly all lines
// of broken paragraphs keep to.
func (t *Text) usualWidth() int {
	var widths []int
	for i := range t.Lines {
		if l := &t.Lines[i]; !l.Out && l.Kind == block.Text && i+1 < len(t.Lines) && !t.Lines[i+1].Gap {
			if w := t.widthOf(i); w <= maxWidth {
				widths = append(widths, w)
			}
		}
	}
	if len(widths) == 0 {
		return 0
	}
	slices.Sort(widths)
	return widths[len(widths)*19/20]
}

func (t *Text) widthOf(i int) int { return t.Lines[i].Indent + utf8.RuneCountInString(t.Line(i)) }

// room returns how many runes line i-1 had to spare for the first word of line i.
func (t *Text) room(i int) int {
	word, _, _ := strings.Cut(t.Line(i), " ")
	return t.width - t.widthOf(i-1) - 1 - utf8.RuneCountInString(word[:min(len(word), maxWidth)])
}

// Centred reports a line that stands in the middle of the page.
func (t *Text) Centred(i int) bool {
	const most = 4
	l := &t.Lines[i]
	if l.Indent < 2*most || t.width == 0 {
		return false
	}
	off := l.Indent + utf8.RuneCountInString(t.Line(i))/2 - t.width/2
	return off >= -most && off <= most && !t.blockOf(i)
}

// blockOf reports that line i, in a text of short lines whose middle is near, stands in a
// block that begins one or two tabs from the margin, as examples and listings do: another
// line close by begins there and is longer or shorter than one in the middle would be.
func (t *Text) blockOf(i int) bool {
	const narrow, deepest, near, differ = 40, 16, 10, 6
	l, n := &t.Lines[i], utf8.RuneCountInString(t.Line(i))
	if t.width > narrow || l.Indent > deepest {
		return false
	}
	for j := max(0, i-near); j <= min(i+near, len(t.Lines)-1); j++ {
		m := utf8.RuneCountInString(t.Line(j))
		if t.Lines[j].Indent == l.Indent && max(m-n, n-m) >= differ {
			return true
		}
	}
	return false
}

// Body returns the indentation of most running text, in runes.
func (t *Text) Body() int {
	count := map[int]int{}
	best := 0
	for i := range t.Lines {
		l := &t.Lines[i]
		if l.Out || l.Kind != block.Text || l.Span.Len() <= minFull && !heading.Stopped(t.Line(i)) {
			continue
		}
		count[l.Indent] += min(l.Span.Len(), maxWidth)
		if count[l.Indent] > count[best] {
			best = l.Indent
		}
	}
	return best
}

// rows marks the rows of tables in plain text: lines right below each other with
// several columns of their own, between bars, or with dots that lead to the last.
func (t *Text) rows() {
	is := func(i int) bool {
		return i >= 0 && i < len(t.Lines) && !t.Lines[i].Out && t.Lines[i].Kind == block.Text && (columns(t.Line(i)) >= 3 || led(t.Line(i)))
	}
	for i := range t.Lines {
		if is(i) && (is(i+1) && !t.Lines[i+1].Gap || t.Lines[max(i-1, 0)].Kind == block.Row && !t.Lines[i].Gap) {
			t.Lines[i].Kind = block.Row
		}
	}
}

// led reports words and dots that lead to what stands at the end of the line: "Towels
// ....... 2.50".
func led(s string) bool {
	for _, dots := range []string{"....", ". . . .", "……"} {
		if words, rest, ok := strings.Cut(s, dots); ok && words != "" && strings.Trim(rest, ".… ") != "" {
			return true
		}
	}
	return false
}

// longCell is the mean length of cells, in bytes, from which on a line that is longer than
// broken ones is no row but running text in which some spaces are wide.
const longCell = 40

// columns counts the columns of a line: words that wide spaces, tabs or bars part.
func columns(s string) int {
	if strings.HasPrefix(s, "|") {
		return strings.Count(s, "|")
	}
	n, size := 0, 0
	for part := range strings.SplitSeq(strings.ReplaceAll(s, "\t", wide), wide) {
		if cell := len(strings.TrimSpace(part)); cell > 0 {
			n, size = n+1, size+cell
		}
	}
	if size > maxWidth && size > longCell*n {
		return 1
	}
	return n
}

// shapeOfDigits is s on one line with every digit as 0.
func shapeOfDigits(s string) string {
	return document.OneLine(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, s))
}
