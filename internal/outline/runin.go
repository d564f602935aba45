package outline

import (
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
)

// runIn returns the words of the title that a paragraph begins with, as bold type tells, if
// open is that paragraph behind its number: a sign parts them from the text, or a sentence
// begins behind them. Other words in bold type are only stressed.
func (p *parse) runIn(n *node, open document.Span) document.Span {
	from := p.Lines[n.Line].From
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
