package outline

import (
	"slices"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
	"pincite/internal/text"
)

// titlePage returns the headings that a first page begins with, above the first number, as
// many as are like no other without a number: who issues the text, and its name, below which
// its opening stands.
func (p *parse) titlePage(cands []*levels.Candidate) (titleLines, bool) {
	cover := func(c *levels.Candidate) bool {
		return c.Mark.Given() && !c.Mark.Numbered() && p.page(c.Line) > 0 && p.page(c.Line) == p.page(cands[0].Line) && !colon(p.Line(c.Line)) &&
			p.Lines[c.Line].Span.End-p.Lines[cands[0].Line].Span.Start <= maxHeading && !p.proseIn(cands[0].Line, c.Line)
	}
	n := slices.IndexFunc(cands, func(c *levels.Candidate) bool { return !cover(c) })
	if n < 2 || cands[0].Line != p.top() || !slices.ContainsFunc(cands[n:], func(c *levels.Candidate) bool { return c.Mark.Numbered() }) {
		return titleLines{}, false
	}
	for n > 1 && likeAny(cands[n-1], cands[n:]) {
		n--
	}
	if n < 2 {
		return titleLines{}, false
	}
	last := cands[n-1]
	return titleLines{from: cands[0].Line, to: last.Line + 1,
		words: document.Span{Start: p.Lines[cands[0].Line].Span.Start, End: p.Lines[last.Line].Span.End}}, true
}

// likeAny reports that one of others, which the format gives without a number, is as high
// as c or higher.
func likeAny(c *levels.Candidate, others []*levels.Candidate) bool {
	return slices.ContainsFunc(others, func(other *levels.Candidate) bool {
		return other.Mark.Given() && !other.Mark.Numbered() && other.Mark.Rank <= c.Mark.Rank
	})
}

// titleOnce drops the second heading where the first two are the title that the format
// gives, with nothing in between: a title page, and the title once more above the text.
func (p *parse) titleOnce(cands []*levels.Candidate) []*levels.Candidate {
	if len(cands) < 2 || p.Line(cands[0].Line) != p.given.Title || p.Line(cands[1].Line) != p.given.Title {
		return cands
	}
	for i := cands[0].Line + 1; i < cands[1].Line; i++ {
		if !p.Lines[i].Out {
			return cands
		}
	}
	return slices.Delete(cands, 1, 2)
}

// titleAgain drops the heading above the first number that says what lines of its own said
// on a page before, which are the title then: the name of the text, on a title page and once
// more above its opening. With it go the headings above, as who issues the text and "As amended
// by:". Of several such headings the lines at the top are the contents, and so they are of a
// preface.
func (p *parse) titleAgain(cands []*levels.Candidate) []*levels.Candidate {
	said := p.saidAtTop()
	at := -1
	for i, c := range cands {
		if c.Mark.Rest == len(p.Line(c.Line)) || !p.saidBefore(said, c.Line) {
			continue
		}
		if at >= 0 || c.Mark.Numbered() {
			return cands
		}
		at = i
	}
	first := slices.IndexFunc(cands, func(c *levels.Candidate) bool { return c.Mark.Numbered() })
	if at < 0 || at > first || heading.Opening(p.Line(cands[at].Line)) || likeAny(cands[at], cands[at+1:]) {
		return cands
	}
	title := said[text.Fold(p.Line(cands[at].Line))]
	for i, c := range cands[:at] {
		if c.Line >= title.to && !colon(p.Line(c.Line)) && p.proseIn(c.Line, cands[i+1].Line) {
			return cands // a foreword, which would hold the opening
		}
	}
	p.title = title
	for _, c := range cands[:at+1] {
		c.Drop = true
	}
	return levels.Kept(cands)
}

// saidBefore reports that said has the words of line i, on a page before its own.
func (p *parse) saidBefore(said map[string]titleLines, i int) bool {
	if len(p.Line(i)) > maxHeading {
		return false
	}
	lines, ok := said[text.Fold(p.Line(i))]
	return ok && lines.to <= i && p.page(lines.from) < p.page(i)
}

// saidAtTop returns, by their words, the lines among the first headLines of the text, one or
// several in a row, that a title may be printed on.
func (p *parse) saidAtTop() map[string]titleLines {
	top := make([]string, min(headLines, len(p.Lines)))
	for i := range top {
		if !p.Lines[i].Out && len(p.Line(i)) <= maxHeading {
			top[i] = text.Fold(p.Line(i))
		}
	}
	said := map[string]titleLines{}
	for from := range top {
		words := ""
		for j := from; j < len(top) && top[j] != "" && len(words) <= maxHeading; j++ {
			words = strings.TrimSpace(words + " " + top[j])
			if _, ok := said[words]; !ok {
				said[words] = titleLines{from: from, to: j + 1, words: document.Span{Start: p.Lines[from].Span.Start, End: p.Lines[j].Span.End}}
			}
		}
	}
	return said
}

// dropCover drops the headings of a first page that are no more than lines of the title, as
// the edition and the year on a cover are: below the first and above the first number, with
// nothing of their own below them, in a type that no heading without a number has further
// down. Where there are no pages, their level is no higher than those of the first number and
// of the next heading. With digits, a telephone number or a year, what has its like further
// down is one, too, and words in bold type are: no running text may stand below them. Where
// there are no pages, a cover ends where running text begins, and a heading that the format
// gives stands above the list that the first number begins.
func (p *parse) dropCover(cands []*levels.Candidate) []*levels.Candidate {
	first := slices.IndexFunc(cands, func(c *levels.Candidate) bool { return c.Mark.Numbered() })
	begun := false
	for i := 1; i < first; i++ {
		c := cands[i]
		begun = begun || p.proseIn(cands[i-1].Line+1, c.Line)
		onCover := p.page(c.Line) > 0 && p.page(c.Line) == p.page(cands[0].Line) || p.page(c.Line) == 0 && !begun && !(i == first-1 && c.Mark.Given() && !cands[first].Mark.Given()) && c.Mark.Rank >= max(cands[first].Mark.Rank, cands[i+1].Mark.Rank)
		if (onCover || p.strong(c.Line) && !c.Mark.Given()) && c.Mark.Kind == "" && strings.ContainsFunc(p.Line(c.Line), unicode.IsDigit) && !p.proseIn(c.Line+1, cands[i+1].Line) {
			c.Drop = true // "Tel. 011 664 6062", "Founded 1916"
			continue
		}
		if !c.Mark.Given() || !onCover || p.textIn(c.Line+1, cands[i+1].Line) {
			continue
		}
		c.Drop = !slices.ContainsFunc(cands[first:], func(other *levels.Candidate) bool {
			return other.Mark.Style == c.Mark.Style && !other.Mark.Numbered()
		})
	}
	return levels.Kept(cands)
}

// dropHollow drops what only the type of pages makes headings: words in brackets, which are
// a note or a blank to fill, and the lines at the end that have nothing below them, as the
// addresses on a last page.
func (p *parse) dropHollow(cands []*levels.Candidate) []*levels.Candidate {
	plain := func(c *levels.Candidate) bool { return c.Mark.Given() && !c.Mark.Numbered() && p.page(c.Line) > 0 }
	for _, c := range cands {
		c.Drop = plain(c) && p.caption(c.Line)
	}
	last, end := len(cands), len(p.Lines)
	for last > 0 && plain(cands[last-1]) && !p.textIn(cands[last-1].Line+1, end) {
		last--
		end = cands[last].Line
	}
	if len(cands)-last > 1 && last > 0 {
		for _, c := range cands[last:] {
			c.Drop = true
		}
	}
	return levels.Kept(cands)
}
