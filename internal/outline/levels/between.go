package levels

// settleBetween finds the headings without numbers that part the sections of one that holds
// these, where they look as if they stood above it: "TOWN CLERK" before Section 4 of Article
// III, in a text whose sections begin again with 1 in every article. Where a text has such,
// one that has a Section 1 of its own is beside the articles.
func settleBetween(cands []*Candidate) {
	up, next := holders(cands), nextNamed(cands)
	last := map[string]int{} // kind -> place of its last candidate, from 1
	var opening []*Candidate
	parted := false
	for i, c := range cands {
		if c.Mark.Kind != "" {
			last[c.Mark.Kind] = i + 1
			continue
		}
		below := next[i]
		if below == nil || c.Mark.Numbered() || !c.Mark.Plain() && !c.Mark.Given() {
			continue
		}
		above, before := last[up[below.Mark.Kind]], last[below.Mark.Kind]
		if above == 0 || c.place() > cands[above-1].place() {
			continue
		}
		holder := cands[above-1]
		switch {
		case before > above && below.Mark.Number > max(1, cands[before-1].Mark.Number):
			c.within, parted = holder, true
			c.Mark.Style += " within " + holder.Mark.Kind
		case below.Mark.Number == 1 && below == cands[i+1] && c.place() < holder.place():
			c.beside = holder
			opening = append(opening, c)
		}
	}
	for _, c := range opening {
		if parted {
			c.Mark.Style += " beside " + c.beside.Mark.Kind
		} else {
			c.beside = nil
		}
	}
}

// place is how high c stands by its mark alone.
func (c *Candidate) place() float64 { return float64(c.Mark.Rank) + c.Mark.Sub }

// holders returns, for each kind of sections whose numbers begin again and again, the kind
// most of which have a 1 right below.
func holders(cands []*Candidate) map[string]string {
	count, over := map[string]int{}, map[[2]string]int{}
	for i, c := range cands {
		count[c.Mark.Kind]++
		if i > 0 && c.Mark.Kind != "" && c.Mark.Number == 1 {
			over[[2]string{cands[i-1].Mark.Kind, c.Mark.Kind}]++
		}
	}
	up, most := map[string]string{}, map[string]int{}
	for i, c := range cands[:max(0, len(cands)-1)] { // in order, for equal ones
		pair := [2]string{c.Mark.Kind, cands[i+1].Mark.Kind}
		if n := over[pair]; pair[0] != "" && pair[0] != pair[1] && n > max(1, most[pair[1]]) && 2*n > count[pair[0]] {
			up[pair[1]], most[pair[1]] = pair[0], n
		}
	}
	return up
}

// nextNamed returns, for each candidate, the next behind it that has a word.
func nextNamed(cands []*Candidate) []*Candidate {
	out := make([]*Candidate, len(cands))
	var next *Candidate
	for i := len(cands) - 1; i >= 0; i-- {
		out[i] = next
		if cands[i].Mark.Kind != "" {
			next = cands[i]
		}
	}
	return out
}

// rankBetween places what [settleBetween] has found.
func rankBetween(all map[string]*Level, cands []*Candidate) {
	const below = 1.0 / 16
	for _, c := range cands {
		switch {
		case c.within != nil:
			all[c.Key()].Rank = all[c.within.Key()].Rank + below
		case c.beside != nil:
			all[c.Key()].Rank = all[c.beside.Key()].Rank
		}
	}
}
