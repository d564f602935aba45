package outline

import (
	"unicode"
	"unicode/utf8"

	"pincite/internal/outline/heading"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/outline/levels"
)

// numberGiven finds the numbers of headings that the format gives and that only their
// sequence tells: one that begins with the number after that of the last on its level,
// whatever follows, and a paragraph in bold type whose number stands next to theirs.
func (p *parse) numberGiven(cands []*levels.Candidate) {
	after := make([]*levels.Candidate, len(cands)) // the next numbered heading that the format gives
	for i, next := len(cands)-1, (*levels.Candidate)(nil); i >= 0; i-- {
		after[i] = next
		if plainGiven(&cands[i].Mark) {
			next = cands[i]
		}
	}
	dropInitials(cands)
	var last *heading.Mark
	onLevel := map[int]*heading.Mark{}
	for i, c := range cands {
		m := &c.Mark
		if m.Given() && !m.Numbered() {
			if up := onLevel[m.Rank]; up != nil {
				if own, ok := heading.Next(p.Line(c.Line), up); ok {
					c.Mark = own
				}
			}
		} else if m.Style == "1." && p.strong(c.Line) {
			switch next := after[i]; {
			case last != nil && m.Follows(last):
				c.Mark = heading.Given(p.Line(c.Line), 0, last.Rank)
			case last == nil && next != nil && next.Mark.Follows(m):
				c.Mark = heading.Given(p.Line(c.Line), 0, next.Mark.Rank)
			}
		}
		if plainGiven(m) {
			last, onLevel[m.Rank] = m, m
		}
	}
}

// dropInitials leaves the headings that the format gives without the letters that are no
// numbers, since neither the one before nor the one behind stands before another: the
// Russian "г." of a town, an initial of a name.
func dropInitials(cands []*levels.Candidate) {
	letters := map[int]bool{}
	for _, c := range cands {
		letters[letter(&c.Mark)] = true
	}
	for _, c := range cands {
		n := letter(&c.Mark)
		if c.Mark.Given() && c.Mark.Alt == nil && n == c.Mark.Number && n > 1 && !letters[n-1] && !letters[n+1] {
			c.Mark = heading.Mark{Style: c.Mark.Style, Rank: c.Mark.Rank}
		}
	}
}

// letter returns the place in its alphabet of a number that is a letter, without a word; 0
// if it is none.
func letter(m *heading.Mark) int {
	r, size := utf8.DecodeRuneInString(m.Designation.Printed)
	if m.Kind != "" || size == 0 || size < len(m.Designation.Printed) {
		return 0
	}
	return lexicon.Letter(unicode.ToLower(r))
}

// plainGiven reports a heading that the format gives and that has a number of one part,
// without a word.
func plainGiven(m *heading.Mark) bool {
	return m.Given() && m.Kind == "" && m.Prefix == "" && m.Number > 0
}
