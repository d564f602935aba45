package titles

import (
	"strings"

	"pincite/internal/document"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// addWithin adds what section i has of annexes and the like that are no sections of
// their own: "Annex. Fees" on a line by itself, and what follows it.
func (t *Titles) addWithin(i int) {
	s := &t.doc.Sections[i]
	end := s.Own.End
	for n := len(s.Paragraphs) - 1; n >= 0; n-- {
		p := s.Paragraphs[n].Span
		if p.Len() > maxLine {
			continue
		}
		line := text.Clean(t.doc.Plain(p))
		cut := strings.IndexAny(line, ".:：。　")
		if cut < 0 {
			cut = len(line)
		}
		name := line[:cut]
		words := grammar.Scan(name)
		if first, _, spaced := strings.Cut(name, " "); spaced && len(words) > 0 && words[0].Han() {
			name, words = first, grammar.Scan(first)
		}
		if len(words) == 0 || len(phrase.Words(words)) > maxName || !isAnnex(words) {
			continue
		}
		at := len(t.all)
		t.addName(name, i)
		for ; at < len(t.all); at++ {
			t.all[at].Span = document.Span{Start: p.Start, End: end}
		}
		end = p.Start
	}
}

// The lengths up to which a line of text is taken for the heading of an annex: the
// line in bytes, and what stands in it before a mark in words.
const (
	maxLine = 200
	maxName = 4
)

// isAnnex reports whether words begin with a name for what stands apart: "annex".
func isAnnex(words []phrase.Token) bool {
	if words[0].Han() {
		var b strings.Builder
		for _, w := range words {
			b.WriteString(w.Fold)
		}
		return grammar.Lists(grammar.LevelApart, b.String())
	}
	return grammar.Lists(grammar.LevelApart, words[0].Fold)
}
