package outline

import (
	"slices"
	"strings"

	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// withClosings adds the headings without a number that stand behind the numbered sections
// of a text: an annex, final provisions, a line in the middle of the page. Where the numbers go on behind them, they are
// lines of a section, unless one stands right below.
func (p *parse) withClosings(cands []*levels.Candidate) []*levels.Candidate {
	numbered := numberedOf(cands)
	if len(numbered) < fewest || p.formatted() {
		return cands
	}
	from, like := numbered[fewest-1].Line, numbered[len(numbered)-1].Line
	on, body := goOn(numbered), p.Body()
	captioned := 0
	for _, c := range numbered {
		if c.Line > 0 && p.titleAbove(c) {
			captioned++
		}
	}
	var found []*levels.Candidate
	for i, at := from+1, fewest; i < len(p.Lines); i++ {
		for at < len(numbered) && numbered[at].Line < i {
			at++
		}
		m, ok := heading.Closing(p.Line(i))
		if !ok && at == len(numbered) && p.Centred(i) && p.titleLike(i) {
			m, ok = heading.Centred(), true
		}
		holds := at < len(numbered) && numbered[at].Line == i+1 && captioned*2 < len(numbered)
		if ok && (!on[at] || holds) && p.standsBehind(i, like) {
			if c := (&levels.Candidate{Line: i, Mark: m}); !p.deep(c, body) {
				found = append(found, c)
			}
		}
	}
	closing := map[int]bool{}
	for _, c := range found {
		closing[c.Line] = true
	}
	capitals := func(c *levels.Candidate) bool { return closing[c.Line] && c.Mark.Plain() }
	return merge(slices.DeleteFunc(slices.Clone(cands), capitals), found)
}

// numberedOf returns the candidates with a number that are no points of a list.
func numberedOf(cands []*levels.Candidate) []*levels.Candidate {
	var out []*levels.Candidate
	for _, c := range cands {
		if c.Mark.Number > 0 && !bracketStyle(c.Mark.Style) && !c.Shape.Item {
			out = append(out, c)
		}
	}
	return out
}

// standsBehind reports that line i stands as a heading does: below a gap and the end of a
// sentence, with text below; right above it if the heading in line like has it so.
func (p *parse) standsBehind(i, like int) bool {
	l := &p.Lines[i]
	if l.Out || !l.Gap || l.Kind != block.Text && l.Kind != block.Paragraph || i+1 >= len(p.Lines) {
		return false
	}
	next := p.Line(i + 1)
	if _, closing := heading.Closing(next); closing || heading.Stopped(p.Line(i)) && p.aloneInGap(i) && !heading.Stopped(next) {
		return false
	}
	return p.aloneInGap(i) || p.caption(i+1) || l.Kind == block.Text && heading.Begins(next) && (p.Lines[i+1].Room >= muchRoom || !p.aloneInGap(like))
}

// goOn tells of each place before one of the numbered headings, and of that behind all,
// whether the first one from there on whose style there was before follows the last of it.
func goOn(numbered []*levels.Candidate) []bool {
	out := make([]bool, len(numbered)+1)
	last := map[string]int{}
	var open []int // places of which that one is still to come
	for i, c := range numbered {
		open = append(open, i)
		before, seen := last[c.Mark.Style]
		for seen && len(open) > 0 && open[len(open)-1] > before {
			out[open[len(open)-1]] = c.Mark.Follows(&numbered[before].Mark)
			open = open[:len(open)-1]
		}
		last[c.Mark.Style] = i
	}
	return out
}

// dropEnds leaves out the lines in capitals that only tell where a section before ends, as "END
// OF TERMS AND CONDITIONS" does: they end in its words and have nothing below them.
func (p *parse) dropEnds(cands []*levels.Candidate) []*levels.Candidate {
	seen := map[string]bool{}
	for i, c := range cands {
		if !c.Mark.Plain() {
			continue
		}
		s, to := p.Line(c.Line), len(p.Lines)
		if i+1 < len(cands) {
			to = cands[i+1].Line
		}
		if _, capitals := heading.Capitals(s); capitals {
			last := i+1 == len(cands) || cands[i+1].Mark.Plain()
			c.Drop = last && !p.textIn(c.Line+1, to) && endsInOne(s, seen)
			p.Lines[c.Line].Out = c.Drop
			seen[s] = true
		}
	}
	return levels.Kept(cands)
}

// endsInOne reports that the words behind the first ones of s are in all.
func endsInOne(s string, all map[string]bool) bool {
	for _, rest, more := strings.Cut(s, " "); more; _, rest, more = strings.Cut(rest, " ") {
		if all[rest] {
			return true
		}
	}
	return false
}
