package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"pincite/internal/annotation"
	"pincite/internal/config"
	"pincite/internal/folder"
	"pincite/internal/importer"
	"pincite/internal/report"
	"pincite/internal/text"
)

func (p *program) annotateVerb() *cobra.Command {
	a := &annotating{program: p}
	cmd := &cobra.Command{
		Use:   "annotate DIR",
		Short: "Check a document's annotations, begin some, or let a model write them",
		Long: "Holds the annotations in a document's folder against its text: sections and sentences\n" +
			"that are not there (any more) or twice, entries without effect, how much of the document\n" +
			"is reached in each language, and what a reviewer should look at. Fails if an entry would\n" +
			"be lost.\n\n" +
			"With --model the language model of the settings writes them, section by section. What a\n" +
			"person wrote, changed or removed stays so, and a section is asked about again only when\n" +
			"its text has changed: the same command goes on where it was stopped. For a file it makes\n" +
			"a folder beside it. Comments in a section that is written anew are not kept.",
		Example: "  pincite annotate --model rules/\n  pincite annotate rules/",
		Args:    needArgs(1, 1, "the folder of a document"),
		RunE:    a.run,
	}
	cmd.Flags().BoolVar(&a.write, "write", false, "write an annotations file with an empty entry for every section and sentence")
	cmd.Flags().BoolVar(&a.model, "model", false, "let the model of model.url write annotations")
	cmd.Flags().BoolVar(&a.all, "all", false, fmt.Sprintf("print all that a reviewer should look at, not the first %d in a language", report.FewDoubts))
	a.drafting.addTo(cmd)
	cmd.Flags().BoolVar(&a.words, "words", false, "also print English words that stand once in the annotations, and neither in the\ndocument nor among common words: names, or slips of the pen")
	cmd.Flags().StringVar(&a.language, "language", "", "with --write: the language of the entries (default: the document's)")
	return cmd
}

// annotating is one run of the verb.
type annotating struct {
	*program
	write, model, words, all bool
	language                 string
	drafting                 drafting
}

func (a *annotating) run(cmd *cobra.Command, args []string) error {
	c, err := a.config(cmd)
	if err != nil {
		return err
	}
	if err := onlyWithModel(cmd, a.model); err != nil {
		return err
	}
	b, err := a.sources(c).Bundle(cmd.Context(), args[0], importer.MaxBytes)
	switch {
	case err != nil:
		return err
	case a.write && a.model:
		return config.Misusef("--write and --model do not go together")
	case a.write:
		return a.writeAnnotations(cmd.Context(), c, b, args[0], a.language)
	case a.language != "":
		return config.Misusef("--language goes with --write")
	case a.model:
		return a.draftAnnotations(cmd.Context(), c, b, args[0], a.drafting)
	}
	return a.checkAnnotations(b, args[0], a.words, a.all)
}

// onlyWithModel refuses flags of --model without it.
func onlyWithModel(cmd *cobra.Command, model bool) error {
	for _, name := range []string{"passes", "parallel", "languages", "again", "dry-run", "patience"} {
		if !model && cmd.Flags().Changed(name) {
			return config.Misusef("--%s goes with --model", name)
		}
	}
	return nil
}

// checkAnnotations prints what was found, then the coverage.
func (p *program) checkAnnotations(b *folder.Bundle, dir string, words, all bool) error {
	if len(b.Annotations) == 0 {
		return fmt.Errorf("%s has no annotations; pincite annotate --write %s begins some", dir, dir)
	}
	said, lost := report.Annotations(b, words, all)
	if _, err := fmt.Fprint(p.out, said); err != nil {
		return err
	}
	if lost > 0 {
		return fmt.Errorf("%s: the annotations do not fit the document in %s", dir, text.Count(lost, "entry"))
	}
	return nil
}

// writeAnnotations begins a file beside the document's text, of a file in a
// folder made for it. It never replaces one.
func (p *program) writeAnnotations(ctx context.Context, c config.Config, b *folder.Bundle, path, language string) error {
	name := "annotations.yaml"
	if language == "" {
		language = b.Document.Meta.Language
	} else if language != b.Document.Meta.Language {
		name = "annotations." + language + ".yaml"
	}
	content, err := annotation.Template(b.Document, language)
	if err != nil {
		return err
	}
	dir, err := p.makeFolder(ctx, c, path, b)
	if err != nil {
		return err
	}
	file := filepath.Join(dir, name)
	if err := createFile(file, content); err != nil {
		return err
	}
	fmt.Fprintln(p.out, "wrote", file)
	if dir != path {
		fmt.Fprintf(p.out, "the document is the folder from now on: --document %s\n", dir)
	}
	return nil
}

// createFile writes a file that must not be there yet.
func createFile(name string, content []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, os.ErrExist) {
		return fmt.Errorf("%s is there already and was not touched", name)
	}
	if err != nil {
		return fmt.Errorf("write annotations: %w", err)
	}
	_, err = f.Write(content)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("write annotations: %w", err)
	}
	return nil
}
