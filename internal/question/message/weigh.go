package message

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/reference"
	"pincite/internal/question/rest"
	"pincite/internal/question/titles"
	"pincite/internal/text/words"
)

// Weigh returns the words of a row that no rule explains, with their weights, and
// the sum of these.
func (m *Message) Weigh(row []phrase.Token) ([]rest.Word, float64) {
	asks := rest.Asks(row)
	titled := slices.ContainsFunc(m.Found, func(r reference.Found) bool { return r.Refs[0].Rule == "title" })
	beside := ""
	if !asks {
		beside = m.titleBeside()
	}
	return m.Scale.Weigh(row, beside, !asks && !titled)
}

// Weighs reports whether a clause has a word that weighs, be it of a title. There may be a
// hundred clauses: a title is not read for each.
func (m *Message) Weighs(clause []phrase.Token) bool {
	_, sum := m.Scale.Weigh(clause, "", false)
	return sum > 0
}

// titleBeside returns the titles of the section that is named, if it is one, and of those
// that hold it: "§ 12-11 heritage trees" names it twice.
func (m *Message) titleBeside() string {
	refs := m.Refs(titles.Strong)
	if len(refs) == 0 {
		refs = m.Refs(titles.Weak)
	}
	if len(refs) != 1 || len(refs[0].Sections) != 1 {
		return ""
	}
	d := m.Table.Document()
	title := ""
	for i := refs[0].Sections[0]; i >= 0; i = d.Sections[i].Parent {
		title += " " + cmp.Or(d.Title(i), d.Sections[i].Label) // "Addendum C, section 4"
	}
	return title
}

// Structural accepts what no question about the structure is about: the document called
// by its initials or the first word of its title as well. A Chinese word for a level may
// be two characters of which the document has one.
func (m *Message) Structural(t *phrase.Token) bool {
	initials := len(t.Raw) > 1 && t.Raw == strings.ToUpper(t.Raw) && m.Scale.Names[t.Fold] && !t.Han()
	return t.Level != 0 || t.Ref || initials || t.Fold == m.Scale.First || t.Hiragana() || grammar.In(t, grammar.AnySection|grammar.Uppermost) || grammar.Lists(grammar.GenreName, t.Fold) || words.Function(m.Language).Has(t.Fold) && !t.Han() && !grammar.In(t, grammar.Ask) // nor is it about who or why
}

// Unheard accepts besides what nobody knows, which beside a section is no subject:
// "lístame los artículos del título II".
func (m *Message) Unheard(t *phrase.Token) bool {
	first, _ := utf8.DecodeRuneInString(t.Raw)
	return m.Structural(t) || t.ID == 0 && unicode.IsLetter(first) && !t.Han() && m.Weight(t.Fold) == 0 && words.Rarity(t.Fold) == words.Unlisted
}

// LevelOf returns the one level that the words name; "" for none or more.
func (m *Message) LevelOf(words []phrase.Token) string {
	kind := ""
	for i := range words {
		k := m.Table.Kind(words[i].Level)
		if k != "" && kind != "" && k != kind {
			return ""
		}
		kind = max(kind, k)
	}
	return kind
}

// Says reports whether words that no rule explains, and none that asks, are words of the
// language.
func (m *Message) Says(row []phrase.Token) bool {
	asks := func(w phrase.Token) bool { return grammar.In(&w, grammar.Ask) }
	said, _ := m.Weigh(slices.DeleteFunc(slices.Clone(row), asks))
	return slices.ContainsFunc(said, func(w rest.Word) bool { return m.Language != "en" || words.Rarity(w.Word) != words.Unlisted })
}
