package compose

import (
	"cmp"
	"strings"
	"unicode"

	"pincite/internal/question"
	"pincite/internal/question/about"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// facts says what the document's own data tell about the document.
func (v Voice) facts(q question.Question) string {
	if q.Kind != question.Metadata {
		return ""
	}
	var out []string
	if q.Meta.Has(about.Issuer|about.Nature) && v.doc.Meta.Issuer != "" {
		out = append(out, v.fact(v.Issuer, v.doc.Meta.Issuer))
	}
	for _, d := range v.doc.Meta.Dates {
		asked := about.Dates
		switch d.Name {
		case "adopted":
			asked |= about.Adopted
		case "released":
			asked |= about.Released
		}
		if q.Meta.Has(asked) {
			out = append(out, v.fact(v.dateName(d), v.day(d.Day)))
		}
	}
	if q.Meta.Has(about.Language) && v.doc.Meta.Language != "" {
		out = append(out, v.inLanguage())
	}
	if q.Meta.Has(about.Source|about.Language) && v.doc.Meta.Source != "" {
		out = append(out, v.fact(v.Source, v.doc.Meta.Source))
	}
	if n := v.counts(everything(v.doc)); q.Meta.Has(about.Nature) && n != "" {
		out = append(out, words.Fill(v.Has, "counts", n))
	}
	if q.Meta.Has(about.Length) {
		out = append(out, v.fact(v.Length, v.length()))
	}
	if q.Meta.Has(about.Cite) {
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
	for _, d := range v.doc.Meta.Dates {
		if d.Name != "created" && d.Name != "modified" { // these are of the file
			out = append(out, v.day(d.Day))
			break
		}
	}
	return strings.Join(out, ", ") // in the script of the title
}

// length says how long the text of all sections is: in words, as white space separates
// them, or in characters where most words have none between them.
func (v Voice) length() string {
	spaced, characters := 0, 0
	for _, s := range v.doc.Sections {
		for w := range strings.FieldsSeq(v.doc.Slice(s.Own)) {
			inside := 0
			for _, r := range w {
				if text.Unspaced(r) {
					inside++
				}
			}
			characters += inside
			if inside == 0 && strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) >= 0 {
				spaced++
			}
		}
	}
	if characters > spaced {
		return words.Fill(v.InCharacters, "n", number(characters))
	}
	return words.Fill(v.InWords, "n", number(spaced), "language", v.languageName())
}
