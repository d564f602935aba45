package outline

import (
	"slices"
	"strings"

	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// withGroups adds the headings without a number that stand right above numbered lines and
// part them into groups: "Boats" above "4. Nobody rows alone.", or above "2.1." where 1.4
// was before. Dotted numbers begin anew below them. Most may hold one alone where whole
// numbers count on through all of them; where nearly all do, they are titles of these.
func (p *parse) withGroups(cands []*levels.Candidate) []*levels.Candidate {
	if first := slices.IndexFunc(cands, p.groupable); first < 0 || p.formattedFrom(cands[first].Line) {
		return cands // else the format has the headings of a cover alone
	}
	at := map[int]*levels.Candidate{}
	for _, c := range cands {
		at[c.Line] = c
	}
	var groups []*levels.Candidate
	numbered, anew, beside := 0, 0, 0
	var last heading.Mark       // of the numbers
	titles := map[int]bool{}    // lines of titles of a number, where the first has one
	through := true             // the bare numbers are whole and count from 1 to the last, with 3A behind 3
	var above *levels.Candidate // the last heading with a word
	for i := range p.Lines {
		if c := at[i]; c != nil {
			if c.Mark.Kind != "" {
				above = c
			}
			if p.groupable(c) {
				numbered++
				through = through && c.Mark.Prefix == "" && c.Mark.Follows(&last)
				last = c.Mark
			}
			continue
		}
		next := at[i+1]
		if next == nil || !p.groupable(next) || !p.titleLike(i) || at[i-1] != nil && p.bare(at[i-1]) {
			continue
		}
		groups = append(groups, &levels.Candidate{Line: i, Mark: heading.Title()})
		if next.Mark.Number == 1 || next.Mark.Prefix == "" {
			anew++
		}
		if p.titleAbove(next) && (len(titles) > 0 || numbered == 0) {
			titles[i] = true
		}
		if above != nil && next.Mark.Prefix != "" && above.Mark.Full()+"." != next.Mark.Prefix {
			beside++
		}
	}
	through = through && len(groups) >= fewest
	if len(groups) < 2 || numbered < 2*len(groups) && !through || anew*5 < len(groups)*4 {
		return cands
	}
	if through && numbered*5 <= len(titles)*6 {
		if numbered == len(titles) {
			p.aboveEach = titles
		}
		return cands // nearly each has its title, as [parse.captions] finds
	}
	if beside*2 > len(groups) { // the numbers count them with the chapters
		for _, c := range groups {
			c.Mark.Rank = above.Mark.Rank
		}
	}
	return merge(cands, groups)
}

// groupable reports a bare number with text behind it, as paragraphs have it.
func (p *parse) groupable(c *levels.Candidate) bool {
	return strings.HasPrefix(c.Mark.Style, "1") && c.Mark.Weak() && !bracketStyle(c.Mark.Style) && !c.Shape.Item && (!p.bare(c) || c.Line+1 < len(p.Lines) && p.Lines[c.Line+1].Split)
}
