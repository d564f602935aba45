package outline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
	"pincite/internal/text"
)

// candidates returns the lines that may be headings, in text order.
func (p *parse) candidates() []*levels.Candidate {
	var out []*levels.Candidate
	under, formatted := p.underlines(), p.formatted()
	quoted := p.quotedLines()
	p.leads = p.findLeads()
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Out || quoted[i] || l.Kind == block.Code || l.Kind == block.Row || l.Kind == block.Note || p.historyLine(i) {
			continue
		}
		m, ok := p.markOf(i, under, formatted)
		if ok {
			out = append(out, &levels.Candidate{Line: i, Mark: m, Shape: p.shapeOf(i, m)})
		}
	}
	return out
}

// markOf reads the mark of line i: what the format says, its own, or that of the
// line of signs below it. Where the format gives headings, no paragraph is one for its
// capitals, nor is one elsewhere that has no running text right below it.
func (p *parse) markOf(i int, under map[int]int, formatted bool) (heading.Mark, bool) {
	s, l := p.Line(i), &p.Lines[i]
	if lead := p.leads[i]; l.Kind == block.Heading && lead > 0 {
		return heading.GivenBehind(s, lead, max(l.From.Level, 1)), true
	} else if lead > 0 {
		m, _ := heading.Led(s)
		return m, true
	}
	if l.Kind == block.Heading {
		return heading.Given(s, p.Label(i), max(l.From.Level, 1)), true
	}
	if level, ok := under[i]; ok {
		return heading.Given(s, 0, level), true
	}
	m, ok := heading.Labelled(s, p.Label(i))
	if !ok && l.Gap && p.aloneInGap(i) && (!l.Given() || !formatted && l.Kind == block.Paragraph && i+1 < len(p.Lines) && p.prose(i+1)) {
		if caps, ok := heading.Capitals(s); ok {
			return caps, true
		}
	}
	if level := p.numbers(i, &m); ok && level > 0 {
		return heading.Given(s, p.Label(i), level), true
	}
	if !ok && l.Listed > 0 {
		return heading.Listed(l.Listed), true
	}
	begins := ok && p.mayBegin(i, &m)
	if !ok || m.Style == "1 " && (!begins || endsOpen(s)) {
		m, ok = heading.Paragraph(s)
		return m, ok && l.Kind == block.Text && (l.Gap || i > 0 && paused(p.Line(i-1))) && (heading.Stopped(s) || !p.counts(i, &m))
	}
	if strings.HasPrefix(m.Style, "#") && (l.Given() || s[0] == '#' && !p.Hashes || s[0] == '=' && !p.Equals) || !begins {
		return heading.Mark{}, false
	}
	return m, true
}

// numbers returns the level of the heading right below line i, if that is a paragraph of
// nothing but a word and a number, as in "Annex A", and the heading has none; 0 if not.
func (p *parse) numbers(i int, m *heading.Mark) int {
	if m.Kind == "" || m.Rest < len(p.Line(i)) || p.Lines[i].Kind != block.Paragraph || i+1 == len(p.Lines) || p.Lines[i+1].Kind != block.Heading {
		return 0
	}
	if own := heading.Given(p.Line(i+1), p.Label(i+1), 1); own.Numbered() {
		return 0
	}
	return max(p.Lines[i+1].From.Level, 1)
}

// underlines returns the levels of the lines that have a line of signs right below
// them, and sets the signs aside. Which sign is which level, the text says by
// using them; beside Markdown's hashes, = is the first and - the second.
func (p *parse) underlines() map[int]int {
	found := map[int]int{}
	var order []string
	if p.Hashes {
		order = []string{"=", "-"}
	}
	for i := range p.Lines {
		if !p.underlined(i) {
			continue
		}
		sign := closeUp(p.Line(i + 1))[:1]
		if p.overlined(i) {
			p.Lines[i-1].Out = true
			sign += sign
		}
		if !slices.Contains(order, sign) {
			order = append(order, sign)
		}
		found[i] = slices.Index(order, sign) + 1
		p.Lines[i+1].Out = true
	}
	return found
}

