package report

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"pincite/internal/document"
	"pincite/internal/folder"
	"pincite/internal/text"
)

// Contents lists the sections of documents, one a line, indented by their level; where
// there are several documents, below the name of each.
func Contents(documents []*document.Document) string {
	var out []string
	for _, d := range documents {
		heading := ""
		if len(documents) > 1 {
			heading = Named(d.Name, d.Meta.Title) + "\n"
		}
		out = append(out, heading+contents(d))
	}
	return strings.Join(out, "\n")
}

func contents(d *document.Document) string {
	var b strings.Builder
	for i := range d.Sections {
		b.WriteString(indent(d, i) + Named(d.Sections[i].Label, d.Title(i)) + "\n")
	}
	return b.String()
}

// indent is two spaces for each section above section i.
func indent(d *document.Document, i int) string { return strings.Repeat("  ", len(d.Path(i))-1) }

// Named joins a label and a title, which may be empty.
func Named(label, title string) string {
	if title == "" {
		return label
	}
	return label + ": " + title
}

// Detail is how much of a document is told.
type Detail int

// The details: counts alone, a line for each section, or every sentence.
const (
	Counts Detail = iota
	Sections
	Sentences
)

// Imported tells what was found in a document.
func Imported(d *document.Document, detail Detail) string {
	var b strings.Builder
	sentences := 0
	for i := range d.Sections {
		sentences += len(d.Sentences(i))
	}
	fmt.Fprintf(&b, "%s: %s, %s, %s, language %s\n", d.Name, text.Count(len(d.Text), "byte"), text.Count(len(d.Sections), "section"),
		text.Count(sentences, "sentence"), d.Meta.Language)
	if d.Meta.Title != "" {
		fmt.Fprintf(&b, "title: %s\n", d.Meta.Title)
	}
	for _, day := range d.Meta.Dates {
		fmt.Fprintf(&b, "%s: %s\n", day.Name, day.Day)
	}
	switch detail {
	case Sections:
		writeOutline(&b, d)
	case Sentences:
		writeSentences(&b, d)
	}
	return b.String()
}

// writeOutline prints one line for each section.
func writeOutline(b *strings.Builder, d *document.Document) {
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "\nID\tBYTES\tSENTENCES\tSECTION\n")
	for i := range d.Sections {
		s := &d.Sections[i]
		fmt.Fprintf(w, "%s%s\t%d\t%d\t%s\n", indent(d, i), s.ID, s.Own.Len(), len(d.Sentences(i)), Named(s.Label, d.Title(i)))
	}
	w.Flush() // into memory: it cannot fail
}

// writeSentences prints the sections with their sentences, each with the bytes
// that it spans.
func writeSentences(b *strings.Builder, d *document.Document) {
	for i := range d.Sections {
		fmt.Fprintf(b, "\n%s (%s)\n", Named(d.Sections[i].Label, d.Title(i)), d.Sections[i].ID)
		for _, s := range d.Sentences(i) {
			fmt.Fprintf(b, "%7d–%d  %s\n", s.Start, s.End, document.OneLine(d.Plain(s)))
		}
	}
}

// Outline repeats the warnings about a document and counts its sections of each kind.
func Outline(b *folder.Bundle) string {
	d := b.Document
	count, deepest := map[string]int{}, 0
	var kinds []string // in order of the text
	for i := range d.Sections {
		kind := d.Sections[i].Kind
		if count[kind]++; count[kind] == 1 {
			kinds = append(kinds, kind)
		}
		deepest = max(deepest, len(d.Path(i)))
	}
	for i, kind := range kinds {
		kinds[i] = fmt.Sprintf("%s %d", kind, count[kind])
	}
	var out strings.Builder
	for _, w := range b.Warnings {
		fmt.Fprintf(&out, "warning: %s\n", w)
	}
	fmt.Fprintf(&out, "sections: %s; levels: %d; warnings: %d\n", strings.Join(kinds, ", "), deepest, len(b.Warnings))
	return out.String()
}
