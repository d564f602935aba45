package question

import (
	"slices"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/titles"
	"pincite/internal/text"
)

// wholeTitle claims a message that is the title of a section and nothing else, whatever
// else it might mean: "Summary", "the Help section". Thanks, yes and no are said to the bot.
func (p *parser) wholeTitle() bool {
	if len(p.found) != 1 || p.found[0].Refs[0].Rule != "title" || p.questioned() {
		return false
	}
	r := &p.found[0]
	for i := range p.tokens {
		t := &p.tokens[i]
		if (i < r.From || i >= r.To) && !t.Mark && !grammar.In(t, grammar.Article|grammar.AnySection|grammar.Polite) {
			return false
		}
	}
	d := p.table.Document()
	title := grammar.Scan(text.Clean(d.Title(r.Refs[0].Sections[0])))
	if !slices.EqualFunc(phrase.Words(title), phrase.Words(p.tokens[r.From:r.To]), func(a, b phrase.Token) bool { return titles.Same(a.Fold, b.Fold) }) {
		return false
	}
	if _, talk := p.talkAt(0); talk == talkThanks || talk == talkYes || talk == talkNo {
		return false
	}
	p.q.Refs = r.Refs
	return p.is(Lookup, "title")
}