// overlined reports that the line of signs below line i stands above it, too.
func (p *parse) overlined(i int) bool {
	return i > 0 && !p.Lines[i].Gap && p.Line(i-1) == p.Line(i+1)
}

// underlineSigns are those that headings are underlined with.
const underlineSigns = "=-~*^\"+#'`:._"

// underlined reports a line of words with a line of one sign right below it, about
// as long as itself.
func (p *parse) underlined(i int) bool {
	const longest, off = 100, 4
	if i+1 >= len(p.Lines) || p.Lines[i+1].Gap || p.Lines[i].Given() || p.Lines[i].Out || p.Lines[i].Kind != block.Text || p.Lines[i+1].Kind != block.Text {
		return false
	}
	if !p.Lines[i].Gap && !p.overlined(i) && !(i > 0 && rule(p.Line(i-1))) {
		return false
	}
	under, n := closeUp(p.Line(i+1)), utf8.RuneCountInString(p.Line(i))
	if len(under) < 3 || n > longest || rule(p.Line(i)) || p.drawn(i) || !strings.Contains(underlineSigns, under[:1]) || strings.Trim(under, under[:1]) != "" {
		return false
	}
	return under[0] == '=' || under[0] == '-' || p.overlined(i) && len(under) >= n || len(under) >= n-off && len(under) <= n+off
}

// closeUp returns a line of signs that stand apart, "- - - -", as one without spaces, of its
// length.
func closeUp(s string) string {
	if len(s) > 2 && strings.Trim(s, s[:1]+" ") == "" && strings.HasPrefix(s[1:], " "+s[:1]) {
		return strings.ReplaceAll(s, " ", s[:1])
	}
	return s
}

// drawn reports a line of a picture made of signs, as of the fields of a packet: it has a
// bar, or the line of signs below it is the top of a box with bars.
func (p *parse) drawn(i int) bool {
	return strings.Contains(p.Line(i), "|") || i+2 < len(p.Lines) && strings.Count(p.Line(i+2), "|") > 1
}

// mayBegin reports whether line i stands where a heading or list item can: in a
// text broken into lines by hand, not in the middle of a sentence.
func (p *parse) mayBegin(i int, m *heading.Mark) bool {
	l := &p.Lines[i]
	switch {
	case l.Kind == block.Item, p.Label(i) > 0:
		return true
	case l.Kind == block.Paragraph:
		return true
	case m.Style == "1 " || m.Style == "I." && m.Rest == len(p.Line(i)):
		return l.Gap && (p.aloneInGap(i) || m.Style == "1 " && p.Lines[i+1].Room >= muchRoom && heading.Begins(p.Line(i+1)) && !p.counts(i, m))
	case l.Gap || !l.Soft || p.Lines[i-1].Out:
		return true
	case l.Room >= muchRoom && (m.Kind == "" || !strings.Contains(p.Line(i), ", ")):
		return true
	}
	if _, after := heading.Read(p.Line(i - 1)); after && (l.Hard() || utf8.RuneCountInString(p.Line(i-1)) < 60) {
		return true // right below another heading
	}
	before := p.Line(i - 1)
	if m.Style == "1." && text.Month(p.Line(i)[m.Rest:]) {
		return false
	}
	if m.Kind != "" { // after a comma it is a reference
		return paused(before) || p.belowTitle(i)
	}
	return paused(before) || strings.HasSuffix(before, ",") || joined(before)
}

// counts reports that the line below line i, which begins with a bare number, begins with the
// next: so do the lines of a listing.
func (p *parse) counts(i int, m *heading.Mark) bool {
	if i+1 == len(p.Lines) {
		return false
	}
	next, ok := heading.Paragraph(p.Line(i + 1))
	return ok && next.Number == m.Number+1
}

// muchRoom is how many runes a line has to spare that was broken on purpose even in
// a text with ragged lines.
const muchRoom = 15

