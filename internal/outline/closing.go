package outline

import (
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// withClosings adds the headings without a number that stand behind the numbered sections
// of a text: an annex, final provisions. Where the numbers go on behind them, they are
// lines of a section.
func (p *parse) withClosings(cands []*levels.Candidate) []*levels.Candidate {
	numbered := numberedOf(cands)
	if len(numbered) < fewest || p.formatted() {
		return cands
	}
	from := numbered[fewest-1].Line
	var found []*levels.Candidate
	for i := len(p.Lines) - 1; i > from; i-- {
		m, ok := heading.Closing(p.Line(i))
		if ok && p.standsBehind(i, numbered[len(numbered)-1].Line) && !goesOn(numbered, i) {
			found = append(found, &levels.Candidate{Line: i, Mark: m})
		}
	}
	return merge(cands, found)
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
	if l.Out || !l.Gap || l.Kind != block.Text && l.Kind != block.Paragraph || i+1 >= len(p.Lines) || p.deep(&levels.Candidate{Line: i}, p.Body()) {
		return false
	}
	next := p.Line(i + 1)
	if _, closing := heading.Closing(next); closing || heading.Stopped(p.Line(i)) && p.aloneInGap(i) && !heading.Stopped(next) {
		return false
	}
	return p.aloneInGap(i) || p.caption(i+1) || l.Kind == block.Text && heading.Begins(next) && (p.Lines[i+1].Room >= muchRoom || !p.aloneInGap(like))
}

// goesOn reports that a numbered heading behind line i follows the last of its style
// before it.
func goesOn(numbered []*levels.Candidate, i int) bool {
	last := map[string]*levels.Candidate{}
	for _, c := range numbered {
		before := last[c.Mark.Style]
		switch {
		case c.Line < i:
			last[c.Mark.Style] = c
		case before != nil:
			return c.Mark.Follows(&before.Mark)
		}
	}
	return false
}
