package levels

// dropAmid drops the words with numbers before sentences that stand in one numbered section
// and begin with another number than 1, as the parts of books in a list of references do:
// "Part 2. Wheels, Tower Press, 2003." The numbers of the sections go on across them.
func dropAmid(cands []*Candidate) []*Candidate {
	byKind := map[string][]int{}
	for i, c := range cands {
		if c.Mark.Kind != "" {
			byKind[c.Mark.Kind] = append(byKind[c.Mark.Kind], i)
		}
	}
	for _, at := range byKind {
		first, last := at[0], at[len(at)-1]
		if cands[first].Mark.Number <= 1 || !inOneSection(cands, first, last) || !sentences(cands, at) {
			continue
		}
		for _, i := range at {
			cands[i].Drop = true
		}
	}
	return Kept(cands)
}

// inOneSection reports that the number next to that of the last section above candidate
// first stands below candidate last, and none of its level in between.
func inOneSection(cands []*Candidate, first, last int) bool {
	var above, below *Candidate
	for i, c := range cands {
		switch {
		case c.Mark.Kind != "" || c.Mark.Number == 0 || c.Mark.Prefix != "" || c.Mark.Bracketed():
		case i < first:
			above = c
		case above != nil && c.Key() == above.Key():
			below = c
		}
		if below != nil {
			return i > last && below.Mark.Number == above.Mark.Number+1
		}
	}
	return false
}

// sentences reports candidates, none of which the format says to be a heading, that all end
// as sentences do.
func sentences(cands []*Candidate, at []int) bool {
	for _, i := range at {
		if cands[i].Mark.Given() || !cands[i].Shape.Stop {
			return false
		}
	}
	return true
}
