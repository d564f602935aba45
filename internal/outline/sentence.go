package outline

import (
	"strings"

	"pincite/internal/outline/heading"
	"pincite/internal/text/words"
)

// sentence reports words that end in a full stop and begin with an article, as
// sentences do and few headings that are not short.
func (p *parse) sentence(s string) bool {
	return heading.Stopped(s) && len(strings.Fields(s)) > sentenceWords && p.article(s)
}

// leadsOn reports words that cannot end where they do: "This law applies to". But for
// points in brackets, few words are a title that ends in one: "Setting up".
func (p *parse) leadsOn(n *node, s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return len(last) < len(s) && (n.Mark.Bracketed() || len(strings.Fields(s)) >= sentenceWords) && words.Function(p.lang).Has(last)
}

// goesOnInPoints reports words with an article, as a sentence begins, that the points right
// below go on with: "(1) The board" above "a) keeps the books".
func (p *parse) goesOnInPoints(n *node, words string) bool {
	if n.to >= len(p.Lines) || !n.level.Weak || !p.article(words) {
		return false
	}
	s := p.Line(n.to)
	m, ok := heading.Read(s)
	return ok && m.Kind == "" && bracketStyle(m.Style) && low(s[m.Rest:])
}

// article reports words that begin with an article.
func (p *parse) article(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return words.Articles(p.lang).Has(strings.ToLower(first))
}
