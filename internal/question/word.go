package question

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
)

// quotes are what opens a quotation, and what closes it.
var quotes = map[rune]string{'"': "\"“”", '“': "”\"", '„': "“”\"", '«': "»", '‹': "›", '「': "」", '『': "』"}

// quotation returns what a message quotes, and where in it the words stand, in bytes;
// ok is false where it quotes nothing, or more than one thing.
func quotation(s string) (quoted string, start, end int, ok bool) {
	for i := 0; i < len(s); {
		open, size := utf8.DecodeRuneInString(s[i:])
		i += size
		closing := quotes[open]
		if closing == "" {
			continue
		}
		n := strings.IndexAny(s[i:], closing)
		if n < 0 {
			break
		}
		if ok {
			return "", 0, 0, false
		}
		start, end = i, i+n
		quoted, ok = strings.Trim(s[start:end], " .,;:"), true
		_, size = utf8.DecodeRuneInString(s[end:])
		i = end + size
	}
	return quoted, start, end, ok && quoted != ""
}

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
	topic, start, end := p.wordNamed()
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
	p.q.Level = p.levelOf(without(p.plain, start, end))
	return p.is(Mentions, "a word named")
}

// without returns the tokens outside a stretch of the message, but for the names that
// stand for any section.
func without(tokens []phrase.Token, start, end int) (out []phrase.Token) {
	for _, t := range tokens {
		if (t.End <= start || t.Start >= end) && !grammar.In(&t, grammar.AnySection) {
			out = append(out, t)
		}
	}
	return out
}

// wordNamed returns the word that a message names as such, and where it stands.
func (p *parser) wordNamed() (topic string, start, end int) {
	if quoted, start, end, ok := quotation(p.body); ok {
		return quoted, start, end
	}
	for i := range p.plain {
		if !grammar.In(&p.plain[i], grammar.Word) || i+1 == len(p.plain) || p.plain[i].Stop || p.plain[i+1].Glued {
			continue
		}
		to := i + 1
		for to < len(p.plain) && prose.HasContent(&p.plain[to]) && !grammar.In(&p.plain[to], grammar.Appears|grammar.Everywhere|grammar.AnySection) {
			to++
			if p.plain[to-1].Stop {
				break
			}
		}
		if to > i+1 {
			start, end = p.plain[i+1].Start, p.plain[to-1].End
			return p.body[start:end], start, end
		}
	}
	return "", 0, 0
}

// asWord returns a topic without the noun for a word before it ("the word abstain").
func asWord(words []phrase.Token) []phrase.Token {
	for i := range words {
		switch {
		case i+1 < len(words) && grammar.In(&words[i], grammar.Word):
			return words[i+1:]
		case !grammar.In(&words[i], grammar.Article):
			return words
		}
	}
	return words
}
