package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"pincite/data"
	"pincite/internal/config"
	"pincite/internal/eval"
	"pincite/internal/eval/beir"
	"pincite/internal/library"
)

func (p *program) evalVerb() *cobra.Command {
	e := &evaluation{program: p}
	cmd := &cobra.Command{
		Use:   "eval [FILE|DIR…]",
		Short: "Ask judged questions and print how well they were answered",
		Long: "Asks question sets (files of JSON lines, or folders of them; without any, those inside\n" +
			"the program) and prints hit@1, hit@3, MRR, the share of right quotes, refusals and\n" +
			"false answers, by language and type, and how near they are to the project's aims.\n\n" +
			"With --run OUT it takes one folder in the layout of BEIR instead (corpus.jsonl,\n" +
			"queries.jsonl, qrels.tsv), ranks its passages, writes a TREC run file to OUT and\n" +
			"prints nDCG@10, MRR@10, recall and precision.\n\n" +
			"With --abstain DIR it asks the queries of such a folder, each of the document that its\n" +
			"context_doc names, and prints how often the right passage comes first and how well the\n" +
			"score tells queries that have a relevant passage from those that have none.",
		Example: "  pincite eval --misses\n  pincite eval --run scifact.run scifact/\n  pincite eval --abstain squad2/",
		RunE:    e.run,
	}
	cmd.Flags().BoolVar(&e.misses, "misses", false, "also print every question that fell short")
	cmd.Flags().BoolVar(&e.times, "times", false, "also print how long the answers took, the median of five times each")
	cmd.Flags().StringVar(&e.out, "run", "", "rank a folder in the layout of BEIR and write a run file here")
	cmd.Flags().StringVar(&e.abstain, "abstain", "", "ask the queries of this folder in the layout of BEIR, each of its own document")
	cmd.Flags().StringVar(&e.documents, "documents", "", "ask each document of this folder the judged questions beside it")
	cmd.Flags().StringVar(&e.fit, "fit", "", "with --documents: fit the confidence on these and the default document, and write it here")
	cmd.Flags().StringVar(&e.risk, "risk", "", "with --documents: draw the risk–coverage curve, each document left out of the fit, and write it here as SVG")
	cmd.Flags().StringVar(&e.language, "language", "", "with --run or --abstain: which language of a folder that has several")
	return cmd
}

// evaluation is one run of the verb.
type evaluation struct {
	*program
	misses, times bool
	out, abstain  string
	documents     string // a folder of documents with their questions
	fit           string // file for the fitted model
	risk          string // file for the risk–coverage curve
	language      string // of the folder
}

func (e *evaluation) run(cmd *cobra.Command, args []string) error {
	folder := e.out != "" || e.abstain != ""
	switch {
	case e.out != "" && e.abstain != "":
		return config.Misusef("--run and --abstain do not go together")
	case !folder && e.language != "":
		return config.Misusef("--language goes with --run or --abstain")
	case folder && (e.misses || e.times):
		return config.Misusef("--misses and --times do not go with --run or --abstain")
	case e.out != "" && len(args) != 1:
		return config.Misusef("eval --run OUT needs one folder, got %d", len(args))
	case e.out != "":
		return e.rank(cmd.Context(), args[0])
	case e.abstain != "" && len(args) != 0:
		return config.Misusef("eval --abstain DIR does not know what to do with %q", args[0])
	case e.abstain != "":
		return e.ownDocuments(cmd.Context())
	case e.documents != "":
		return e.study(cmd.Context())
	case e.fit != "" || e.risk != "":
		return config.Misusef("--fit and --risk go with --documents")
	}
	sets, err := readSets(args)
	if err != nil {
		return err
	}
	l, err := e.library(cmd)
	if err != nil {
		return err
	}
	return e.ask(cmd.Context(), l, sets)
}

// timedRuns is how often each question is asked to time it.
const timedRuns = 5

// ask runs the half of the verb that judges answers.
func (e *evaluation) ask(ctx context.Context, l *library.Library, sets []eval.Judged) error {
	times := 1
	if e.times {
		times = timedRuns
		if err := l.Warm(); err != nil { // a service has done that before its first question
			return err
		}
	}
	outcomes, err := eval.Ask(ctx, l, sets, times)
	if err != nil {
		return err
	}
	if err := eval.Summarize(outcomes).Write(e.program.out, e.misses); err != nil || !e.times {
		return err
	}
	return eval.WriteTimes(e.program.out, outcomes)
}

// readSets reads the question sets at the paths, or those inside the program.
func readSets(paths []string) ([]eval.Judged, error) {
	if len(paths) == 0 {
		return eval.ReadSets(data.FS, data.Questions, data.Questions)
	}
	var out []eval.Judged
	for _, p := range paths {
		whole, err := filepath.Abs(p)
		if err != nil {
			return nil, fmt.Errorf("question set %s: %w", p, err)
		}
		set, err := eval.ReadSets(os.DirFS(filepath.Dir(whole)), filepath.Base(whole), p)
		if err != nil {
			return nil, err
		}
		out = append(out, set...)
	}
	return out, nil
}

// rank runs the BEIR half of the verb.
func (e *evaluation) rank(ctx context.Context, dir string) error {
	c, err := beir.Read(dir, e.language)
	if err != nil {
		return err
	}
	run, err := beir.Rank(ctx, c)
	if err != nil {
		return err
	}
	f, err := os.Create(e.out)
	if err != nil {
		return fmt.Errorf("write the run file: %w", err)
	}
	if err := errors.Join(run.Write(f, "pincite"), f.Close()); err != nil {
		return fmt.Errorf("write the run file %s: %w", e.out, err)
	}
	return beir.Evaluate(c.Qrels, run).Write(e.program.out)
}

// ownDocuments runs the queries of a folder against documents made of it.
func (e *evaluation) ownDocuments(ctx context.Context) error {
	c, err := beir.Read(e.abstain, e.language)
	if err != nil {
		return err
	}
	m, err := beir.Abstain(ctx, c)
	if err != nil {
		return fmt.Errorf("%s: %w", e.abstain, err)
	}
	return m.Write(e.program.out)
}