// belowTitle reports that the lines right above i are a heading of which only the
// number stands on its line, and a title of one or more lines.
func (p *parse) belowTitle(i int) bool {
	const most = 4
	for j := i - 1; j >= 0 && i-j <= most; j-- {
		s := p.Line(j)
		if m, ok := heading.Read(s); ok && m.Kind != "" && m.Rest >= len(s) {
			return true
		}
		_, capitals := heading.Capitals(s)
		if len(s) > 2*maxTitle || heading.Stopped(s) && !capitals || strings.ContainsAny(s[len(s)-1:], ",;") {
			return false
		}
		if p.Lines[j].Gap {
			return capitals
		}
	}
	return false
}

// aloneInGap reports whether nothing stands right below line i.
func (p *parse) aloneInGap(i int) bool {
	return i+1 >= len(p.Lines) || p.Lines[i+1].Gap || !p.Lines[i+1].Soft
}

func (p *parse) shapeOf(i int, m heading.Mark) levels.Shape {
	s, l := p.Line(i), &p.Lines[i]
	first, more := firstSentence(s[m.Rest:])
	stop := heading.Stopped(s)
	if i+1 < len(p.Lines) && p.Lines[i+1].Split {
		stop = heading.Stopped(p.Line(i + 1)) // which it was one line with
	}
	shape := levels.Shape{RunIn: more && len(first) <= maxHeading, Stop: stop, Low: strings.HasPrefix(m.Style, "1") && low(s[m.Rest:]), Indent: l.Indent,
		Alone: p.alone(i), Doubt: p.refers(i, &m)}
	if l.Kind == block.Item {
		shape.Item, shape.Depth, shape.Told = true, l.From.Level, p.Label(i) > 0
	}
	return shape
}

// low reports words that begin in lower case.
func low(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return text.Small(r)
}

// refers reports a line that begins with a word and a number as headings do, and as a
// sentence does that refers to a section, or a piece of one: "Section 4 applies to
// tenants.", "Article 54 Penalties, and what".
func (p *parse) refers(i int, m *heading.Mark) bool {
	s, l := p.Line(i), &p.Lines[i]
	if m.Kind == "" || l.Kind == block.Heading {
		return false
	}
	if l.Kind != block.Paragraph && p.runsOn(i) {
		return true
	}
	if m.Rest >= len(s) || l.Kind != block.Paragraph {
		return m.Rest < len(s) && !l.Gap && strings.Contains(s, ", ")
	}
	first, _ := utf8.DecodeRuneInString(s)
	parted := unicode.Is(unicode.Han, first) && m.Rest > len(m.Label) // 第三条 and a space, which no sentence has there
	return heading.Stopped(s) && !parted && !strings.ContainsAny(s[:m.Rest], ".:—–")
}

// runsOn reports that a sentence goes on in line i: the one before has no end and is no
// heading.
func (p *parse) runsOn(i int) bool {
	if i == 0 || p.Lines[i].Gap || p.Lines[i-1].Out || paused(p.Line(i-1)) || p.caption(i-1) {
		return false
	}
	_, above := heading.Read(p.Line(i - 1))
	_, capitals := heading.Capitals(p.Line(i - 1))
	return !above && !capitals && (!p.belowTitle(i) || strings.Contains(p.Line(i-1), "，"))
}

// alone reports a line that is a paragraph of its own, and does not end as a sentence or
// a point of a list does.
func (p *parse) alone(i int) bool {
	s, l := p.Line(i), &p.Lines[i]
	return (l.Gap || !l.Soft || l.Room >= muchRoom || heading.Stopped(p.Line(i-1))) && (i+1 >= len(p.Lines) || p.Lines[i+1].Gap) &&
		!heading.Stopped(s) && !strings.ContainsAny(s[len(s)-1:], ";,:")
}

// paused reports whether the line after s may begin something new.
func paused(s string) bool {
	return heading.Stopped(s) || text.EndsIn(s, ":;：")
}

// joined reports a line that ends in the word before the last point of a list.
func joined(s string) bool { return strings.HasSuffix(s, " and") || strings.HasSuffix(s, " or") }

