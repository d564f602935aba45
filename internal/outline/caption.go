package outline

import (
	"cmp"
	"maps"
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// captions finds the headings whose words stand on the line above their number, in
// brackets, as Japanese laws have them: "(Opening hours)" above "Article 2"; or as a title
// of their own. The first of a level and at least half of it have them there: a note of
// its history stands below each. What stands beside a level goes by that.
func (p *parse) captions(cands []*levels.Candidate) {
	p.captioned = maps.Clone(p.marginal)
	above, all := map[string]map[int]int{}, map[string]int{}
	first := map[string]bool{}
	last := p.title.to - 1
	for i, c := range cands {
		key, at := cmp.Or(c.Mark.Beside, c.Key()), c.Line-1
		captioned := (c.Mark.Kind != "" || c.Mark.Style == heading.ParagraphStyle || c.Mark.Style == "1.") && at > last && (p.caption(at) || p.titleAbove(c))
		if captioned && all[key] > 0 && c.Mark.Number == 1 && last == at-1 && !cands[i-1].Mark.Numbered() {
			captioned = false // the title of an appendix, where numbers begin anew
		}
		if all[key]++; captioned {
			if above[key] == nil {
				above[key] = map[int]int{}
			}
			above[key][c.Line] = at
		}
		if all[key] == 1 {
			first[key] = captioned
		}
		last = c.Line
	}
	for key, found := range above {
		if len(found) < 2 || len(found)*2 < all[key] || !first[key] {
			continue
		}
		maps.Copy(p.captioned, found)
	}
}

// findMarginal finds the lines in bold type that are marginal notes of the paragraphs of an
// article, as Canadian laws have them above each: the number right below one goes on with
// that above it, where below a title counting would begin again.
func (p *parse) findMarginal(cands []*levels.Candidate) {
	const fewest = 2
	p.marginal = map[int]int{}
	last := map[string]*levels.Candidate{}
	goOn, begin := 0, 0
	var first []*levels.Candidate
	for _, c := range cands {
		if !c.Mark.Weak() {
			clear(last)
			continue
		}
		before := last[c.Mark.Style]
		last[c.Mark.Style] = c
		switch noted := c.Line > 0 && p.strong(c.Line-1) && p.titleLike(c.Line-1); {
		case !noted:
		case before != nil && c.Mark.Follows(&before.Mark):
			goOn++
			p.marginal[c.Line] = c.Line - 1
			if before.Mark.Number == 1 {
				first = append(first, before)
			}
		case c.Mark.Number == 1:
			begin++
		}
	}
	if goOn < fewest || goOn < begin {
		clear(p.marginal)
		return
	}
	for _, c := range first {
		if p.strong(c.Line-1) && p.titleLike(c.Line-1) {
			p.marginal[c.Line] = c.Line - 1
		}
	}
}

// titleAbove reports a title of its own above the number of c, on whose line the text
// begins, as Austrian and Turkish laws have it.
func (p *parse) titleAbove(c *levels.Candidate) bool {
	at, s := c.Line-1, p.Line(c.Line-1)
	if p.Lines[at].Out || !p.Lines[at].Gap || !p.Lines[c.Line].Gap || p.Lines[at].Given() != p.Lines[c.Line].Given() || p.Lines[at].Kind == block.Heading ||
		len(s) > maxTitle || !heading.Begins(s) || heading.Stopped(s) || endsOpen(s) || strings.Contains(s, columns) {
		return false
	}
	own, last := p.Line(c.Line)[c.Mark.Rest:], c.Line
	if own == "" && last+1 < len(p.Lines) && p.Lines[last+1].Split {
		last++
		own = p.Line(last)
	}
	if _, marked := heading.Read(s); marked || at == 0 {
		return false
	}
	if m, ok := heading.Read(p.Line(at - 1)); ok && m.Rest >= len(p.Line(at-1)) {
		return false // the title of what stands above
	}
	return len(own) > maxTitle || own != "" && !p.aloneInGap(last) || heading.Stopped(own) || endsOpen(own) || strings.HasPrefix(own, "(")
}

// caption reports a line that is nothing but words in brackets.
func (p *parse) caption(i int) bool {
	s := p.Line(i)
	open, _ := utf8.DecodeRuneInString(s)
	shut, size := utf8.DecodeLastRuneInString(s)
	return !p.Lines[i].Out && len(s) <= maxHeading && strings.ContainsRune("(（[［【", open) && strings.ContainsRune(")）]］】", shut) &&
		!strings.ContainsAny(s[:len(s)-size], ")）]］】") && heading.Begins(strings.TrimLeft(s, "(（[［【"))
}

// captionOf returns the words of a caption, without brackets.
func (p *parse) captionOf(i int) document.Span {
	s := p.Line(i)
	if !p.caption(i) {
		return p.Lines[i].Span
	}
	_, open := utf8.DecodeRuneInString(s)
	_, shut := utf8.DecodeLastRuneInString(s)
	return document.Span{Start: p.At(i, open), End: p.At(i, len(s)-shut)}
}
