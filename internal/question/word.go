package question

import (
	"pincite/internal/question/grammar"
	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
)

// wordAsked claims the wish for every place of a word that is named as a word: it is
// quoted, or stands behind a noun for it ("the word abstain"), in a message that has
// one of the words for sections or for everywhere, and does not ask what it means.
// Patterns need not know how the rest is said.
func (p *parser) wordAsked() bool {
	for i := range p.found {
		if p.found[i].Strength >= reference.Medium {
			return false
		}
	}
	topic, start, end := p.text().WordNamed()
	if topic == "" {
		return false
	}
	var said grammar.Bag
	level := false
	for i := range p.plain {
		t := &p.plain[i]
		if t.End > start && t.Start < end {
			continue
		}
		said |= grammar.BagsOf(t)
		level = level || t.Level != 0
	}
	everywhere := level || said&(grammar.AnySection|grammar.Everywhere) != 0
	if !everywhere || said&(grammar.Word|grammar.Appears) == 0 || said&grammar.Meaning != 0 {
		return false
	}
	p.q.Topic = topic
	p.q.Level = p.levelOf(prose.Outside(p.plain, start, end))
	return p.is(Mentions, "a word named")
}
