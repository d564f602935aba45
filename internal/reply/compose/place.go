package compose

import (
	"cmp"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// place is where section i is, or some sentences of it.
func (v Voice) place(i int, s reply.Sentences) reply.Place {
	return reply.Place{Document: v.doc.Name, Section: v.doc.Sections[i].ID, Sentences: s}
}

// Roles of a citation.
const (
	roleAnswer = "answer" // it answers, is listed or was looked up
	roleNear   = "near"   // the nearest passage, which may not answer
	roleSee    = "see"    // for further reading
)

// role is what citation i is in an answer. Where several things were asked, each
// passage answers.
func role(a answer.Answer, i int) string {
	several := len(a.Question.Parts) > 1 || len(a.Question.Refs) > 1
	switch {
	case a.Kind == answer.KindClosest:
		return roleNear
	case a.Kind == answer.KindAnswer && i > 0 && !several:
		return roleSee
	}
	return roleAnswer
}

// placed returns c with its document, sentences and address, and a role if it has
// none.
func (v Voice) placed(c answer.Citation, role string) answer.Citation {
	c.Document, c.Role = v.doc.Name, cmp.Or(c.Role, role)
	c.Sentences = reply.SentencesOf(v.doc, c.Section, c.Span)
	c.URL = v.place(c.Section, c.Sentences).Address()
	return c
}

// name names section i within a sentence of the bot, in v's language: measure 7,
// 第7条, la medida 7, the opening.
func (v Voice) name(i int) string {
	return v.called(i, func(n words.Noun) string { return n.Name })
}

// entryName names section i in a list: as name does, without an article.
func (v Voice) entryName(i int) string {
	return v.called(i, func(n words.Noun) string { return n.One })
}

// called names section i with a form of the noun for its level, or by its label
// where that is in v's language already or its level has no name in it.
func (v Voice) called(i int, form func(words.Noun) string) string {
	s := &v.doc.Sections[i]
	label := text.Line(s.Label)
	if words.Spoken(v.doc.Meta.Language) == v.Language {
		return label
	}
	if n, ok := v.Kinds[s.Kind]; ok {
		return form(n)
	}
	level, ok := v.doc.Meta.Level(s.Kind)
	if !ok || len(level.Names[v.Language]) == 0 || s.Designation.IsZero() {
		return label
	}
	designation := s.Designation.Printed
	if n, ok := s.Designation.Number(); ok {
		designation = number(n)
	}
	if strings.ContainsFunc(designation, func(r rune) bool { return r > 0x7f }) {
		return label
	}
	return v.Numbered(form(v.Noun(s.Kind)), designation)
}
