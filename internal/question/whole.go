package question

import (
	"slices"

	"pincite/internal/question/grammar"
	"pincite/internal/question/message"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// wholeTitle claims a message that is the title of a section and nothing else, whatever
// else it might mean: "Summary", "the Help section". Thanks, yes and no are said to the bot.
func (p *parser) wholeTitle() bool {
	if len(p.Found) != 1 || p.Found[0].Refs[0].Rule != "title" || p.Questioned() {
		return false
	}
	r := &p.Found[0]
	if !grammar.Outside(p.Tokens, phrase.Match{Start: r.From, End: r.To}, grammar.Article|grammar.AnySection|grammar.Polite, nil) {
		return false
	}
	d := p.Table.Document()
	title := grammar.Scan(text.Clean(d.Title(r.Refs[0].Sections[0])))
	if !slices.EqualFunc(phrase.Words(title), phrase.Words(p.Tokens[r.From:r.To]), func(a, b phrase.Token) bool { return a.Fold == b.Fold }) {
		return false
	}
	if _, talk := p.TalkAt(0); talk == message.TalkThanks || talk == message.TalkYes || talk == message.TalkNo {
		return false
	}
	p.q.Refs = r.Refs
	return p.is(Lookup, "title")
}
