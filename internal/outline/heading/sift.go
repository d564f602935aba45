package heading

import "strings"

// choose settles the marks with two readings: (i) is a letter after (h), and
// one otherwise.
func choose(cands []*Candidate) {
	last := map[string]int{}
	recent := ""
	for i, c := range cands {
		if alt := c.Mark.alt; alt != nil {
			byLetter, byRoman := c.Mark.Number-1 == last[c.Mark.Style], alt.Number-1 == last[alt.Style]
			next := i+1 < len(cands) && reads(&cands[i+1].Mark, alt.Style, alt.Number+1) && alt.Number == 1
			if next || byRoman && (!byLetter || recent == alt.Style || alt.Number > 1) {
				c.Mark = *alt
			}
		}
		last[c.Mark.Style] = c.Mark.Number
		recent = c.Mark.Style
	}
}

func reads(m *Mark, style string, number int) bool {
	return m.Style == style && m.Number == number || m.alt != nil && reads(m.alt, style, number)
}

// Sift drops what is numbered but no heading: stray numbers, lists in Markdown,
// single items. cands stand in text order; the text has that many lines.
func Sift(cands []*Candidate, lines int) []*Candidate {
	choose(cands)
	byStyle, order := map[string][]*Candidate{}, []string{}
	signs := 0
	for _, c := range cands {
		if c.Mark.Style[0] == '#' {
			signs++
		}
		if byStyle[c.Mark.Style] == nil {
			order = append(order, c.Mark.Style)
		}
		byStyle[c.Mark.Style] = append(byStyle[c.Mark.Style], c)
	}
	for _, style := range order {
		group := byStyle[style]
		switch {
		case style[0] == '#':
		case style == CapitalStyle:
			dropIf(group, len(group)*2 > lines)
		case signs > 1 && group[0].Mark.Weak():
			dropIf(group, true) // a list under Markdown's own headings
		case strings.HasPrefix(style, "1.1"):
			dropUnordered(group)
		default:
			assign(group)
			dropLonely(group)
		}
	}
	return Kept(cands)
}

func dropIf(group []*Candidate, drop bool) {
	for _, c := range group {
		c.Drop = c.Drop || drop
	}
}

// dropUnordered keeps the "1.2.3" that follow each other; decimals in prose
// (1.5 million) don't.
func dropUnordered(group []*Candidate) {
	var prefix string
	last := 0
	for _, c := range group {
		m := &c.Mark
		switch {
		case m.Prefix == prefix && m.Number > last && m.Number <= last+1+maxGap:
		case m.Prefix != prefix && m.Number <= 1+maxGap:
		default:
			c.Drop = true
			continue
		}
		prefix, last = m.Prefix, m.Number
	}
	dropLonely(group)
}

// dropLonely drops the only item of a weak style: "A. Smith wrote …".
func dropLonely(group []*Candidate) {
	n := 0
	for _, c := range group {
		if !c.Drop {
			n++
		}
	}
	dropIf(group, n < 2 && group[0].Mark.Weak())
}

// Kept returns the candidates that have not been dropped.
func Kept(cands []*Candidate) []*Candidate {
	var out []*Candidate
	for _, c := range cands {
		if !c.Drop {
			out = append(out, c)
		}
	}
	return out
}
