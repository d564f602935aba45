package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"pincite/internal/confidence"
	"pincite/internal/config"
	"pincite/internal/eval"
	"pincite/internal/evidence"
)

// cases runs the half of the verb that asks each document of a folder its own
// questions, without finding aids and, where it has some, with them.
func (e *evaluation) cases(ctx context.Context) error {
	all, err := eval.ReadCases(os.DirFS(e.documents))
	if err != nil {
		return fmt.Errorf("documents %s: %w", e.documents, err)
	}
	var outcomes []eval.Outcome
	var samples []confidence.Sample
	var byDocument [][]eval.Outcome
	for _, c := range all {
		var own []eval.Outcome
		for _, aids := range []bool{false, true} {
			if aids && len(c.Bundle.Annotations) == 0 {
				continue
			}
			got, err := c.Ask(ctx, aids, evidence.Params{})
			if err != nil {
				return err
			}
			name := c.Name
			if aids {
				name += ", with aids"
			}
			if err := eval.WriteCase(e.program.out, name, got, e.misses); err != nil {
				return err
			}
			outcomes = append(outcomes, got...)
			samples = append(samples, eval.Samples(got)...)
			own = append(own, got...)
		}
		byDocument = append(byDocument, own)
	}
	if err := eval.WriteCase(e.program.out, "all", outcomes, false); err != nil {
		return err
	}
	if err := eval.Calibrate(outcomes).Write(e.program.out); err != nil {
		return err
	}
	fmt.Fprint(e.program.out, "each document left out of the fit: ")
	left := eval.LeaveOut(byDocument)
	if err := eval.Calibrate(left).Write(e.program.out); err != nil {
		return err
	}
	if err := e.drawRisk(left); err != nil || e.fit == "" {
		return err
	}
	return e.writeFit(ctx, samples)
}

// drawRisk draws the risk–coverage curve, if that is asked for.
func (e *evaluation) drawRisk(outcomes []eval.Outcome) error {
	if e.risk == "" {
		return nil
	}
	var picture bytes.Buffer
	if err := eval.DrawRisk(&picture, outcomes, evidence.DefaultParams().AnswerAt); err != nil {
		return fmt.Errorf("draw the risk: %w", err)
	}
	if err := os.WriteFile(e.risk, picture.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write the risk: %w", err)
	}
	return nil
}

// perHome is how much more the default document counts in the fit than another one: it
// is what people meet first, and its questions are the most and in four languages.
const perHome = 3

// writeFit fits the confidence on the documents of the folder and the questions
// about the default document, and writes the model.
func (e *evaluation) writeFit(ctx context.Context, samples []confidence.Sample) (err error) {
	sets, err := readSets(nil)
	if err != nil {
		return err
	}
	l, err := e.program.openLibrary(ctx, config.Config{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	home, err := eval.Ask(ctx, l, sets, 1)
	if err != nil {
		return err
	}
	for _, sample := range eval.Samples(home) {
		sample.Weight *= perHome
		samples = append(samples, sample)
	}
	model, err := json.MarshalIndent(confidence.Fit(samples), "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(e.fit, append(model, '\n'), 0o644); err != nil {
		return fmt.Errorf("write the fit: %w", err)
	}
	return nil
}
