package compose

import (
	"strings"

	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// place is where section i is, or some sentences of it.
func (v Voice) place(i int, s reply.Sentences) reply.Place {
	return reply.PlaceOf(v.doc, i, s)
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
// where that is in v's language already or its level has no name in it. So it does
// where nobody is answered in the document's language: who reads "Title 4" for
// "Abschnitt IV" does not find it there.
func (v Voice) called(i int, form func(words.Noun) string) string {
	s := &v.doc.Sections[i]
	label := text.Line(s.Label)
	if spoken := words.Spoken(v.doc.Meta.Language); spoken == v.Language || spoken == "" && label != "" {
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
