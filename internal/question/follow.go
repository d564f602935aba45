package question

import (
	"slices"
	"strconv"
	"strings"

	"pincite/internal/question/followup"
	"pincite/internal/question/grammar"
	"pincite/internal/question/message"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/question/structure"
	"pincite/internal/question/titles"
	"pincite/internal/text"
)

// follows reports whether the message refers to what was said before.
func (p *parser) follows() bool {
	switch p.q.Kind {
	case Greeting, Thanks, Identity, Help, Documents, Empty, TooShort, TooLong, Unknown:
		return false
	case Undone:
		return followup.Unnamed(p.Words) || followup.Pronoun(p.Words) // "translate it"
	case Outline:
		of := len(p.q.Refs) == 0 && (p.q.Outline == structure.Parent || followup.Unnamed(p.Words) || p.q.Level != "" && followup.Brief(p.Text, p.Words))
		return of || p.begins(followup.Connective) // "how many sections does it have?", "how many sections?"
	case Metadata:
		return followup.Unnamed(p.Words)
	case Navigate:
		return true
	}
	if p.corrects { // "no, I meant the young ones", unless it says all of what was meant
		return prose.Content(p.Words) <= 2
	}
	if p.begins(followup.Connective) && len(p.q.Parts) == 1 {
		return true
	}
	if p.q.Kind == Lookup {
		ends := followup.Of(p.Plain, len(p.Plain)-1, followup.Connective) > 0 && p.Plain[len(p.Plain)-1].Han() // 第七章呢
		return ends || p.begins(followup.Possessive)                                                           // "its first paragraph"
	}
	named := len(p.Found) > 0 && p.Found[0].Strength > titles.Weak
	return followup.Pronoun(p.Words) || !named && followup.Short(p.Text, p.Words)
}

// again reports how the whole message asks the question before once more.
func (p *parser) again() Again {
	if p.q.Kind == Lookup && p.q.Rule != "reference" || p.q.Level != "" {
		return NotAgain
	}
	words := p.Collapse(titles.Weak)
	for m, value := range grammar.Matches("again", words) {
		if grammar.Outside(words, m, grammar.Connective|grammar.Polite|grammar.Thanks, nil) && (Again(value) == AgainIn) == (p.q.Kind == Lookup) {
			return Again(value)
		}
	}
	return NotAgain
}

// also returns what a message names behind a connective, where it says nothing else and
// no number of a section: "and fees?".
func (p *parser) also() string {
	words := followup.Also(p.Plain)
	if len(p.RefsIf(message.Untitled)) > 0 || !slices.ContainsFunc(words, func(w phrase.Token) bool { return p.Weight(w.Fold) > 0 }) {
		return ""
	}
	return p.Body[words[0].Start:words[len(words)-1].End]
}

// step returns the letter, or the number in parentheses, that is all that the message says
// beside words that go on from another: "and b?", "(2)", "¿y la d?". A bare number is none:
// after Article 7, "and 8?" is Article 8.
func (p *parser) step() string {
	out := ""
	for i := range p.Tokens {
		t := &p.Tokens[i]
		n, number := phrase.Numeral(p.Tokens, i)
		inserted := slices.Index(grammar.All().List("inserted"), t.Fold)
		bracketed := i > 0 && i+1 < len(p.Tokens) && p.Tokens[i-1].Raw == "(" && p.Tokens[i+1].Raw == ")"
		switch {
		case t.Mark && !strings.Contains("().,?!¿？", t.Raw):
			return ""
		case t.Mark:
		case bracketed && number:
			out = strconv.Itoa(n.Value)
		case inserted >= 0:
			out = "-" + strconv.Itoa(inserted+2) // "and bis?"
		case t.Letter() && (i+1 == len(p.Tokens) || p.Tokens[i+1].Mark || grammar.In(&p.Tokens[i+1], grammar.Polite|grammar.Thanks)):
			out = text.Fold(t.Raw)
		case !grammar.In(t, grammar.Frame|grammar.Connective|grammar.Article|grammar.Polite|grammar.Thanks|grammar.Point|grammar.Inside):
			return ""
		}
	}
	return out
}

// begins reports whether the first words are a pattern of follow-ups of that value.
func (p *parser) begins(value int) bool { return followup.Of(p.Plain, 0, value) > 0 }
