package compose

import (
	"cmp"
	"strings"

	"pincite/internal/question"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// facts says what the document's own data tell about the document.
func (v Voice) facts(q question.Question) string {
	if q.Kind != question.Metadata {
		return ""
	}
	var out []string
	if q.Meta.Has(question.MetaIssuer|question.MetaNature) && v.doc.Meta.Issuer != "" {
		out = append(out, v.fact(v.Issuer, v.doc.Meta.Issuer))
	}
	for _, d := range v.doc.Meta.Dates {
		asked := question.MetaDates
		switch d.Name {
		case "adopted":
			asked |= question.MetaAdopted
		case "released":
			asked |= question.MetaReleased
		}
		if q.Meta.Has(asked) {
			out = append(out, v.fact(v.dateName(d), v.day(d.Day)))
		}
	}
	if q.Meta.Has(question.MetaLanguage) && v.doc.Meta.Language != "" {
		out = append(out, v.inLanguage())
	}
	if q.Meta.Has(question.MetaSource|question.MetaLanguage) && v.doc.Meta.Source != "" {
		out = append(out, v.fact(v.Source, v.doc.Meta.Source))
	}
	if n := v.counts(everything(v.doc)); q.Meta.Has(question.MetaNature) && n != "" {
		out = append(out, words.Fill(v.Has, "counts", n))
	}
	if q.Meta.Has(question.MetaLength) {
		out = append(out, v.fact(v.Length, words.Fill(v.InWords, "n", number(v.wordCount()), "language", v.languageName())))
	}
	if q.Meta.Has(question.MetaCite) {
		out = append(out, words.Fill(v.CiteAs, "what", v.reference()))
	}
	return strings.Join(out, "\n")
}

// reference names the document as a citation does: its title, who issued it, and its
// first date.
func (v Voice) reference() string {
	out := []string{text.Line(cmp.Or(v.doc.Meta.Title, v.Title()))}
	if v.doc.Meta.Issuer != "" {
		out = append(out, text.Line(v.doc.Meta.Issuer))
	}
	if len(v.doc.Meta.Dates) > 0 {
		out = append(out, v.day(v.doc.Meta.Dates[0].Day))
	}
	return strings.Join(out, ", ") // in the script of the title
}

// wordCount counts the words of all sections, as white space separates them.
func (v Voice) wordCount() int {
	n := 0
	for _, s := range v.doc.Sections {
		n += len(strings.Fields(v.doc.Slice(s.Own)))
	}
	return n
}
