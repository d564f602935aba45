package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/titles"
)

// termed reports whether the one title that is named is a word of a term that the text has,
// behind one that elsewhere asks for the structure: "índice de graduación", where a chapter
// is called "Graduación". Then it is the term that is asked for.
func (p parser) termed() bool {
	if len(p.Found) != 1 || p.Found[0].Strength == titles.Strong || p.Found[0].Refs[0].Rule != "title" {
		return false
	}
	from, end := p.Tokens[p.Found[0].From].Start, p.Tokens[p.Found[0].To-1].End
	var head *phrase.Token
	for i := range p.Plain {
		w := &p.Plain[i]
		if w.Start >= from {
			break
		}
		if !grammar.In(w, grammar.Within|grammar.Article) {
			head = w
		}
	}
	if head == nil || head.Level != 0 || p.Weight(head.Fold) <= 0 {
		return false
	}
	term, text := p.Body[head.Start:end], p.Table.Document().Text
	r, size := utf8.DecodeRuneInString(term)
	return strings.Contains(text, term) || strings.Contains(text, string(unicode.ToUpper(r))+term[size:])
}
