package question

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
	if len(p.refs(titles.Medium)) > 0 {
		return false
	}
	switch {
	case p.foreign():
		if p.q.Follow {
			return false
		}
	case p.unknown():
	default:
		return false
	}
	return !slices.ContainsFunc(p.plain, func(w phrase.Token) bool {
		return !words.Function(p.q.Language).Has(w.Fold) && p.weight(w.Fold) > 0
	})
}

// foreign reports whether the message is in a language that is not read.
func (p *parser) foreign() bool {
	read := slices.Contains(replies, p.q.Language) || slices.Contains(p.languages, p.q.Language)
	return !read && (p.q.Language != "und" || prose.Strange(p.q.Text, p.languages[0]))
}

// sureVotes is by how many words a language that is not read is ahead where the document's
// own, or that which the message is taken for, is not English.
const sureVotes = 3

// unknown reports whether a message that is taken for one in a language that is read, for
// want of rules for another, is hardly in any of them; and notes which it seems to be in.
// What is rare in the document's own language is known for English alone.
func (p *parser) unknown() bool {
	read := slices.Concat(replies, p.languages)
	c := prose.Count(p.plain, read, func(w string) bool { return p.weight(w) > 0 })
	if !c.Unread() || (p.q.Language != "en" && p.q.Language != "und" || p.languages[0] != "en") && c.Votes < c.Known+sureVotes || followup.Pronoun(p.plain) {
		return false
	}
	p.q.Language = cmp.Or(c.Language, "und")
	return true
}
