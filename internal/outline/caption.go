package outline

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// captions finds the headings whose words stand in brackets on the line above their
// number, as Japanese laws have them: "(Opening hours)" above "Article 2". The first of a
// level and at least half of it have them there: a note of its history stands below each.
func (p *parse) captions(cands []*levels.Candidate) {
	p.captioned = map[int]bool{}
	above, all := map[string][]int{}, map[string]int{}
	first := map[string]bool{}
	last := p.title.to - 1
	for _, c := range cands {
		key, at := c.Key(), c.Line-1
		captioned := c.Mark.Kind != "" && at > last && p.caption(at)
		if all[key]++; captioned {
			above[key] = append(above[key], c.Line)
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
		for _, line := range found {
			p.captioned[line] = true
		}
	}
}

// caption reports a line that is nothing but words in brackets.
func (p *parse) caption(i int) bool {
	s := p.Line(i)
	open, _ := utf8.DecodeRuneInString(s)
	shut, size := utf8.DecodeLastRuneInString(s)
	return !p.Lines[i].Out && len(s) <= maxHeading && strings.ContainsRune("(（[［【", open) && strings.ContainsRune(")）]］】", shut) &&
		!strings.ContainsAny(s[:len(s)-size], ")）]］】") && heading.Begins(strings.TrimLeft(s, "(（[［【"))
}

// inBrackets returns the words of a caption.
func (p *parse) inBrackets(i int) document.Span {
	s := p.Line(i)
	_, open := utf8.DecodeRuneInString(s)
	_, shut := utf8.DecodeLastRuneInString(s)
	return document.Span{Start: p.At(i, open), End: p.At(i, len(s)-shut)}
}
