package question

import "pincite/internal/question/prose"

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
