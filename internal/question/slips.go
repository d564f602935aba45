package question

import (
	"slices"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text/words"
)

const (
	// maxRespelt is the number of words up to which a message may be nothing but a
	// misspelt frame, and maxSlips how many of them may be misspelt.
	maxRespelt = 9
	maxSlips   = 2
)

// respelt reads a message that nothing explains as one in which words that neither the
// document nor the grammar has are those of a frame, misspelt: "nxet one", "hwo many
// chapters". It stays a search where that explains nothing either.
func (p *parser) respelt() {
	if len(p.plain) > maxRespelt {
		return
	}
	languages := []string{p.q.Language}
	if !grammar.Reads(p.q.Language) {
		languages = append([]string{p.context.Language}, append(slices.Clone(p.languages), "en")...)
	}
	for i, l := range languages {
		if slices.Contains(languages[:i], l) {
			continue
		}
		for body := range p.readings(p.body, p.plain, l, maxSlips) {
			q := Question{Language: p.q.Language}
			sub := parser{Parser: p.Parser, q: &q, context: p.context}
			sub.scan(body)
			if sub.corrected(); len(sub.plain) == 0 {
				continue
			}
			if sub.classify(); q.Kind == Search || q.Kind == Lookup && q.Rule != "neighbour" {
				continue
			}
			q.Text, q.Parts = p.q.Text, p.q.Parts
			*p.q, sub.q = q, p.q
			*p = sub
			return
		}
	}
}

// readings yields body with up to so many of words, from the first that is a slip on, as
// words of the language.
func (p *parser) readings(body string, row []phrase.Token, language string, most int) func(func(string) bool) {
	return func(yield func(string) bool) {
		for i := range row {
			w := &row[i]
			if p.weight(w.Fold) > 0 || language == "en" && words.Rarity(w.Fold) != words.Unlisted && utf8.RuneCountInString(w.Fold) > 2 {
				continue
			}
			slips := grammar.Slips(w, language, len(p.plain) == 1 && language != "en")
			for _, slip := range slips {
				// The words behind keep their places: they are respelt first.
				if most > 1 {
					for longer := range p.readings(body, row[i+1:], language, most-1) {
						if !yield(longer[:w.Start] + slip + longer[w.End:]) {
							return
						}
					}
				}
				if !yield(body[:w.Start] + slip + body[w.End:]) {
					return
				}
			}
			if len(slips) > 0 {
				return
			}
		}
	}
}
