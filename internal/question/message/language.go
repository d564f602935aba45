package message

import (
	"slices"

	"pincite/internal/question/prose"
	"pincite/internal/question/reference"
	"pincite/internal/question/titles"
	"pincite/internal/text/words"
)

// LanguageOf is the language of the words around references, or, where they are all
// that is said, of all words: "para. 2" is not Spanish.
func (m *Message) LanguageOf() string {
	named := func(r *reference.Found) bool { return r.Strength == titles.Strong && r.Refs[0].Rule == "number" }
	if l := prose.Language(m.Without(named), m.Languages, m.Client); l != "und" {
		return l
	}
	return prose.Language(m.Body, m.Languages, m.Client)
}

// replies are the languages in which people are answered.
var replies = []string{"en", "zh", "ru", "es"}

// Unread reports whether the message is in a language that is not read, and has no
// word that the document has.
func (m *Message) Unread() bool {
	if !m.Foreign() || len(m.Refs(titles.Medium)) > 0 {
		return false
	}
	for i := range m.Plain {
		if w := m.Plain[i].Fold; !words.Function(m.Language).Has(w) && m.Weight(w) > 0 {
			return false
		}
	}
	return true
}

// Foreign reports whether the message is in a language that is not read.
func (m *Message) Foreign() bool {
	read := slices.Contains(replies, m.Language) || slices.Contains(m.Languages, m.Language)
	return !read && (m.Language != "und" || prose.Strange(m.Text, m.Languages[0]))
}
