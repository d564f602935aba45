package outline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// titleLines are the lines of a title.
type titleLines struct {
	from, to int           // lines [from, to)
	over     int           // how many lines right above belong to it
	words    document.Span // the words of the title
}

// titleWords are the kinds of document that titles name.
var titleWords = strings.Fields("opinions law act regulation directive agreement contract rules policy constitution decree " +
	"resolution treaty convention guidelines specification protocol 意见 法 条例 办法 规定 决定 通知 公告 规则 章程 合同 " +
	"закон кодекс постановление указ приказ договор положение правила ley decreto reglamento contrato constitución código")

// headLines is how far down a title is looked for, in lines.
const headLines = 40

// findTitle finds the title in the lines above the first heading, or a sole
// top heading that serves as one.
func (p *parse) findTitle(cands []*levels.Candidate, first int) titleLines {
	if p.title.to > 0 {
		return p.title // of titleAgain
	}
	if b, ok := p.spacedTitle(cands); ok {
		return b
	}
	if b, ok := p.topHeading(cands); ok {
		return b
	}
	best, score := -1, 0.0
	for i := 0; i < min(first, headLines); i++ {
		if p.Lines[i].Out || p.prose(i) || p.Lines[i].Kind != block.Text && p.Lines[i].Kind != block.Paragraph {
			if !p.Lines[i].Out {
				break
			}
			continue
		}
		if s := p.titleScore(i, first); (best < 0 || s > score) && strings.ContainsFunc(p.Line(i), unicode.IsLetter) {
			best, score = i, s
		}
	}
	if best < 0 || score < 0 || len(cands) == 0 && !p.standsAlone(best) {
		return titleLines{}
	}
	return p.titleBlock(best, first)
}

// topHeading returns the document's title where it is a heading itself: the
// first one, in capitals or Markdown's highest, the only one of its level.
func (p *parse) topHeading(cands []*levels.Candidate) (titleLines, bool) {
	if len(cands) == 0 || cands[0].Mark.Number > 0 {
		return titleLines{}, false
	}
	for _, find := range []func([]*levels.Candidate) (titleLines, bool){p.belowOpening, p.titlePage, p.aboveFirst} {
		if b, ok := find(cands); ok {
			return b, true
		}
	}
	top := cands[0]
	empty := len(cands) > 1 && !p.textIn(top.Line+1, cands[1].Line)
	for _, c := range cands[1:] {
		if empty && c.Mark.Number > 0 && c.Mark.Style == top.Mark.Style {
			continue // all others have numbers
		}
		if top.Mark.Style != heading.CapitalStyle && c.Mark.Kind == "" && (c.Mark.Style == top.Mark.Style || c.Mark.Rank < top.Mark.Rank && c.Mark.Rank > 0) {
			return titleLines{}, false
		}
	}
	others := slices.ContainsFunc(cands[1:], func(c *levels.Candidate) bool { return c.Mark.Style == heading.CapitalStyle })
	above := top.Line
	if p.titled(top) {
		above = 0
	}
	for i := range above {
		if !p.Lines[i].Out && (top.Mark.Style != heading.CapitalStyle || others || p.prose(i)) {
			return titleLines{}, false
		}
	}
	to := len(p.Lines)
	if len(cands) > 1 {
		to = cands[1].Line
	}
	b := p.titleBlock(top.Line, to)
	b.words.Start = p.At(top.Line, top.Mark.Rest)
	return b, true
}

