package levels

import "slices"

// spreadTold finds how deep each point stands whose number the format tells, counted
// from the heading above it: what a format says of its lists needs no guess. A point
// that somebody typed by hand, right before or behind one of them, goes with them.
func spreadTold(cands []*Candidate) {
	var open []int
	for i, c := range cands {
		switch {
		case c.Shape.Told:
			for len(open) > 0 && open[len(open)-1] >= c.Shape.Depth {
				open = open[:len(open)-1]
			}
			open = append(open, c.Shape.Depth)
			c.depth = len(open)
		case i > 0 && cands[i-1].depth > 0 && c.goesOn(cands[i-1]):
			c.depth = cands[i-1].depth
		case i+1 < len(cands) && cands[i+1].Shape.Told && cands[i+1].goesOn(c):
			open = append(open[:0], cands[i+1].Shape.Depth)
			c.depth = 1
		default:
			open = open[:0]
		}
	}
}

// goesOn reports that c has the number after that of last, in the same style.
func (c *Candidate) goesOn(last *Candidate) bool {
	return c.Mark.Weak() && c.Mark.Style == last.Mark.Style && c.Mark.Number == last.Mark.Number+1
}

// assignTold gives the candidates of one style the tiers of the depths that the format
// tells, if their numbers bear it out: many a writer indents a list by hand that the
// format holds to be no deeper than the one around it. It reports whether they do.
// What the format does not tell is read as ever.
func assignTold(group []*Candidate) bool {
	told, rest := split(group)
	if len(told) == 0 || !consecutive(told) {
		return false
	}
	var depths []int
	for _, c := range told {
		if !slices.Contains(depths, c.depth) {
			depths = append(depths, c.depth)
		}
	}
	slices.Sort(depths)
	assign(rest)
	dropLonely(rest)
	toldFrom, restFrom := 0, len(depths)
	if len(rest) > 0 && rest[0].Line < told[0].Line {
		toldFrom, restFrom = maxTiers, 0
	}
	for _, c := range told {
		c.Tier = toldFrom + slices.Index(depths, c.depth)
	}
	for _, c := range rest {
		c.Tier += restFrom
	}
	return true
}

func split(group []*Candidate) (told, rest []*Candidate) {
	for _, c := range group {
		if c.depth > 0 {
			told = append(told, c)
		} else {
			rest = append(rest, c)
		}
	}
	return told, rest
}

// consecutive reports that nearly all numbers go on with the one before them at their
// depth, or begin a list.
func consecutive(told []*Candidate) bool {
	const few = 20 // one in so many may not
	last, odd := map[int]int{}, 0
	for _, c := range told {
		if n := c.Mark.Number; n > 1 && n != last[c.depth]+1 {
			odd++
		}
		last[c.depth] = c.Mark.Number
	}
	return odd*few <= len(told)
}
