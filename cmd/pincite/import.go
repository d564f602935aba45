package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"pincite/internal/config"
	"pincite/internal/document"
	"pincite/internal/folder"
	"pincite/internal/importer"
	"pincite/internal/library"
	"pincite/internal/render"
)

func (p *program) importVerb() *cobra.Command {
	i := &importing{program: p}
	cmd := &cobra.Command{
		Use:   "import FILE|FOLDER",
		Short: "Try a document of your own: print the outline that is found",
		Long: "Reads a document, or each of a folder, and says what was found in it, and where that is\n" +
			"doubtful. Text, Markdown, HTML, Word (.docx), PDF and EPUB are read, each also packed by\n" +
			"gzip: up to 100 MB of text; documents to be answered from have 20 MB at most.\n" +
			"To ask about it: pincite ask --document FILE \"…\"\n\n" +
			"Nothing is written without -o, which makes a folder of the document: its text, and a\n" +
			"document.yaml with what was found, ready to be corrected.",
		Args: needArgs(1, 1, "the file or folder of a document"),
		RunE: i.run,
	}
	cmd.Flags().BoolVar(&i.show, "show", false, "print every section: id, label, title, bytes, sentences")
	cmd.Flags().BoolVar(&i.text, "text", false, "print the sentences of every section, too")
	cmd.Flags().BoolVar(&i.strict, "strict", false, "fail if the outline is doubtful")
	cmd.Flags().StringVarP(&i.dir, "output", "o", "", "folder to make of the document; it must not be there yet")
	return cmd
}

// importing is one run of the verb.
type importing struct {
	*program
	show, text, strict bool
	dir                string
}

func (i *importing) run(cmd *cobra.Command, args []string) error {
	c, err := i.config(cmd)
	if err != nil {
		return err
	}
	ctx, stop := untilStopped(cmd.Context())
	defer stop()
	found, skipped, err := i.bundles(ctx, c, args[0])
	if ctx.Err() != nil {
		return fmt.Errorf("import %s: stopped; nothing was written", args[0])
	}
	if err != nil {
		return err
	}
	return i.report(args[0], found, skipped)
}

// report prints what was found in each document.
func (i *importing) report(file string, found []*folder.Bundle, skipped []error) error {
	warnings := len(skipped)
	for n, b := range found {
		if n > 0 {
			fmt.Fprintln(i.out)
		}
		if err := i.terminal().Say(imported(b.Document, i.show || i.text || i.dir != "", i.text)); err != nil {
			return err
		}
		for line := range strings.Lines(render.Straight(summary(b))) {
			if len(found) > 1 {
				line = b.Document.Name + ": " + line
			}
			fmt.Fprint(i.errs, line)
		}
		warnings += len(b.Warnings)
	}
	for _, err := range skipped {
		fmt.Fprint(i.errs, render.Straight(fmt.Sprintf("warning: %v\n", err)))
	}
	if i.strict && warnings > 0 {
		return fmt.Errorf("import %s: the outline is doubtful: %d warnings", file, warnings)
	}
	return nil
}

// bundles reads the document, or those of a folder, and makes the folder of one if
// there is to be one. skipped says which entries of a folder cannot be read.
func (i *importing) bundles(ctx context.Context, c config.Config, file string) (found []*folder.Bundle, skipped []error, err error) {
	name, err := hostName(file)
	if err != nil {
		return nil, nil, err
	}
	r := i.reading(c)
	r.Limit = importer.MaxBytes
	p := i.terminal().Steps()
	defer p.End()
	if i.dir != "" || p.Bar() {
		r.Progress = p.Tell
	}
	if i.dir == "" {
		return library.Source{FS: hostFS{}, Name: name, Reading: r}.Bundles(ctx)
	}
	b, err := folder.Write(ctx, i.dir, hostFS{}, name, r)
	return []*folder.Bundle{b}, nil, err
}

// summary counts the sections of each kind and repeats the warnings.
func summary(b *folder.Bundle) string {
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
			fmt.Fprintf(b, "%7d–%d  %s\n", s.Start, s.End, document.OneLine(d.Plain(s)))
		}
	}
}
