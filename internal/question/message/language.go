package message

import (
	"cmp"
	"slices"

	"pincite/internal/question/followup"
	"pincite/internal/question/phrase"
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
// word that the document has. It may be one that follows another.
func (m *Message) Unread(follows bool) bool {
	if len(m.Refs(titles.Medium)) > 0 {
		return false
	}
	switch {
	case m.Foreign():
		if follows {
			return false
		}
	case m.unknown():
	default:
		return false
	}
	return !slices.ContainsFunc(m.Plain, func(w phrase.Token) bool {
		return !words.Function(m.Language).Has(w.Fold) && m.Weight(w.Fold) > 0
	})
}

// Foreign reports whether the message is in a language that is not read.
func (m *Message) Foreign() bool {
	read := slices.Contains(replies, m.Language) || slices.Contains(m.Languages, m.Language)
	return !read && (m.Language != "und" || prose.Strange(m.Text, m.Languages[0]))
}

// sureVotes is by how many words a language that is not read is ahead where the document's
// own, or that which the message is taken for, is not English.
const sureVotes = 3

// unknown reports whether a message that is taken for one in a language that is read, for
// want of rules for another, is hardly in any of them; and notes which it seems to be in.
// What is rare in the document's own language is known for English alone.
func (m *Message) unknown() bool {
	read := slices.Concat(replies, m.Languages)
	c := prose.Count(m.Plain, read, func(w string) bool { return m.Weight(w) > 0 })
	if !c.Unread() || (m.Language != "en" && m.Language != "und" || m.Languages[0] != "en") && c.Votes < c.Known+sureVotes || followup.Pronoun(m.Plain) {
		return false
	}
	m.Language = cmp.Or(c.Language, "und")
	return true
}
