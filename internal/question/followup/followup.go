package followup

import (
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
)

const (
	// maxReferring is the number of content words up to which a pronoun can mean
	// something said before; a longer question brings its own noun along.
	maxReferring = 5
	// shortLatin and shortHan are the words, and characters, of a question so
	// short that it is whole only after another: "at which meetings?", 多久一次.
	shortLatin = 3
	shortHan   = 7
)

// Values of the patterns of follow-ups.
const (
	Connective = iota + 1
	pronominal
	brief
	Correction
	Possessive
)

// Unnamed reports whether a pronoun stands where the document is not named: it
// is the document only if nothing else was spoken of before.
func Unnamed(words []phrase.Token) bool {
	found := false
	for i := range words {
		w := &words[i]
		if grammar.In(w, grammar.Document) {
			return false
		}
		found = found || grammar.In(w, grammar.ThirdPerson)
		if w.Stop {
			break // in a later sentence, it is what this one says
		}
	}
	return found
}

// Of returns the length in words of the longest pattern of that value at word i,
// 0 if there is none.
func Of(words []phrase.Token, i, value int) (n int) {
	for pat, m := range grammar.All().Set("followup").Each(words, i) {
		if pat.Value == value {
			n = max(n, m.Len())
		}
	}
	return n
}

// Pronoun reports whether a pronoun stands in the message whose noun does not.
func Pronoun(words []phrase.Token) bool {
	content, first := 0, -1
	for i := range words {
		switch {
		case refersBack(words, i):
			if first < 0 {
				first = i
			}
		case prose.HasContent(&words[i]):
			content++
		}
	}
	return first >= 0 && content <= maxReferring && !nounBefore(words, first)
}

// refersBack reports whether word i begins a pronoun that means something said before:
// not the "it" that is the document ("does it say"), nor the "there" of "is there". Two
// words with content before a possessive are what it goes back to.
func refersBack(words []phrase.Token, i int) bool {
	n := Of(words, i, pronominal)
	if prose.Content(words[:i]) < 2 {
		n = max(n, Of(words, i, Possessive))
	}
	if n == 0 {
		return false
	}
	for j := max(0, i-2); j <= i; j++ {
		if m, _ := grammar.All().Set("stand").Longest(words, j); m.End >= i+n && m.Len() > n {
			return false
		}
	}
	return true
}

// Refers returns the length in words of the longest pronoun at word i, 0 if there is none.
func Refers(words []phrase.Token, i int) int {
	return max(Of(words, i, pronominal), Of(words, i, Possessive))
}

// nounBefore reports whether the question that word i stands in begins only
// after two words of content, "health checks who has to do it": these are what
// the pronoun means.
func nounBefore(words []phrase.Token, i int) bool {
	content := 0
	for k := range i {
		if content > 1 && grammar.In(&words[k], grammar.Ask) {
			return true
		}
		if prose.HasContent(&words[k]) {
			content++
		}
	}
	return false
}

// Short reports whether words, which are text, are a question of two or three words.
func Short(text string, words []phrase.Token) bool {
	if len(words) == 0 {
		return false
	}
	n, content := Of(words, 0, brief), 0
	for i := n; i < len(words); i++ {
		if !grammar.In(&words[i], grammar.Frame|grammar.Ask) {
			content++
		}
	}
	if words[0].Han() {
		return n > 0 && utf8.RuneCountInString(text) <= shortHan+1
	}
	return n > 0 && len(words) <= shortLatin+1 && content <= 1 || len(words) <= shortLatin && grammar.In(&words[0], grammar.Ask) && content <= 2
}

// Brief reports whether words, which are text, are so few that they are whole only after
// others.
func Brief(text string, words []phrase.Token) bool {
	if len(words) > 0 && words[0].Han() {
		return utf8.RuneCountInString(text) <= shortHan
	}
	return len(words) <= shortLatin
}

// mostAlso is how many words may say what is asked for as well.
const mostAlso = 3

// Also returns the words behind a connective that begins words, if they are few and none
// asks or refers to what was said: "and fees?".
func Also(words []phrase.Token) []phrase.Token {
	n := Of(words, 0, Connective)
	also := words[min(n, len(words)):]
	if n == 0 || len(also) > mostAlso || Pronoun(also) || grammar.Any(also, grammar.Ask) {
		return nil
	}
	return also
}
