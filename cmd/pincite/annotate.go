package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pincite/internal/annotation"
	"pincite/internal/importer"
	"pincite/internal/library"
)

func (p *program) annotateVerb() *cobra.Command {
	var write, words bool
	var language string
	cmd := &cobra.Command{
		Use:   "annotate DIR",
		Short: "Check a document's annotations, or write empty ones",
		Long: "Holds the annotations in a document's folder against its text: sections and sentences\n" +
			"that are not there (any more) or twice, entries without effect, and how much of the\n" +
			"document is reached in each language. Fails if an entry would be lost.",
		Args: needArgs(1, 1, "the folder of a document"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := p.config(cmd); err != nil {
				return err
			}
			b, err := openBundle(args[0], importer.MaxBytes)
			switch {
			case err != nil:
				return err
			case write:
				return p.writeAnnotations(b, args[0], language)
			case language != "":
				return misusef("--language goes with --write")
			}
			return p.checkAnnotations(b, args[0], words)
		},
	}
	cmd.Flags().BoolVar(&write, "write", false, "write an annotations file with an empty entry for every section and sentence")
	cmd.Flags().BoolVar(&words, "words", false, "also print English words that stand once in the annotations, and neither in the\ndocument nor among common words: names, or slips of the pen")
	cmd.Flags().StringVar(&language, "language", "", "with --write: the language of the entries (default: the document's)")
	return cmd
}

// checkAnnotations prints what was found, then the coverage.
func (p *program) checkAnnotations(b *library.Bundle, dir string, words bool) error {
	if len(b.Annotations) == 0 {
		return fmt.Errorf("%s has no annotations; pincite annotate --write %s begins some", dir, dir)
	}
	findings, reach := annotation.Check(b.Document, b.Annotations)
	var out strings.Builder
	lost := 0
	for _, f := range findings {
		fmt.Fprintf(&out, "%s %s: %s\n", f.Language, f.Section, f.Problem)
		if !f.Idle {
			lost++
		}
	}
	for _, c := range reach {
		fmt.Fprintf(&out, "%s: %d of %d sections, %d of %d sentences, %d terms, %d questions, %d unanswered\n",
			c.Language, c.Sections, c.AllSections, c.Sentences, c.All, c.Terms, c.Questions, c.Unanswered)
		if len(c.Bare) > 0 {
			fmt.Fprintf(&out, "%s: sentences without notes in %s\n", c.Language, strings.Join(c.Bare, ", "))
		}
		if words && len(c.Strange) > 0 {
			fmt.Fprintf(&out, "%s: words of the annotations alone: %s\n", c.Language, strings.Join(c.Strange, " "))
		}
	}
	if _, err := fmt.Fprint(p.out, out.String()); err != nil {
		return err
	}
	if lost > 0 {
		return fmt.Errorf("%s: %d entries of the annotations do not fit the document", dir, lost)
	}
	return nil
}

// writeAnnotations begins a file beside the document's text. It never replaces
// one.
func (p *program) writeAnnotations(b *library.Bundle, path, language string) error {
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
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	bare := !info.IsDir()
	if bare {
		path = filepath.Dir(path)
	}
	file := filepath.Join(path, name)
	if err := createFile(file, content); err != nil {
		return err
	}
	fmt.Fprintln(p.out, "wrote", file)
	if bare {
		fmt.Fprintln(p.out, "it is read once the document is a folder: put the text beside it as source.txt")
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
