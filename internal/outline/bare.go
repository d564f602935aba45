package outline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
	"pincite/internal/outline/lines"
	"pincite/internal/text"
)

// maxTitle is the longest heading without any sign, in bytes, and fewest how many
// of them a text has that uses such headings.
const (
	maxTitle    = 80
	maxQuestion = 150
	fewest      = 3
)

// withTitles adds the headings that have no sign but to be short lines of their own
// with text below, to a text that has no better ones; questions that text answers, and
// lines in bold type, are headings beside others, too.
func (p *parse) withTitles(cands []*levels.Candidate) []*levels.Candidate {
	cands = p.withStrong(cands)
	var titles, questions []*levels.Candidate
	paragraphs := 0
	for i := range p.Lines {
		if p.Lines[i].Out {
			continue
		}
		if p.Lines[i].Gap || !p.Lines[i].Soft {
			paragraphs++
		}
		if !p.titleLike(i) || p.aboveEach[i] {
			continue
		}
		c := &levels.Candidate{Line: i, Mark: heading.Title()}
		titles = append(titles, c)
		if question(p.Line(i)) {
			questions = append(questions, c)
		}
	}
	groups := p.groupQuestions(titles)
	if len(titles) > 1 && groups == nil && (titles[1].Line == titles[0].Line+1 || len(titles) > fewest && titles[0].Line == p.top() && !p.prose(titles[0].Line+1)) {
		titles = titles[1:] // the title of the text, and its first heading
	}
	switch {
	case len(titles) >= fewest && len(titles)*2 <= paragraphs+1 && !p.structured(cands):
		return merge(cands, titles)
	case len(p.phrases) > 0 && len(titles) > 0 && !p.structured(withoutPhrases(cands)):
		return merge(cands, besidePhrases(titles, cands))
	case len(questions) >= fewest && !p.formatted():
		return merge(cands, merge(groups, questions))
	}
	return cands
}

// groupQuestions puts the questions of an FAQ below the titles that stand right above some
// of them, and returns these titles; nil if there are other titles, too.
func (p *parse) groupQuestions(titles []*levels.Candidate) []*levels.Candidate {
	var groups []*levels.Candidate
	for i, c := range titles {
		asks := question(p.Line(c.Line))
		switch {
		case !asks && i+1 < len(titles) && titles[i+1].Line == c.Line+1 && question(p.Line(c.Line+1)):
			groups = append(groups, c)
		case !asks && c.Line != p.top():
			return nil
		}
	}
	if len(groups) < 2 {
		return nil
	}
	for _, c := range titles {
		if question(p.Line(c.Line)) {
			c.Mark = heading.Question()
		}
	}
	return groups
}

// withStrong adds the short lines in bold type that have text below. Beside more of them
// that have numbers, they are of the same level.
func (p *parse) withStrong(cands []*levels.Candidate) []*levels.Candidate {
	const fewest = 2
	var strong []*levels.Candidate
	marked, holding := map[int]bool{}, 0
	var named []*levels.Candidate // words with numbers in bold type
	for _, c := range cands {
		if marked[c.Line] = c.Mark.Kind != ""; marked[c.Line] && p.strong(c.Line) && p.Lines[c.Line].Kind == block.Paragraph {
			named = append(named, c)
		}
	}
	p.findMarginal(cands)
	top := p.top()
	for i, l := range p.Lines {
		if at, ok := p.marginal[i+1]; ok && at == i {
			continue
		}
		if i == top || l.Out || !p.strong(i) || !p.titleLike(i) || p.strong(i+1) {
			continue
		}
		strong = append(strong, &levels.Candidate{Line: i})
		if marked[i+1] {
			holding++
		}
	}
	if len(strong)+len(named) < fewest || len(strong)*2 > len(p.Lines)+1 {
		return cands
	}
	for _, c := range strong {
		if c.Mark = heading.Strong(holding*2 > len(strong)); len(named) > len(strong) && holding == 0 {
			c.Mark.Rank = named[0].Mark.Rank // they look like those
		}
	}
	return merge(cands, strong)
}