// titled reports that a heading which the format gives is, or begins, the title that it has
// for the whole: what stands above it on the page is none.
func (p *parse) titled(c *levels.Candidate) bool {
	rest, ok := strings.CutPrefix(p.given.Title, p.Line(c.Line)[c.Mark.Rest:])
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && c.Mark.Given() && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// belowOpening returns the words of the title where a foreword stands above it: the second
// heading, the only other one like that of the foreword, with sections right below it.
func (p *parse) belowOpening(cands []*levels.Candidate) (titleLines, bool) {
	if len(cands) < 3 || cands[0].Line != p.top() || !heading.Opening(p.Line(cands[0].Line)) || cands[1].Mark.Style != cands[0].Mark.Style ||
		!cands[2].Mark.Numbered() || p.textIn(cands[1].Line+1, cands[2].Line) || !p.textIn(cands[0].Line+1, cands[1].Line) {
		return titleLines{}, false
	}
	if slices.ContainsFunc(cands[2:], func(c *levels.Candidate) bool { return c.Mark.Style == cands[0].Mark.Style }) {
		return titleLines{}, false // they are sections
	}
	return titleLines{words: p.Lines[cands[1].Line].Span}, true
}

// aboveFirst returns the words of the title where the first line is a heading right above the
// first of those that a word numbers, and looks like these: no other heading stands so.
func (p *parse) aboveFirst(cands []*levels.Candidate) (titleLines, bool) {
	above := func(i int) bool {
		top, next := cands[i], cands[i+1]
		return !top.Mark.Numbered() && next.Mark.Kind != "" && next.Mark.Number > 0 && next.Mark.Style == top.Mark.Style && !p.textIn(top.Line+1, next.Line)
	}
	if len(cands) < 3 || cands[0].Line != p.top() || !above(0) || cands[1].Mark.Number > 1 {
		return titleLines{}, false
	}
	for i := range cands[1 : len(cands)-1] {
		if above(i + 1) {
			return titleLines{}, false // it names a group of them
		}
	}
	return p.titleBlock(cands[0].Line, cands[1].Line), true
}

// page returns the page that line i stands on, 0 where there are none.
func (p *parse) page(i int) int {
	if from := p.Lines[i].From; from != nil {
		return from.Page
	}
	return 0
}

// dropEmpty drops the lines in capitals above the first number that belong to the title,
// since no running text stands below them, and what stands at the end, as in "THE END".
func (p *parse) dropEmpty(cands []*levels.Candidate) []*levels.Candidate {
	first := slices.IndexFunc(cands, func(c *levels.Candidate) bool { return c.Mark.Number > 0 })
	for i, c := range cands {
		to := len(p.Lines)
		if i+1 < len(cands) {
			to = cands[i+1].Line
		}
		switch {
		case c.Mark.Style != heading.CapitalStyle:
		case to == len(p.Lines):
			c.Drop = !p.textIn(c.Line+1, to)
		case i > 0 && i < first && c.Line < headLines:
			c.Drop = cands[i+1].Mark.Kind != "" && !p.proseIn(c.Line+1, to)
		}
	}
	return levels.Kept(cands)
}

// ownNumber leaves the text its own number. That is a word and a high number on the first
// line which no other heading has, "STANDARD 4711", which is no candidate then; and, in a
// heading above all others, the number that none of them goes on from: "VB-60 Manual" above
// "1 Safety", which is a heading without one then.
func (p *parse) ownNumber(cands []*levels.Candidate) []*levels.Candidate {
	const high = 1000
	if len(cands) < 2 || cands[0].Line != p.top() || cands[0].Mark.Number == 0 {
		return cands
	}
	top, others := &cands[0].Mark, cands[1:]
	has := func(f func(*heading.Mark) bool) bool {
		return slices.ContainsFunc(others, func(c *levels.Candidate) bool { return f(&c.Mark) })
	}
	switch {
	case top.Kind != "":
		if top.Number >= high && !has(func(m *heading.Mark) bool { return m.Kind == top.Kind }) {
			return others
		}
	case top.Given() && !has(func(m *heading.Mark) bool { return m.Given() && m.Rank <= top.Rank || goesOn(m, top) }) &&
		(coded(top) || has(func(m *heading.Mark) bool {
			return m.Given() && m.Rank == top.Rank+1 && m.Number == 1 && m.Prefix == ""
		})):
		*top = heading.Mark{Style: top.Style, Rank: top.Rank, Rest: max(0, strings.Index(p.Line(cands[0].Line), top.Label))}
	}
	return cands
}

// goesOn reports whether a number goes on from that of a section above: 2.1 from 2.
func goesOn(m, above *heading.Mark) bool {
	return strings.HasPrefix(m.Designation.Normal, above.Designation.Normal+".") || strings.HasPrefix(m.Designation.Normal, above.Designation.Normal+"-")
}

// coded reports a number behind letters, as those of products and standards are.
func coded(m *heading.Mark) bool {
	s := m.Designation.Printed
	return strings.IndexFunc(s, unicode.IsLetter) == 0 && strings.ContainsFunc(s, unicode.IsDigit)
}

// proseIn reports whether any of lines [from, to) is running text.
func (p *parse) proseIn(from, to int) bool {
	for i := from; i < to; i++ {
		if !p.Lines[i].Out && !dateLine(p.Line(i)) && (p.prose(i) || len(p.Line(i)) > maxTitle) {
			return true
		}
	}
	return false
}

// columns are the spaces between the two sides of a page header.
const columns = "   "

// prose reports a line that is running text.
func (p *parse) prose(i int) bool {
	s := p.Line(i)
	if len(s) > 2*maxHeading {
		return true
	}
	return heading.Stopped(s) && !strings.HasPrefix(s, "(") && !strings.HasPrefix(s, "（") && !strings.Contains(s, columns) && !initialStops(s)
}

// initialStops reports a line whose last full stop stands behind a letter alone, as in
// "Ruderclub Seeblick e. V." and «2023 г.»: no sentence ends so.
func initialStops(s string) bool {
	before, ok := strings.CutSuffix(s, ".")
	if !ok {
		return false
	}
	r, size := utf8.DecodeLastRuneInString(before)
	before = before[:len(before)-size]
	return unicode.IsLetter(r) && (strings.HasSuffix(before, ".") || strings.HasSuffix(before, " "))
}

// spacedTitle returns a title whose letters stand apart, above the first number: no other line
// is as large.
func (p *parse) spacedTitle(cands []*levels.Candidate) (titleLines, bool) {
	limit := min(headLines, len(p.Lines))
	if i := slices.IndexFunc(cands, func(c *levels.Candidate) bool { return c.Mark.Numbered() }); i >= 0 {
		limit = min(limit, cands[i].Line)
	}
	for i := range limit {
		if !p.Lines[i].Out && spaced(p.Line(i)) {
			b := p.titleBlock(i, limit)
			b.over = i // who approved it, and when
			return b, true
		}
	}
	return titleLines{}, false
}

// spaced reports a line of letters that a blank each parts, "S A T Z U N G", which is how
// typewriters made a title large. Letters in the order of the alphabet, "A B C D", and those
// that stand further apart are above columns.
func spaced(s string) bool {
	const fewest, word = 4, 3
	letters := strings.Fields(s)
	counted := true
	for i, l := range letters {
		r, size := utf8.DecodeRuneInString(l)
		if size != len(l) || !unicode.IsUpper(r) {
			return false
		}
		if i > 0 {
			before, _ := utf8.DecodeRuneInString(letters[i-1])
			counted = counted && r == before+1
		}
	}
	return len(letters) >= fewest && !counted &&
		slices.ContainsFunc(strings.Fields(unspaced(s)), func(w string) bool { return utf8.RuneCountInString(w) >= word })
}

// unspaced returns a spaced line without the blanks between the letters of a word: more of
// them part words, as in "H A U S   U N D   H O F".
func unspaced(s string) string {
	var b strings.Builder
	blanks := 0
	for _, r := range s {
		if unicode.IsSpace(r) {
			blanks++
			continue
		}
		if blanks > 1 {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		blanks = 0
	}
	return b.String()
}

// standsAlone reports whether a line above a text without headings looks like
// its title rather than its first words.
func (p *parse) standsAlone(i int) bool {
	below := i+1 < len(p.Lines)
	return below && utf8.RuneCountInString(p.Line(i)) <= 150 && (p.Lines[i+1].Gap || !p.Lines[i+1].Soft)
}

// titleScore says how much line i looks like the title. A line that returns
// below, as on a web page, is nearly certain; the first line is the default.
func (p *parse) titleScore(i, first int) float64 {
	s := p.Line(i)
	score := -0.5 * float64(i)
	if score < -4 {
		score = -4
	}
	low := strings.ToLower(s)
	for _, w := range titleWords {
		if strings.Contains(low, w) {
			score += 3
			break
		}
	}
	for j := i + 1; j < min(first, headLines); j++ {
		if p.Line(j) == s {
			score += 10
		} else if j <= i+2 && dateLine(p.Line(j)) {
			score += 3
		}
	}
	_, capitals := heading.Capitals(s)
	switch {
	case dateLine(s), colon(s), rule(s):
		score -= 20
	case strings.Contains(s, columns):
		score -= 4
	case capitals, strings.HasPrefix(s, "《"):
		score += 2
	}
	if p.Lines[i].Indent >= 8 {
		score++
	}
	return score + 1
}

// titleBlock takes, after the title's line, the rest of a title of several
// lines, its repetition, and the dates and notes in brackets that stand by it.
func (p *parse) titleBlock(from, limit int) titleLines {
	b := titleLines{from: from, to: from + 1, words: p.Lines[from].Span}
	for b.to < limit && ((p.Lines[b.to].Soft || spaced(p.Line(from))) && !p.Lines[b.to].Gap || p.inCapitals(b.to) && p.Line(b.to) != p.Line(from)) && !p.Lines[b.to].Out && !p.prose(b.to) && !rule(p.Line(b.to)) {
		b.words.End = p.Lines[b.to].Span.End
		b.to++
	}
	title := p.Slice(b.words)
	for i := b.to; i < limit; i++ {
		s := p.Line(i)
		switch {
		case p.Lines[i].Out:
			continue
		case s == title, dateLine(s), rule(s):
		case i == limit-1 && limit < len(p.Lines) && !p.Lines[limit].Gap && p.Lines[i].Gap && p.caption(i):
			return b // the words of the first heading
		case strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")"), strings.HasPrefix(s, "（") && strings.HasSuffix(s, "）"):
		case p.dateLabel(i, limit):
		default:
			return b
		}
		b.to = i + 1
	}
	return b
}

// inCapitals reports that line i and the one above are in capitals, and that no text of
// its own stands below it.
func (p *parse) inCapitals(i int) bool {
	_, above := heading.Capitals(p.Line(i - 1))
	_, capitals := heading.Capitals(p.Line(i))
	return above && capitals && i+1 < len(p.Lines) && p.Lines[i+1].Gap && !p.prose(i+1)
}

// dateLabel reports "Release date:" above a date.
func (p *parse) dateLabel(i, limit int) bool {
	s := p.Line(i)
	return colon(s) && len(s) < 60 && i+1 < limit && dateLine(p.Line(i+1))
}

// colon reports a line that introduces what follows.
func colon(s string) bool { return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") }

// rule reports a line of signs that parts text, or underlines a heading.
func rule(s string) bool {
	return len(s) >= 3 && (strings.Trim(s, "=-_*~") == "" || strings.HasPrefix(s, "|") && strings.Trim(s, "|-: +") == "")
}
