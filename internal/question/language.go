package question

import (
	"slices"
	"strings"
	"unicode"

	"pincite/internal/question/reference"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// latin are the languages in Latin script that are told apart by their function
// words.
var latin = []string{"en", "es", "fr", "de", "it", "pt"}

// language is the language of s. Where few words tell, it is one of the document's,
// its aids' or the person's.
func (r *Parser) language(s string, c Context) string {
	found := text.Language(s)
	if found != "en" && found != "es" {
		return found
	}
	votes := map[string]int{}
	best := found
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) }) {
		for _, l := range latin {
			if words.Function(l).Has(w) || words.Telling(l).Has(text.Fold(w)) {
				votes[l]++
			}
		}
	}
	for _, l := range latin {
		if votes[l] > votes[best] {
			best = l
		}
	}
	if votes[best] > 1 || votes[best] == 1 && r.candidate(best, c) {
		return best
	}
	if r.candidate(found, c) && (found != "en" || c.Language == "en" || c.Language == "" && r.languages[0] == "en") {
		return found
	}
	for _, l := range append([]string{c.Language}, r.languages...) {
		if slices.Contains(latin, l) {
			return l
		}
	}
	return found
}

// languageOf is the language of the words around references, or, where they are all
// that is said, of all words: "para. 2" is not Spanish.
func (p *parser) languageOf() string {
	named := func(r *reference.Found) bool { return r.Strength == reference.Strong && r.Refs[0].Rule == "number" }
	if l := p.language(p.without(named), p.context); l != "und" {
		return l
	}
	return p.language(p.body, p.context)
}

// candidate reports whether l is a language of the document, its aids or the person.
func (r *Parser) candidate(l string, c Context) bool {
	return l == c.Language || slices.Contains(r.languages, l)
}

// replies are the languages in which people are answered.
var replies = []string{"en", "zh", "ru", "es"}

// unread reports whether the message is in a language that is not read, and has no
// word that the document has.
func (p *parser) unread() bool {
	if !p.foreign() || len(p.refs(reference.Medium)) > 0 {
		return false
	}
	for i := range p.plain {
		if w := p.plain[i].Fold; !words.Function(p.q.Language).Has(w) && p.weight(w) > 0 {
			return false
		}
	}
	return true
}

// foreign reports whether the message is in a language that is not read.
func (p *parser) foreign() bool {
	foreign := !slices.Contains(replies, p.q.Language) && !slices.Contains(p.languages, p.q.Language)
	if p.q.Language == "und" {
		letters, strange := 0, 0
		for _, r := range p.q.Text {
			if unicode.IsLetter(r) {
				letters++
				if !unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Han) {
					strange++
				}
			}
		}
		foreign = letters > 0 && 3*strange > letters
	}
	return foreign
}
