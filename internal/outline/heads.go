package outline

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

func itoa(n int) string { return strconv.Itoa(n) }

// candidates returns the lines that may be headings, in text order.
func (p *parse) candidates() []*candidate {
	var out []*candidate
	for i := range p.lines {
		if p.lines[i].out || p.lines[i].code {
			continue
		}
		if m, ok := p.markOf(i); ok {
			out = append(out, &candidate{line: i, mark: m, shape: p.shapeOf(i, m)})
		}
	}
	return out
}

// markOf reads the mark of line i: its own, or that of the line of signs below it.
func (p *parse) markOf(i int) (mark, bool) {
	s := p.line(i)
	if m, ok := p.underlined(i); ok {
		return m, true
	}
	m, ok := findMark(s)
	if !ok && p.lines[i].gap && capitals(s) && p.aloneInGap(i) {
		return mark{style: "CAPS", rank: rankCapitals}, true
	}
	if !ok || strings.HasPrefix(m.style, "#") && !p.hashes {
		return mark{}, false
	}
	if !p.mayBegin(i, &m) {
		return mark{}, false
	}
	return m, true
}

// underlined recognises a heading with a line of = or - right below it.
func (p *parse) underlined(i int) (mark, bool) {
	if i+1 >= len(p.lines) || p.lines[i+1].gap || !p.lines[i].gap || utf8.RuneCountInString(p.line(i)) > 100 {
		return mark{}, false
	}
	under := p.line(i + 1)
	level := 0
	switch {
	case len(under) >= 3 && strings.Trim(under, "=") == "":
		level = 1
	case len(under) >= 3 && strings.Trim(under, "-") == "":
		level = 2
	default:
		return mark{}, false
	}
	m := mark{rank: level}
	if in, ok := findMark(p.line(i)); ok && in.number > 0 {
		m = in
		m.rank, m.alt = level, nil
	}
	m.style = "#" + itoa(level)
	return m, true
}

// mayBegin reports whether line i stands where a heading or list item can: in a
// text broken into lines by hand, not in the middle of a sentence.
func (p *parse) mayBegin(i int, m *mark) bool {
	l := &p.lines[i]
	switch {
	case m.style == "1 ":
		return l.gap && p.aloneInGap(i)
	case l.gap || !p.wrapped || i == 0 || p.lines[i-1].out:
		return true
	}
	if _, after := findMark(p.line(i - 1)); after && utf8.RuneCountInString(p.line(i-1)) < 60 {
		return true // right below another heading
	}
	return paused(p.line(i - 1))
}

// aloneInGap reports whether nothing stands right below line i.
func (p *parse) aloneInGap(i int) bool {
	return i+1 >= len(p.lines) || p.lines[i+1].gap || !p.wrapped
}

func (p *parse) shapeOf(i int, m mark) shape {
	s := p.line(i)
	first, more := firstSentence(s[m.rest:])
	return shape{runIn: more && len(first) <= maxHeading, stop: stopped(s), indent: p.lines[i].indent}
}

// choose settles the marks with two readings: (i) is a letter after (h), and
// one otherwise.
func choose(cands []*candidate) {
	last := map[string]int{}
	recent := ""
	for i, c := range cands {
		if alt := c.mark.alt; alt != nil {
			byLetter, byRoman := c.mark.number-1 == last[c.mark.style], alt.number-1 == last[alt.style]
			next := i+1 < len(cands) && reads(&cands[i+1].mark, alt.style, alt.number+1) && alt.number == 1
			if next || byRoman && (!byLetter || recent == alt.style || alt.number > 1) {
				c.mark = *alt
			}
		}
		last[c.mark.style] = c.mark.number
		recent = c.mark.style
	}
}

func reads(m *mark, style string, number int) bool {
	return m.style == style && m.number == number || m.alt != nil && reads(m.alt, style, number)
}

// sift drops what is numbered but no heading: stray numbers, lists in
// Markdown, single items.
func (p *parse) sift(cands []*candidate) []*candidate {
	choose(cands)
	byStyle, order := map[string][]*candidate{}, []string{}
	signs := 0
	for _, c := range cands {
		if c.mark.style[0] == '#' {
			signs++
		}
		if byStyle[c.mark.style] == nil {
			order = append(order, c.mark.style)
		}
		byStyle[c.mark.style] = append(byStyle[c.mark.style], c)
	}
	for _, style := range order {
		group := byStyle[style]
		switch {
		case style[0] == '#':
		case style == "CAPS":
			dropIf(group, len(group)*2 > len(p.lines))
		case signs > 1 && group[0].mark.weak():
			dropIf(group, true) // a list under Markdown's own headings
		case strings.HasPrefix(style, "1.1"):
			dropUnordered(group)
		default:
			assign(group)
			dropLonely(group)
		}
	}
	return kept(cands)
}

func dropIf(group []*candidate, drop bool) {
	for _, c := range group {
		c.drop = c.drop || drop
	}
}

// dropUnordered keeps the "1.2.3" that follow each other; decimals in prose
// (1.5 million) don't.
func dropUnordered(group []*candidate) {
	var prefix string
	last := 0
	for _, c := range group {
		m := &c.mark
		switch {
		case m.prefix == prefix && m.number > last && m.number <= last+1+maxGap:
		case m.prefix != prefix && m.number <= 1+maxGap:
		default:
			c.drop = true
			continue
		}
		prefix, last = m.prefix, m.number
	}
	dropLonely(group)
}

// dropLonely drops the only item of a weak style: "A. Smith wrote …".
func dropLonely(group []*candidate) {
	n := 0
	for _, c := range group {
		if !c.drop {
			n++
		}
	}
	dropIf(group, n < 2 && group[0].mark.weak())
}

func kept(cands []*candidate) []*candidate {
	var out []*candidate
	for _, c := range cands {
		if !c.drop {
			out = append(out, c)
		}
	}
	return out
}
