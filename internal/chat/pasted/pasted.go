package pasted

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/question"
	"pincite/internal/text"
	"pincite/internal/verify"
)

// Least lengths of a pasted passage: shorter texts are questions or names.
const (
	leastWords = 12
	leastRunes = 20 // of Chinese
)

// IsPassage reports whether a message may be a passage that somebody pasted: long,
// and without a question mark.
func IsPassage(said string) bool {
	if strings.ContainsAny(said, "?？") || strings.HasPrefix(said, "/") {
		return false
	}
	return isLong(said)
}

func isLong(said string) bool {
	if strings.ContainsFunc(said, text.IsHan) {
		return utf8.RuneCountInString(text.Line(said)) >= leastRunes
	}
	return len(strings.Fields(said)) >= leastWords
}

// MayBe reports whether a message that is too long for a question may be a passage: it
// does not end as questions do.
func MayBe(said string) bool {
	return !strings.HasPrefix(said, "/") && !isAsked(said)
}

// isAsked reports whether a text ends as a question does.
func isAsked(said string) bool {
	said = strings.TrimRightFunc(said, func(r rune) bool { return unicode.IsSpace(r) || text.ClosesQuote(r) || r == ')' })
	return strings.HasSuffix(said, "?") || strings.HasSuffix(said, "？")
}

// Shares of a passage's words that a document has at least: a question may have many
// of them, too, and a message that names a section nearly all.
const (
	leastShare  = 0.7
	clearedFrom = 0.8
)

// Found reports whether a document has so much of a message, read as q, that it is a
// passage: one that was read as anything but a search begins and ends with the
// document's words.
func Found(checked verify.Result, said string, q question.Question) bool {
	switch {
	case checked.Status == verify.Absent:
		return false
	case checked.Status == verify.Verbatim:
		return true
	case q.Kind == question.Search || q.Kind == question.TooLong:
		return checked.Share >= leastShare && !Asks(said, checked)
	}
	return checked.Share >= clearedFrom && !Asks(said, checked) && !framed(checked, said)
}

// framed reports whether words that the document has not begin or end a message.
func framed(checked verify.Result, said string) bool {
	for _, d := range checked.Differences {
		if !d.At.Empty() && (!hasLetters(said[:d.At.Start]) || !hasLetters(said[d.At.End:])) {
			return true
		}
	}
	return false
}

func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}
