package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pincite/internal/config"
	"pincite/internal/folder"
	"pincite/internal/importer"
	"pincite/internal/report"
	"pincite/internal/text"
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
		if err := i.terminal().Say(report.Imported(b.Document, i.detail())); err != nil {
			return err
		}
		for line := range strings.Lines(report.Outline(b)) {
			if len(found) > 1 {
				line = b.Document.Name + ": " + line
			}
			fmt.Fprintln(i.errs, text.Line(line))
		}
		warnings += len(b.Warnings)
	}
	for _, err := range skipped {
		fmt.Fprintln(i.errs, text.Line(fmt.Sprintf("warning: %v", err)))
	}
	if i.strict && warnings > 0 {
		return fmt.Errorf("import %s: the outline is doubtful: %s", file, text.Count(warnings, "warning"))
	}
	return nil
}

// detail is how much of a document is printed.
func (i *importing) detail() report.Detail {
	switch {
	case i.text:
		return report.Sentences
	case i.show, i.dir != "":
		return report.Sections
	}
	return report.Counts
}

// bundles reads the document, or those of a folder, and makes the folder of one if
// there is to be one. skipped says which entries of a folder cannot be read.
func (i *importing) bundles(ctx context.Context, c config.Config, file string) (found []*folder.Bundle, skipped []error, err error) {
	from, err := i.sources(c).At(file)
	if err != nil {
		return nil, nil, err
	}
	from.Limit = importer.MaxBytes
	p := i.terminal().Steps()
	defer p.End()
	if i.dir != "" || p.Bar() {
		from.Progress = p.Tell
	}
	if i.dir == "" {
		return from.Bundles(ctx)
	}
	b, err := folder.Write(ctx, i.dir, from.FS, from.Name, from.Reading)
	return []*folder.Bundle{b}, nil, err
}
