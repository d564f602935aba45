package question

import (
	"pincite/internal/question/grammar"
	"pincite/internal/question/prose"
)

// bySentence reads the sentences one by one, for a message that says something
// about itself and then asks: "Need it for the minutes. What is measure 7?"
func (p *parser) bySentence() {
	all := p.text().Sentences()
	if len(all) < 2 || len(all) > prose.MaxParts {
		return
	}
	var claim *Question
	for _, s := range all {
		sub := p.sentence(s)
		switch {
		case claims(sub.Kind) && claim == nil:
			claim = &sub
		case claims(sub.Kind), sub.Kind == Search && p.text().Asks(s):
			return // two things are asked; the search takes it all
		}
	}
	if claim != nil {
		claim.Text, claim.Language, claim.Parts = p.q.Text, p.q.Language, p.q.Parts
		*p.q = *claim
	}
}

// prefaced claims a question about the structure behind a connective or a comma, where
// what is said before it neither asks nor names anything: "sorry to bother you, but how
// many chapters are there?"
func (p *parser) prefaced() bool {
	for i := 1; i < len(p.plain); i++ {
		if w := &p.plain[i]; w.Level != 0 || i == len(p.plain)-1 || len(p.found) > 0 && p.tokens[p.found[0].From].Start <= w.Start {
			return false
		} else if !grammar.In(w, grammar.Ask) || !p.comma(&p.plain[i-1]) && !grammar.In(&p.plain[i-1], grammar.Connective) {
			continue
		}
		if q := p.sentence([2]int{i, len(p.plain)}); q.Kind == Outline {
			q.Text, q.Language, q.Parts = p.q.Text, p.q.Language, p.q.Parts
			*p.q = q
			return true
		}
		return false
	}
	return false
}

// claims reports whether a sentence read as k is what the message asks.
func claims(k Kind) bool { return k >= Lookup && k < Search || k == Undone }

// sentence classifies one sentence on its own.
func (p *parser) sentence(s [2]int) Question {
	q := Question{Language: p.q.Language}
	sub := parser{Parser: p.Parser, q: &q, context: p.context}
	sub.scan(p.body[p.plain[s[0]].Start:p.text().End(s)])
	if len(sub.plain) > 0 {
		sub.classify()
	}
	return q
}
