package question

import (
	"slices"

	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
	"pincite/internal/question/titles"
	"pincite/internal/text/words"
)

// languageOf is the language of the words around references, or, where they are all
// that is said, of all words: "para. 2" is not Spanish.
func (p *parser) languageOf() string {
	named := func(r *reference.Found) bool { return r.Strength == titles.Strong && r.Refs[0].Rule == "number" }
	if l := prose.Language(p.without(named), p.languages, p.context.Language); l != "und" {
		return l
	}
	return prose.Language(p.body, p.languages, p.context.Language)
}

// replies are the languages in which people are answered.
var replies = []string{"en", "zh", "ru", "es"}

// unread reports whether the message is in a language that is not read, and has no
// word that the document has.
func (p *parser) unread() bool {
	if !p.foreign() || len(p.refs(titles.Medium)) > 0 {
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
	read := slices.Contains(replies, p.q.Language) || slices.Contains(p.languages, p.q.Language)
	return !read && (p.q.Language != "und" || prose.Strange(p.q.Text, p.languages[0]))
}
