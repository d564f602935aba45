package question

import (
	"slices"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
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
	if len(p.Plain) > maxRespelt {
		return
	}
	languages := []string{p.Language}
	if !grammar.Reads(p.Language) {
		languages = append([]string{p.Client}, append(slices.Clone(p.Languages), "en")...)
	}
	for i, l := range languages {
		if slices.Contains(languages[:i], l) {
			continue
		}
		for body := range p.readings(p.Body, p.Plain, l, maxSlips) {
			sub := p.part(body)
			if sub.corrected(); len(sub.Plain) == 0 {
				continue
			}
			if sub.classify(); sub.q.Kind == Search || sub.q.Kind == Lookup && sub.q.Rule != "neighbour" {
				continue
			}
			sub.Text, sub.q.Text, sub.q.Parts = p.Text, p.Text, p.q.Parts
			*p.q, sub.q = *sub.q, p.q
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
			if p.Weight(w.Fold) > 0 || language == "en" && words.Rarity(w.Fold) != words.Unlisted && utf8.RuneCountInString(w.Fold) > 2 {
				continue
			}
			slips := grammar.Slips(w, language, len(p.Plain) == 1 && language != "en")
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

// bySentence reads the sentences one by one, for a message that says something
// about itself and then asks: "Need it for the minutes. What is measure 7?"
func (p *parser) bySentence() {
	all := p.Prose().Sentences()
	if len(all) < 2 || len(all) > prose.MaxParts {
		return
	}
	var claim *Question
	for _, s := range all {
		sub := p.sentence(s)
		switch {
		case claims(sub.Kind) && claim == nil:
			claim = &sub
		case claims(sub.Kind), sub.Kind == Search && p.Prose().Asks(s):
			return // two things are asked; the search takes it all
		}
	}
	if claim != nil {
		claim.Text, claim.Language, claim.Parts = p.Text, p.Language, p.q.Parts
		*p.q = *claim
	}
}

// claims reports whether a sentence read as k is what the message asks.
func claims(k Kind) bool { return k >= Lookup && k < Search || k == Undone }

// sentence classifies one sentence on its own.
func (p *parser) sentence(s [2]int) Question {
	sub := p.part(p.Body[p.Plain[s[0]].Start:p.Prose().End(s)])
	if len(sub.Plain) > 0 {
		sub.classify()
	}
	return *sub.q
}
