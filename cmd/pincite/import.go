package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"pincite/internal/document"
	"pincite/internal/importer"
)

func (p *program) importVerb() *cobra.Command {
	var show, text bool
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Try a document of your own: print the outline that is inferred",
		Long: "Reads a text or Markdown file, or a document's folder, and says what was found in it:\n" +
			"up to 100 MB; documents to be answered from have 20 MB at most. Nothing is written.\n" +
			"To ask about it: pincite ask --document FILE \"…\"",
		Args: needArgs(1, 1, "the file or folder of a document"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := p.config(cmd); err != nil {
				return err
			}
			b, err := openBundle(args[0], importer.MaxBytes)
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(p.out, imported(b.Document, show || text, text))
			return err
		},
	}
	cmd.Flags().BoolVar(&show, "show", false, "print every section: id, label, title, bytes, sentences")
	cmd.Flags().BoolVar(&text, "text", false, "print the sentences of every section, too")
	return cmd
}

// imported tells what was found in a document.
func imported(d *document.Document, show, text bool) string {
	var b strings.Builder
	sentences := 0
	for i := range d.Sections {
		sentences += len(d.Sentences(i))
	}
	fmt.Fprintf(&b, "%s: %d bytes, %d sections, %d sentences, language %s\n", d.Name, len(d.Text), len(d.Sections), sentences, d.Meta.Language)
	if d.Meta.Title != "" {
		fmt.Fprintf(&b, "title: %s\n", d.Meta.Title)
	}
	for _, day := range d.Meta.Dates {
		fmt.Fprintf(&b, "%s: %s\n", day.Name, day.Day)
	}
	if text {
		writeSentences(&b, d)
	} else if show {
		writeOutline(&b, d)
	}
	return b.String()
}

// writeOutline prints one line for each section.
func writeOutline(b *strings.Builder, d *document.Document) {
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "\nID\tBYTES\tSENTENCES\tSECTION\n")
	for i := range d.Sections {
		s := &d.Sections[i]
		fmt.Fprintf(w, "%s%s\t%d\t%d\t%s\n", indent(d, i), s.ID, s.Own.Len(), len(d.Sentences(i)), named(s.Label, d.Title(i)))
	}
	w.Flush() // into memory: it cannot fail
}

// writeSentences prints the sections with their sentences, each with the bytes
// that it spans.
func writeSentences(b *strings.Builder, d *document.Document) {
	for i := range d.Sections {
		fmt.Fprintf(b, "\n%s (%s)\n", named(d.Sections[i].Label, d.Title(i)), d.Sections[i].ID)
		for _, s := range d.Sentences(i) {
			fmt.Fprintf(b, "%7d–%d  %s\n", s.Start, s.End, strings.Join(strings.Fields(d.Slice(s)), " "))
		}
	}
}
