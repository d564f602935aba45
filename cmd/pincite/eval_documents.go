package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"

	"pincite/internal/config"
	"pincite/internal/eval"
	"pincite/internal/evidence"
)

// study runs the part of the verb that asks each document of a folder its own questions.
func (e *evaluation) study(ctx context.Context) error {
	found, err := eval.Documents(ctx, os.DirFS(e.documents), e.program.out, e.misses)
	if err != nil {
		return fmt.Errorf("documents %s: %w", e.documents, err)
	}
	if err := e.drawRisk(found); err != nil || e.fit == "" {
		return err
	}
	return e.writeFit(ctx, found)
}

// drawRisk draws the risk–coverage curve, if that is asked for.
func (e *evaluation) drawRisk(found eval.Study) error {
	if e.risk == "" {
		return nil
	}
	var picture bytes.Buffer
	if err := eval.DrawRisk(&picture, found.Left, evidence.DefaultParams().AnswerAt); err != nil {
		return fmt.Errorf("draw the risk: %w", err)
	}
	if err := os.WriteFile(e.risk, picture.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write the risk: %w", err)
	}
	return nil
}

// writeFit fits the confidence on a study and the questions about the default document,
// and writes the model.
func (e *evaluation) writeFit(ctx context.Context, found eval.Study) (err error) {
	sets, err := readSets(nil)
	if err != nil {
		return err
	}
	l, err := e.program.openLibrary(ctx, config.Config{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	model, err := found.Fit(ctx, l, sets)
	if err != nil {
		return err
	}
	if err := os.WriteFile(e.fit, model, 0o644); err != nil {
		return fmt.Errorf("write the fit: %w", err)
	}
	return nil
}