// top returns the first line that is not furniture; -1 if there is none.
func (p *parse) top() int {
	return slices.IndexFunc(p.Lines, func(l lines.Line) bool { return !l.Out })
}

// strong reports a line in bold type.
func (p *parse) strong(i int) bool { return p.Lines[i].Given() && p.Lines[i].From.Strong }

func capitals(c *levels.Candidate) bool { return c.Mark.Style == heading.CapitalStyle }

// structured reports whether any headings but points of lists, numbered paragraphs and a
// title in capitals were found.
func (p *parse) structured(cands []*levels.Candidate) bool {
	if len(cands) > 0 && capitals(cands[0]) && !slices.ContainsFunc(cands[1:], capitals) && !p.proseIn(0, cands[0].Line) {
		cands = cands[1:]
	}
	paragraphs := numberedParagraphs(cands)
	return slices.ContainsFunc(cands, func(c *levels.Candidate) bool {
		return !bracketStyle(c.Mark.Style) && !c.Shape.Item && !paragraphs[c.Mark.Style]
	})
}

// numberedParagraphs returns the styles of bare numbers that mostly stand before sentences.
func numberedParagraphs(cands []*levels.Candidate) map[string]bool {
	all, stopped := map[string]int{}, map[string]int{}
	for _, c := range cands {
		if c.Mark.Weak() {
			all[c.Mark.Style]++
			if c.Shape.Stop {
				stopped[c.Mark.Style]++
			}
		}
	}
	out := map[string]bool{}
	for style, n := range stopped {
		out[style] = n*3 >= all[style]*2
	}
	return out
}

// formatted reports whether the format gives the headings.
func (p *parse) formatted() bool { return p.formattedFrom(0) }

// formattedFrom reports whether the format gives headings from a line on.
func (p *parse) formattedFrom(line int) bool {
	return slices.ContainsFunc(p.Lines[line:], func(l lines.Line) bool { return l.Kind == block.Heading })
}

// titleLike reports a line of plain text that stands alone, is short, begins as a
// heading does, and has running text below it.
func (p *parse) titleLike(i int) bool {
	s, l := p.Line(i), &p.Lines[i]
	most := maxTitle
	if question(s) {
		most = maxQuestion
	}
	if l.Kind != block.Text && l.Kind != block.Paragraph || !l.Gap || len(s) > most || !p.aloneInGap(i) ||
		heading.Stopped(s) && !question(s) || !heading.Begins(s) || !strings.ContainsFunc(s, unicode.IsLetter) || endsOpen(s) || strings.Contains(s, columns) || block.ToFill(s) {
		return false
	}
	if _, ok := heading.Read(s); ok || p.figures[i] || !p.strong(i) && history(s) != noHistory {
		return false
	}
	next := i + 1
	for next < len(p.Lines) && p.Lines[next].Out {
		next++
	}
	if next == len(p.Lines) {
		return false
	}
	below := p.Line(next)
	if first, _ := utf8.DecodeRuneInString(below); !p.Lines[next].Gap && text.Small(first) && p.Lines[next].Room < muchRoom {
		return false // a sentence goes on
	}
	return len(below) > len(s) || heading.Stopped(below) || !p.aloneInGap(next) || p.Lines[next].Kind != block.Text
}

func question(s string) bool { return text.EndsIn(s, text.QuestionMarks) }

// asks reports that the headings of a level are questions, one and all.
func (p *parse) asks(l *levels.Level) bool {
	n := 0
	for i := range p.nodes {
		switch node := &p.nodes[i]; {
		case node.level != l:
		case node.heading.Empty() || !question(p.View(node.heading).Text):
			return false
		default:
			n++
		}
	}
	return n >= fewest
}

// endsOpen reports words that something goes on after.
func endsOpen(s string) bool { return text.EndsIn(s, ":;,-：；，、") }

// merge joins two lists of candidates in text order, each line once.
func merge(a, b []*levels.Candidate) []*levels.Candidate {
	out := append(slices.Clone(a), b...)
	slices.SortStableFunc(out, func(x, y *levels.Candidate) int { return x.Line - y.Line })
	return slices.CompactFunc(out, func(x, y *levels.Candidate) bool { return x.Line == y.Line })
}
