package question

import "pincite/internal/question/prose"

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
