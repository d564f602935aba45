package levels

import (
	"sort"
	"strings"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
)

// choose settles the marks with two readings: (i) is a letter after (h), and
// one otherwise.
func choose(cands []*Candidate) {
	last := map[string]int{}
	recent := ""
	for i, c := range cands {
		if alt := c.Mark.Alt; alt != nil {
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

func reads(m *heading.Mark, style string, number int) bool {
	return m.Style == style && m.Number == number || m.Alt != nil && reads(m.Alt, style, number)
}

// settleInsertions reads the letters behind dotted numbers: where they are many,
// 101.1a is a point of 101.1; where they are few, it was inserted behind it.
func settleInsertions(cands []*Candidate) {
	plain, lettered := map[string]int{}, map[string]int{}
	for _, c := range cands {
		if in := c.Mark.Inserted; in != nil {
			lettered[in.Style]++
		} else {
			plain[c.Mark.Style]++
		}
	}
	for _, c := range cands {
		if in := c.Mark.Inserted; in != nil && lettered[in.Style]*4 < plain[in.Style] {
			c.Mark = *in
		}
	}
}

// settleRaised reads digits above the line behind a number that there is already as those
// of a section inserted behind it; elsewhere they call a note.
func settleRaised(cands []*Candidate) {
	last := map[string]int{}
	for _, c := range cands {
		if m := &c.Mark; m.Kind != "" {
			if m.Raised != "" && m.Number != 0 && m.Number == last[m.Kind] {
				m.Insert()
			}
			last[m.Kind] = m.Number
		}
	}
}

// settleOrdinals has a list that counts "8º. 9º." go on with "10.", as many a Spanish law
// does.
func settleOrdinals(cands []*Candidate) {
	last := 0
	for _, c := range cands {
		switch m := &c.Mark; {
		case !m.Weak():
			last = 0
		case m.Style == heading.OrdinalSignStyle:
			last = m.Number
		case m.Style == "1." && last >= 9 && m.Number == last+1:
			m.Style, last = heading.OrdinalSignStyle, m.Number
		}
	}
}

// settleSlips reads a point whose signs are not those of its list as one of the list: in
// "(a) … (b) … c) … (d)" a bracket was forgotten.
func settleSlips(cands []*Candidate) {
	for i, c := range cands {
		if c.Mark.Number < 2 || !c.Mark.Weak() {
			continue
		}
		before, after := neighbour(cands, i, -1), neighbour(cands, i, 1)
		if before != nil && after != nil && before.Mark.Style == after.Mark.Style {
			c.Mark.Style = before.Mark.Style
		}
	}
}

// neighbour returns the point that stands next to cands[i], before it (step -1) or behind
// (step 1), in a list of the same numerals with other signs; nil where what comes first is of
// its own list, or a heading.
func neighbour(cands []*Candidate, i, step int) *Candidate {
	const far = 32 // the points below one point that are looked over
	m := &cands[i].Mark
	for j := i + step; j >= 0 && j < len(cands) && step*(j-i) <= far; j += step {
		switch n := &cands[j].Mark; {
		case !n.Weak() || n.Style == m.Style:
			return nil
		case strings.Trim(n.Style, signs) != strings.Trim(m.Style, signs):
		case n.Number == m.Number+step:
			return cands[j]
		default:
			return nil
		}
	}
	return nil
}

// signs stand about the number of a point.
const signs = "().[]"

// settleHeld reads the numbers behind a word: where "Section 12" mostly has nothing of its
// own above "Section 12.1", it holds that; else 12.1 was inserted behind 12.
func settleHeld(cands []*Candidate) {
	holding, others := map[string]int{}, map[string]int{}
	for i, c := range cands[min(1, len(cands)):] {
		up := cands[i]
		if prefix, n, _ := c.Mark.InDots(); n != 1 || up.Mark.Kind != c.Mark.Kind || up.Mark.Full()+"." != prefix {
			continue
		}
		if c.Line == up.Line+1 && !up.Shape.RunIn && !up.Shape.Stop {
			holding[c.Mark.Kind]++
		} else {
			others[c.Mark.Kind]++
		}
	}
	for _, c := range cands {
		m := &c.Mark
		prefix, n, suffix := m.InDots()
		if n == 0 || holding[m.Kind] < 2 || holding[m.Kind] <= others[m.Kind] {
			continue
		}
		m.Prefix, m.Number, m.Suffix = prefix, n, suffix
		m.Style, m.Sub = m.Style+".1", 0.3
	}
}

// segments counts the headings above each candidate that begin lists anew: those with
// words and, where they stand alone, those with dotted numbers.
func segments(cands []*Candidate) {
	n := 0
	for _, c := range cands {
		if !c.Mark.Weak() || (strings.HasPrefix(c.Mark.Style, "1.1") || strings.HasPrefix(c.Mark.Style, heading.CodeStyle)) && c.Shape.Alone {
			n++
		}
		c.segment = n
	}
}

// splitSupported gives a style of their own to the numbers that dotted ones take up:
// where "4. Elections" stands above "4.1 Powers", the "4." of a list in the same
// text is of another kind. Numbers that stand as those do go with them.
func splitSupported(cands []*Candidate) {
	const enough = 2
	supported := map[string][]*Candidate{}
	for i := len(cands) - 1; i > 0; i-- {
		m := &cands[i].Mark
		if m.Style != "1.1" || m.Number > 1 {
			continue
		}
		for j := i - 1; j >= 0 && cands[j].Mark.Style != "1.1"; j-- {
			if up := &cands[j].Mark; strings.HasPrefix(up.Style, "1") && up.Full()+"." == m.Prefix {
				supported[up.Style] = append(supported[up.Style], cands[j])
				break
			}
		}
	}
	for style, group := range supported {
		for _, c := range group {
			c.upheld = true
		}
		if len(group) < enough {
			continue
		}
		group = append(group, between(cands, group, style)...)
		shape := group[len(group)/2].Shape
		is := setOf(group)
		for _, c := range cands {
			if c.Mark.Style == style && (c.Shape.unlike(shape) < costAcross/2 || is[c]) {
				c.Mark.Style += "+"
			}
		}
	}
}

// between returns the numbers of a style that lead from one supported number to the next
// without a gap: where 6.1 and 9.1 stand below 6 and 9, the 7 and 8 between these are of
// their kind, though nothing with dots stands below them.
func between(cands, supported []*Candidate, style string) []*Candidate {
	is := setOf(supported)
	var out, run []*Candidate
	last := -1 // the number that was counted to; below 0 where none is supported yet
	for _, c := range cands {
		switch n := c.Mark.Number; {
		case c.Mark.Style != style:
		case is[c]:
			if n == last+1 {
				out = append(out, run...)
			}
			run, last = run[:0:0], n
		case last >= 0 && n == last+1:
			run, last = append(run, c), n
		}
	}
	return out
}

// setOf returns the set of cands.
func setOf(cands []*Candidate) map[*Candidate]bool {
	is := make(map[*Candidate]bool, len(cands))
	for _, c := range cands {
		is[c] = true
	}
	return is
}

// Sift drops what is numbered but no heading: stray numbers and single items.
// cands stand in text order; the text has that many lines.
func Sift(cands []*Candidate, lines int) []*Candidate {
	choose(cands)
	settleInsertions(cands)
	settleRaised(cands)
	settleOrdinals(cands)
	settleSlips(cands)
	settleHeld(cands)
	splitSupported(cands)
	settleGiven(cands)
	segments(cands)
	spreadTold(cands)
	byStyle, order := map[string][]*Candidate{}, []string{}
	for _, c := range cands {
		if byStyle[c.Mark.Style] == nil {
			order = append(order, c.Mark.Style)
		}
		byStyle[c.Mark.Style] = append(byStyle[c.Mark.Style], c)
	}
	var dotted []string
	for _, style := range order {
		group := byStyle[style]
		switch {
		case style[0] == '#' || strings.HasPrefix(style, heading.TitleStyle) || strings.HasPrefix(style, heading.CodeStyle):
		case style == heading.CapitalStyle:
			dropIf(group, len(group)*2 > lines)
		case strings.HasPrefix(style, "1.1"):
			dotted = append(dotted, style)
		case assignTold(group):
			dropLonely(group)
		default:
			assign(group)
			dropCodes(group)
			dropLonely(group)
		}
	}
	sort.Strings(dotted) // the shorter numbers first: they support the longer ones
	for _, style := range dotted {
		dropUnordered(byStyle[style], cands)
	}
	kept := dropAmid(Kept(cands))
	settleZeros(kept)
	return kept
}

// settleZeros finds the zeros that counting begins with: the next number of their level
// is 1.
func settleZeros(cands []*Candidate) {
	last := map[string]*Candidate{}
	for _, c := range cands {
		if before := last[c.Key()]; before != nil && before.Mark.Number == 0 && c.Mark.Number == 1 && before.Mark.Kind == c.Mark.Kind {
			before.Mark.Zeroth = !before.Mark.Designation.IsZero()
		}
		last[c.Key()] = c
	}
}

func dropIf(group []*Candidate, drop bool) {
	for _, c := range group {
		c.Drop = c.Drop || drop
	}
}

// dropUnordered keeps the "1.2.3" that follow each other, or the section that
// their number names; decimals in prose (1.5 million) do neither.
func dropUnordered(group, all []*Candidate) {
	var prefix string
	last, at, kept, supported := 0, 0, 0, false
	above := map[string]int{} // number -> line of the last heading that has it
	told := map[string]bool{} // numbers of headings that the format gives
	line := 0                 // of the last one kept
	for _, c := range group {
		for ; at < len(all) && all[at].Line <= c.Line; at++ {
			a := all[at]
			told[a.Mark.Full()] = told[a.Mark.Full()] || a.Mark.Given()
			if !a.Drop && (a.Mark.Prefix == "" || a.Mark.Style < c.Mark.Style) {
				above[a.Mark.Full()] = a.Line + 1
			}
		}
		m := &c.Mark
		under := above[strings.TrimRight(m.Prefix, ".-")]
		switch {
		case m.Number > 0 && told[m.Full()]: // "2.7.X versions" in a text whose heading 2.7 stands elsewhere
			c.Drop = true
			continue
		case m.Prefix == prefix && (m.Number > last && m.Number <= last+1+maxGap || m.Number == last && m.Suffix != "" || m.Number == last+10 && last%10 == 0):
		case m.Prefix != prefix && m.Number <= 1+maxGap && (prefix == "" || document.CompareNormal(m.Prefix, prefix) > 0 || under > line):
		case (m.Prefix != prefix || m.Number <= 1) && under > line:
		default:
			c.Drop = true
			continue
		}
		supported = supported || under > 0
		kept++
		prefix, last, line = m.Prefix, m.Number, c.Line
	}
	dropIf(group, kept < 2 && !supported)
}

// dropLonely drops the only item of a weak style: "A. Smith wrote …".
func dropLonely(group []*Candidate) {
	n := 0
	for _, c := range group {
		if !c.Drop {
			n++
		}
	}
	dropIf(group, n < 2 && len(group) > 0 && group[0].Mark.Weak())
}

// dropCodes drops numbers without any sign that begin far from 1 and most of which go on from
// nothing, in the order of the text: those of replies, of errors, of rooms.
func dropCodes(group []*Candidate) {
	const far = 100
	kept := Kept(group)
	dropIf(group, len(kept) > 0 && kept[0].Mark.Style == "1 " && kept[0].Mark.Number >= far && 2*len(kept) < len(group))
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
