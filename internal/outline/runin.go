package outline

import (
	"slices"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// runIn returns the words of the title that the paragraph of a line begins with, as bold
// type tells, if open is that paragraph behind its number: a sign parts them from the text,
// or a sentence begins behind them. Other words in bold type are only stressed.
func (p *parse) runIn(line int, open document.Span) document.Span {
	from := p.Lines[line].From
	if from == nil || from.RunIn.End <= open.Start || from.RunIn.End >= open.End {
		return document.Span{}
	}
	v := p.View(document.Span{Start: open.Start, End: from.RunIn.End})
	words := strings.TrimRight(v.Text, " :–—-")
	title := v.Source(0, len(words))
	rest := strings.TrimSpace(p.View(document.Span{Start: title.End, End: open.End}).Text)
	parted := heading.Stopped(words) || heading.Begins(rest) || heading.SkipDash(rest, 0) > 0 || strings.HasPrefix(rest, ":")
	if !parted || !short(words, false) || !strings.ContainsFunc(words, unicode.IsLetter) {
		return document.Span{}
	}
	return title
}

// behind returns where the text begins behind the title of open, with the colon or the dash
// between them left out.
func (p *parse) behind(open, title document.Span) int {
	rest := p.View(document.Span{Start: title.End, End: open.End})
	at := len(rest.Text) - len(strings.TrimLeft(rest.Text, ": "))
	at = heading.SkipDash(rest.Text, at)
	if at >= len(rest.Text) {
		return open.End
	}
	return rest.Source(at, at+1).Start
}

// withRunIns adds the paragraphs that begin with a title in bold type and have no number,
// where several stand in a section and hold most of its text: "Notice. A member tells the
// treasurer." Words that return among them are labels, as "Note:" is, and so are those right
// below the title, above the first number, that name a value each: "Owner: Harbour office".
func (p *parse) withRunIns(cands []*levels.Candidate) []*levels.Candidate {
	var found []*levels.Candidate
	from := 0
	first := slices.IndexFunc(cands, func(c *levels.Candidate) bool { return c.Mark.Numbered() })
	title := p.title
	if title.to == 0 {
		title, _ = p.topHeading(cands)
	}
	for i, c := range cands {
		titled := p.runIns(from, c.Line)
		if i > first || from > title.to || slices.ContainsFunc(titled, func(c *levels.Candidate) bool { return !p.namesValue(c.Line) }) {
			found = append(found, titled...)
		}
		from = c.Line + 1
	}
	return merge(cands, append(found, p.runIns(from, len(p.Lines))...))
}

// runIns returns the paragraphs of a section, in lines [from, to), that have titles.
func (p *parse) runIns(from, to int) []*levels.Candidate {
	var out []*levels.Candidate
	seen, all := map[string]bool{}, 0
	for i := from; i < to; i++ {
		l := &p.Lines[i]
		if l.Out || l.Kind != block.Paragraph {
			continue
		}
		if len(out) > 0 {
			all++
		}
		title := p.runIn(i, l.Span)
		if title.Empty() || l.From.RunIn.Start > l.Span.Start {
			continue
		}
		words := strings.ToLower(p.View(title).Text)
		if seen[words] {
			return nil
		}
		seen[words] = true
		out = append(out, &levels.Candidate{Line: i, Mark: heading.RunIn()})
	}
	if len(out) < fewest || len(out)*2 <= all {
		return nil
	}
	return out
}

// namesValue reports that a few words which are no sentence stand behind the title and the
// colon that line i begins with.
func (p *parse) namesValue(i int) bool {
	words, value, found := strings.Cut(p.View(p.Lines[i].Span).Text, ":")
	value = strings.TrimSpace(value)
	return found && p.Lines[i].From.RunIn.Len() <= len(words)+len(":") && len(value) <= maxTitle && heading.Begins(value) && !heading.Stopped(value)
}
