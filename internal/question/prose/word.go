package prose

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// Quotation returns what a message quotes, and where in it the words stand, in bytes;
// ok is false where it quotes nothing, or more than one thing.
func Quotation(s string) (quoted string, start, end int, ok bool) {
	for i := 0; i < len(s); {
		open, size := utf8.DecodeRuneInString(s[i:])
		i += size
		closing := text.ClosedBy(open)
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

// Outside returns the tokens outside a stretch of the message, but for the names that
// stand for any section.
func Outside(tokens []phrase.Token, start, end int) (out []phrase.Token) {
	for _, t := range tokens {
		if (t.End <= start || t.Start >= end) && !grammar.In(&t, grammar.AnySection) {
			out = append(out, t)
		}
	}
	return out
}

// WordNamed returns the word that t names as such, and where it stands.
func (t Text) WordNamed() (topic string, start, end int) {
	if quoted, start, end, ok := Quotation(t.Body); ok {
		return quoted, start, end
	}
	for i := range t.Words {
		if !grammar.In(&t.Words[i], grammar.Word) || i+1 == len(t.Words) || t.Words[i].Stop || t.Words[i+1].Glued {
			continue
		}
		to := i + 1
		for to < len(t.Words) && HasContent(&t.Words[to]) && !grammar.In(&t.Words[to], grammar.Appears|grammar.Everywhere|grammar.AnySection) {
			to++
			if t.Words[to-1].Stop {
				break
			}
		}
		if to > i+1 {
			start, end = t.Words[i+1].Start, t.Words[to-1].End
			return t.Body[start:end], start, end
		}
	}
	return "", 0, 0
}

// AsWord returns a topic without the noun for a word before it ("the word abstain").
func AsWord(words []phrase.Token) []phrase.Token {
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
