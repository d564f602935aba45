package report

import (
	"fmt"
	"strconv"
	"strings"

	"pincite/internal/document"
	"pincite/internal/reply/words"
	"pincite/internal/text"
	"pincite/internal/verify"
	"pincite/internal/verify/collate"
)

// Verified tells what became of a text that was checked against docs, by name, in a
// language: what it is, the original with its place, how the text differs from it, and
// what it leaves out.
func Verified(r verify.Result, docs map[string]*document.Document, language string) string {
	w := words.In(words.Known(language))
	var b strings.Builder
	b.WriteString(w.Status(r) + "\n")
	for _, m := range r.Matches {
		quote := document.OneLine(text.Sanitize(docs[m.Document].Plain(m.Span))) // without the markup of the source
		fmt.Fprintf(&b, "\n%s%s%s\n[%s]\n", w.Open, quote, w.Close, place(m, docs))
	}
	if more := r.Places - len(r.Matches); more > 0 && len(r.Matches) == verify.MaxMatches {
		b.WriteString("\n" + words.Fill(w.MorePlaces, "n", strconv.Itoa(more)) + "\n")
	}
	if len(r.Differences)+len(r.Omitted) > 0 {
		b.WriteString("\n")
	}
	for _, x := range r.Differences {
		b.WriteString("- " + difference(w, x) + "\n")
	}
	for _, x := range r.Omitted {
		b.WriteString("- " + w.Omission(x.Concern) + w.Colon + w.Open + text.Line(x.Original) + w.Close + "\n")
	}
	if len(r.Allowed) > 0 {
		b.WriteString("\n" + words.Fill(w.Allowed, "what", w.AllowedFor(r.Allowed)) + "\n")
	}
	return b.String()
}

// place names the section of a match, and the document if there are several.
func place(m collate.Match, docs map[string]*document.Document) string {
	d := docs[m.Document]
	place := d.Name
	if i, ok := d.ByID(m.Section); ok {
		place = Named(strings.Join(d.Path(i), " › "), d.Title(i))
		if len(docs) > 1 {
			place = d.Name + " › " + place
		}
	}
	if j, ok := d.ByID(m.Through); ok {
		place += " – " + Named(strings.Join(d.Path(j), " › "), d.Title(j))
	}
	return place
}

// difference tells one difference, first what the text has, then what the document
// has: "number: “two” → “one”".
func difference(w *words.Words, x collate.Difference) string {
	var sides []string
	for _, side := range []string{x.Text, x.Original} {
		if side = text.Line(side); side != "" {
			sides = append(sides, w.Open+side+w.Close)
		}
	}
	return w.Change(x.Kind, x.Concern) + w.Colon + strings.Join(sides, " → ")
}
