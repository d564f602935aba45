package question

import (
	"strings"

	"pincite/internal/question/grammar"
	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
	"pincite/internal/text/words"
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
	everywhere := level || said&(grammar.AnySection|grammar.Everywhere|grammar.Passage) != 0
	if !everywhere || said&(grammar.Word|grammar.Appears) == 0 || said&grammar.Meaning != 0 {
		return false
	}
	p.q.Topic = topic
	p.q.Level = p.levelOf(prose.Outside(p.plain, start, end))
	return p.is(Mentions, "a word named")
}

// placesAsked claims the wish for every place of some words, however it is said: it asks
// where, or for sentences or several sections, says of something that it is there, and
// says nothing else. It may ask something else all the same, "which sections say that
// dogs are welcome": where nothing has the words, it is searched for.
func (p *parser) placesAsked() bool {
	var said grammar.Bag
	from, to, level, past := -1, -1, false, false // past the words that are looked for
	for i := range p.plain {
		t := &p.plain[i]
		b := grammar.BagsOf(t)
		switch {
		case b&grammar.Ask != 0 && b&grammar.Everywhere == 0, b&grammar.Meaning != 0, t.Ref:
			return false
		case b&(grammar.Everywhere|grammar.Occurs|grammar.Passage|grammar.AnySection|grammar.See) != 0 || t.Level != 0:
			said, level, past = said|b, level || t.Level != 0 && t.Plural, from >= 0
		case prose.HasContent(t) && !words.Light(p.q.Language).Has(t.Fold) && b&(grammar.Polite|grammar.Frame) == 0:
			if from < 0 {
				from = i
			}
			if to = i; past || to-from >= maxPlaced {
				return false
			}
		}
	}
	everywhere := level || said&(grammar.Everywhere|grammar.AnySection) != 0
	if from < 0 || !everywhere || said&(grammar.Occurs|grammar.Passage) == 0 {
		return false
	}
	p.q.Topic, p.q.Else = strings.TrimSpace(p.body[p.plain[from].Start:p.plain[to].End]), prose.Topic(p.body, p.words, true)
	return p.is(Mentions, "places asked")
}

// maxPlaced is the most words that are looked for where it is only likely that they are.
const maxPlaced = 5
