package question

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/question/followup"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/titles"
	"pincite/internal/text"
)

// follows reports whether the message refers to what was said before.
func (p *parser) follows() bool {
	switch p.q.Kind {
	case Greeting, Thanks, Identity, Help, Documents, Empty, TooShort, TooLong, Unknown:
		return false
	case Undone:
		return followup.Unnamed(p.words) || followup.Pronoun(p.words) // "translate it"
	case Outline:
		of := len(p.q.Refs) == 0 && (p.q.Outline == OutlineParent || followup.Unnamed(p.words) || p.q.Level != "" && followup.Brief(p.q.Text, p.words))
		return of || p.begins(followup.Connective) // "how many sections does it have?", "how many sections?"
	case Metadata:
		return followup.Unnamed(p.words)
	case Navigate:
		return true
	}
	if p.corrects { // "no, I meant the young ones", unless it says all of what was meant
		return followup.Content(p.words) <= 2
	}
	if p.begins(followup.Connective) && len(p.q.Parts) == 1 {
		return true
	}
	if p.q.Kind == Lookup {
		ends := followup.Of(p.plain, len(p.plain)-1, followup.Connective) > 0 && p.plain[len(p.plain)-1].Han() // 第七章呢
		return ends || p.begins(followup.Possessive)                                                           // "its first paragraph"
	}
	return followup.Pronoun(p.words) || !p.opensWithRef() && followup.Short(p.q.Text, p.words)
}

// again reports how the whole message asks the question before once more.
func (p *parser) again() Again {
	if p.q.Kind == Lookup && p.q.Rule != "reference" || p.q.Level != "" {
		return NotAgain
	}
	words := p.collapse(titles.Weak)
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
	words := followup.Also(p.plain)
	if len(p.refsIf(untitled)) > 0 || !slices.ContainsFunc(words, func(w phrase.Token) bool { return p.weight(w.Fold) > 0 }) {
		return ""
	}
	return p.body[words[0].Start:words[len(words)-1].End]
}

// step returns the letter, or the number in parentheses, that is all that the message says
// beside words that go on from another: "and b?", "(2)", "¿y la d?". A bare number is none:
// after Article 7, "and 8?" is Article 8.
func (p *parser) step() string {
	out := ""
	for i := range p.tokens {
		t := &p.tokens[i]
		n, number := phrase.Numeral(p.tokens, i)
		inserted := slices.Index(grammar.All().List("inserted"), t.Fold)
		bracketed := i > 0 && i+1 < len(p.tokens) && p.tokens[i-1].Raw == "(" && p.tokens[i+1].Raw == ")"
		switch {
		case t.Mark && !strings.Contains("().,?!¿？", t.Raw):
			return ""
		case t.Mark:
		case bracketed && number:
			out = strconv.Itoa(n.Value)
		case inserted >= 0:
			out = "-" + strconv.Itoa(inserted+2) // "and bis?"
		case t.Letter() && (i+1 == len(p.tokens) || p.tokens[i+1].Mark || grammar.In(&p.tokens[i+1], grammar.Polite|grammar.Thanks)):
			out = text.Fold(t.Raw)
		case !grammar.In(t, grammar.Frame|grammar.Connective|grammar.Article|grammar.Polite|grammar.Thanks|grammar.Point|grammar.Inside):
			return ""
		}
	}
	return out
}

// opensWithRef reports whether the first reference is more than possible.
func (p *parser) opensWithRef() bool { return len(p.found) > 0 && p.found[0].Strength > titles.Weak }

// begins reports whether the first words are a pattern of follow-ups of that value.
func (p *parser) begins(value int) bool { return followup.Of(p.plain, 0, value) > 0 }

// comma reports whether a comma stands behind word w, or what people type for one.
func (p *parser) comma(w *phrase.Token) bool {
	behind := p.body[min(w.End, len(p.body)):]
	return strings.HasPrefix(behind, ",") || strings.HasPrefix(behind, "，") || strings.HasPrefix(behind, ": ") || p.apart(w)
}

// apart reports whether behind word w stands what sets off a remark: a parenthesis, a dash
// between spaces, an emoji.
func (p *parser) apart(w *phrase.Token) bool {
	behind := strings.TrimPrefix(p.body[min(w.End, len(p.body)):], ")")
	mark := strings.TrimPrefix(behind, " ")
	r, size := utf8.DecodeRuneInString(mark)
	dash := mark != behind && strings.ContainsRune("-–—", r) && strings.HasPrefix(mark[size:], " ")
	return dash || r == '(' || r == '（' || unicode.Is(unicode.So, r)
}
