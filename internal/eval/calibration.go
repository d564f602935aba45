package eval

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"pincite/internal/confidence"
)

// calibration tells how well the confidence of answers can be trusted.
type calibration struct {
	Right, Unanswerable int     // questions answered right, and questions without an answer
	AUROC               float64 // how often a right answer has more confidence than a reply to a question without one
	Error               float64 // expected calibration error, in five bins of equal count
	Risk                []point // by falling confidence
}

// A point of the risk–coverage curve: of the Coverage most confident replies, the
// share Risk are wrong, where replies of confidence Above or more are given.
type point struct{ Coverage, Risk, Above float64 }

// searched reports whether an outcome comes from a search, so that its confidence is
// more than a matter of form.
func (o Outcome) searched() bool { return o.Features != (confidence.Features{}) }

// Right reports whether the first quote answers.
func (o Outcome) Right() bool {
	if !o.Answerable {
		return false
	}
	if len(o.Quotes) > 0 {
		return o.Quoted
	}
	return o.Hit1
}

// calibrate adds up the outcomes of searches.
func calibrate(outcomes []Outcome) calibration {
	var c calibration
	var all []Outcome
	var right, none []float64
	for _, o := range outcomes {
		if !o.searched() {
			continue
		}
		all = append(all, o)
		switch {
		case o.Right():
			right = append(right, o.Confidence)
		case !o.Answerable:
			none = append(none, o.Confidence)
		}
	}
	c.Right, c.Unanswerable = len(right), len(none)
	c.AUROC = AUROC(right, none)
	slices.SortStableFunc(all, func(x, y Outcome) int { return cmp.Compare(y.Confidence, x.Confidence) })
	c.Error = calibrationError(all)
	c.Risk = riskCoverage(all)
	return c
}

// AUROC returns the area under the ROC curve of the scores: how often one of right is
// above one of none, ties counted half. 0.5 is chance, 1 is perfect; 0.5 too where there
// is nothing to tell apart.
func AUROC(right, none []float64) float64 {
	if len(right) == 0 || len(none) == 0 {
		return 0.5
	}
	sorted := slices.Sorted(slices.Values(none))
	wins := 0.0
	for _, x := range right {
		below, _ := slices.BinarySearch(sorted, x)
		tied := below
		for tied < len(sorted) && sorted[tied] == x {
			tied++
		}
		wins += float64(below) + float64(tied-below)/2
	}
	return wins / float64(len(right)*len(none))
}

// bins of the calibration error.
const bins = 5

// calibrationError is the mean distance between confidence and the share of right
// answers, over bins of equal count (Naeini et al. 2015, with equal counts as in
// Nixon et al. 2019).
func calibrationError(all []Outcome) float64 {
	sum := 0.0
	for b := range bins {
		bin := all[len(all)*b/bins : len(all)*(b+1)/bins]
		confident, right := 0.0, 0.0
		for _, o := range bin {
			confident += o.Confidence
			if o.Right() {
				right++
			}
		}
		sum += max(confident-right, right-confident)
	}
	return sum / float64(max(len(all), 1))
}

// riskCoverage has a point for every tenth of the replies.
func riskCoverage(all []Outcome) []point {
	var out []point
	wrong := 0.0
	for i, o := range all {
		if !o.Right() {
			wrong++
		}
		if (i+1)*10/len(all) > i*10/len(all) {
			out = append(out, point{float64(i+1) / float64(len(all)), wrong / float64(i+1), o.Confidence})
		}
	}
	return out
}

// Write prints the figures.
func (c calibration) Write(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "AUROC %.3f (%d right, %d without an answer), calibration error %.3f\nrisk at coverage:",
		c.AUROC, c.Right, c.Unanswerable, c.Error); err != nil {
		return err
	}
	for _, p := range c.Risk {
		if _, err := fmt.Fprintf(w, " %.1f %.2f (%.2f)", p.Coverage, p.Risk, p.Above); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(w)
	return err
}

// samplesOf makes samples for a fit of the outcomes of one document: each document
// counts alike, however many questions it has.
func samplesOf(outcomes []Outcome) []confidence.Sample {
	var out []confidence.Sample
	for _, o := range outcomes {
		if o.searched() {
			out = append(out, confidence.Sample{Features: o.Features, Right: o.Right()})
		}
	}
	for i := range out {
		out[i].Weight = perDocument / float64(len(out))
	}
	return out
}

// perDocument is what the questions of a document weigh together in a fit, so that
// confidence.Ridge has a fixed meaning.
const perDocument = 100

// leaveOut returns the outcomes of every document with the confidence of a model
// that was fitted on the others.
func leaveOut(documents [][]Outcome) []Outcome {
	var out []Outcome
	for i := range documents {
		var samples []confidence.Sample
		for j, d := range documents {
			if i != j {
				samples = append(samples, samplesOf(d)...)
			}
		}
		model := confidence.Fit(samples)
		for _, o := range documents[i] {
			if o.searched() {
				o.Confidence = model.Probability(o.Features)
			}
			out = append(out, o)
		}
	}
	return out
}