// listedOn reports the same in any language, where a semicolon stands before that word: "; y".
func listedOn(s string) bool {
	const longest = 4 // letters
	at := strings.LastIndexByte(s, ' ')
	return at > 0 && s[at-1] == ';' && utf8.RuneCountInString(s[at+1:]) <= longest && low(s[at+1:])
}

// dropIndented drops the candidates of plain text that stand deeper than the
// running text, as examples, quotations and references do, where the others of
// their style, or all other headings, do not. Points in brackets are often deep.
func (p *parse) dropIndented(cands []*levels.Candidate) []*levels.Candidate {
	body := p.Body()
	deep, shallow := map[string]int{}, map[string]int{}
	all := 0
	for _, c := range cands {
		if p.deep(c, body) {
			deep[c.Mark.Style]++
		} else {
			shallow[c.Mark.Style]++
			if !bracketStyle(c.Mark.Style) {
				all++
			}
		}
	}
	return slices.DeleteFunc(cands, func(c *levels.Candidate) bool {
		style := c.Mark.Style
		if style == heading.CapitalStyle && all-shallow[style] >= 3 && strings.HasSuffix(p.Line(c.Line), ":") {
			return true // "NOTE:" in a numbered text
		}
		if !p.deep(c, body) || bracketStyle(style) || p.apart(c) {
			return false
		}
		few := deep[style] < 3 || style == heading.CapitalStyle
		return shallow[style] > 0 && shallow[style] >= deep[style]/4 || few && all >= 3
	})
}

// apart reports a word and its number on a line of their own with gaps around it, as
// in "PART 1", which stands in the middle of a page.
func (p *parse) apart(c *levels.Candidate) bool {
	return c.Mark.Kind != "" && c.Mark.Rest >= len(p.Line(c.Line)) && p.Lines[c.Line].Gap && p.aloneInGap(c.Line)
}

// doubtGlued doubts the words with numbers that stand right below other lines in plain
// text where nearly all of their kind have a gap above, or nearly all other headings.
func (p *parse) doubtGlued(cands []*levels.Candidate) {
	const most = 4 // times as many with a gap
	gaps, glued, all := map[string]int{}, map[string][]*levels.Candidate{}, 0
	for _, c := range cands {
		l := &p.Lines[c.Line]
		if l.Gap && !bracketStyle(c.Mark.Style) {
			all++
		}
		switch {
		case c.Mark.Kind == "" || l.Given():
		case l.Gap:
			gaps[c.Mark.Style]++
		default:
			glued[c.Mark.Style] = append(glued[c.Mark.Style], c)
		}
	}
	for style, group := range glued {
		for _, c := range group {
			c.Shape.Doubt = c.Shape.Doubt || gaps[style] >= most*len(group) || gaps[style] == 0 && all >= 2*most*len(group)
		}
	}
}

// deep reports a line of plain text indented beyond the running text, whose
// paragraph is indented as a whole and not only in its first line.
func (p *parse) deep(c *levels.Candidate, body int) bool {
	l := &p.Lines[c.Line]
	tabbed := body == 0 && capitals(c) && p.Source[max(l.Span.Start-1, 0)] == '\t' // in the margin of a listing
	if l.Given() || !tabbed && l.Indent < body+2 || p.Centred(c.Line) {
		return false
	}
	next := c.Line + 1
	return next >= len(p.Lines) || p.Lines[next].Gap || p.Lines[next].Indent >= l.Indent
}

// bracketStyle reports the marks of list points: "(1)", "a)", "a.", "（一）".
func bracketStyle(style string) bool {
	return strings.HasPrefix(style, "(") || strings.HasSuffix(style, ")") || style == "a." || style == "aa." || style == "i." || style == "а."
}

// dropped returns the candidates with a number that became nothing.
func dropped(cands []*levels.Candidate) []*levels.Candidate {
	var out []*levels.Candidate
	for _, c := range cands {
		if c.Drop && c.Mark.Number > 0 {
			out = append(out, c)
		}
	}
	return out
}
