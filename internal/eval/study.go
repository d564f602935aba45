package eval

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"pincite/internal/confidence"
	"pincite/internal/evidence"
	"pincite/internal/library"
)

// A Study is what came of asking several documents their own questions.
type Study struct {
	Left    []Outcome // each with the confidence of a model that was fitted on the other documents
	samples []confidence.Sample
}

// Documents asks each document of a folder its own questions, without finding aids and,
// where it has some, with them. It prints the figures as they come, with the questions that
// fell short if misses is set.
func Documents(ctx context.Context, fsys fs.FS, w io.Writer, misses bool) (Study, error) {
	all, err := ReadCases(fsys)
	if err != nil {
		return Study{}, err
	}
	var s Study
	var outcomes []Outcome
	var byDocument [][]Outcome
	for _, c := range all {
		var own []Outcome
		for _, aids := range []bool{false, true} {
			if aids && len(c.Bundle.Annotations) == 0 {
				continue
			}
			got, err := c.Ask(ctx, aids, evidence.Params{})
			if err != nil {
				return Study{}, err
			}
			name := c.Name
			if aids {
				name += ", with aids"
			}
			if err := WriteCase(w, name, got, misses); err != nil {
				return Study{}, err
			}
			s.samples = append(s.samples, samplesOf(got)...)
			own = append(own, got...)
		}
		outcomes = append(outcomes, own...)
		byDocument = append(byDocument, own)
	}
	s.Left = leaveOut(byDocument)
	return s, errors.Join(WriteCase(w, "all", outcomes, false), calibrate(outcomes).Write(w), s.write(w))
}

// write prints how well a confidence does on documents that it was not fitted on.
func (s Study) write(w io.Writer) error {
	if _, err := fmt.Fprint(w, "each document left out of the fit: "); err != nil {
		return err
	}
	return calibrate(s.Left).Write(w)
}

// perHome is how much more the default document counts in the fit than another one: it
// is what people meet first, and its questions are the most and in four languages.
const perHome = 2

// Fit fits the confidence on the documents of a study and on the questions of home about
// the documents of l, and returns the model as JSON.
func (s Study) Fit(ctx context.Context, l *library.Library, home []Judged) ([]byte, error) {
	outcomes, err := Ask(ctx, l, home, 1)
	if err != nil {
		return nil, err
	}
	samples := s.samples
	for _, sample := range samplesOf(outcomes) {
		sample.Weight *= perHome
		samples = append(samples, sample)
	}
	model, err := json.MarshalIndent(confidence.Fit(samples), "", "  ")
	return append(model, '\n'), err
}
