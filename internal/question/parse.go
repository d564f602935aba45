package question

import (
	"strconv"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/text"
)

// Parse reads one message. The levels are those of the document asked about;
// their names, in any language, are the words that make a number a reference.
func Parse(s string, levels []document.Level) Question {
	q := Question{Text: text.Clean(s)}
	q.Language = text.Language(q.Text)
	q.Parts = []string{q.Text}
	switch n := utf8.RuneCountInString(q.Text); {
	case n == 0:
		return Question{Language: "und"}
	case n > MaxRunes:
		return Question{Language: "und", Kind: TooLong}
	}
	if n, err := strconv.Atoi(q.Text); err == nil {
		q.Kind, q.Refs = Lookup, []Ref{{From: n, To: n}}
		return q
	}
	q.Kind, q.Topic = Search, q.Text
	return q
}
