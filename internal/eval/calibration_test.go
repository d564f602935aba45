package eval

import (
	"math"
	"os"
	"testing"
	"testing/fstest"

	"pincite/internal/answer"
	"pincite/internal/confidence"
)

// outcome is a judged search with a confidence.
func outcome(c float64, answerable, right bool) Outcome {
	return Outcome{Judged: Judged{Answerable: answerable}, Hit1: right, Confidence: c, Features: confidence.Features{Text: c + 0.01}}
}

func TestCalibrate(t *testing.T) {
	if c := Calibrate(nil); c.AUROC != 0 || c.Error != 0 || len(c.Risk) != 0 {
		t.Errorf("of nothing: %+v", c)
	}
	var all []Outcome
	for range 5 {
		all = append(all, outcome(0.9, true, true), outcome(0.1, false, false))
	}
	all = append(all, Outcome{Judged: Judged{Answerable: true}, Confidence: 1}) // looked up: not counted
	c := Calibrate(all)
	if c.AUROC != 1 || c.Right != 5 || c.Unanswerable != 5 {
		t.Errorf("told apart perfectly: %+v", c)
	}
	if math.Abs(c.Error-0.08) > 1e-9 { // of five bins of two, the middle one has one of each, which cancel
		t.Errorf("calibration error %v, want 0.08", c.Error)
	}
	if first, last := c.Risk[0], c.Risk[len(c.Risk)-1]; first.Risk != 0 || last.Risk != 0.5 || last.Coverage != 1 {
		t.Errorf("risk %+v", c.Risk)
	}
}

func TestAUROC(t *testing.T) {
	same := []Outcome{outcome(0.5, true, true)}
	if got := auroc(same, []Outcome{outcome(0.5, false, false)}); got != 0.5 {
		t.Errorf("ties: %v, want 0.5", got)
	}
}

func TestReadCases(t *testing.T) {
	const text = "Rules\n\n1. Doors\n\nDoors are shut at night.\n\n2. Keys\n\nKeys hang inside.\n"
	const set = `{"id":"1","question":"when are doors shut","type":"near","answerable":true,"quotes":["shut at night"]}` + "\n"
	for name, fsys := range map[string]fstest.MapFS{
		"nothing":       {},
		"no questions":  {"house/source.txt": {Data: []byte(text)}},
		"bad questions": {"house/source.txt": {Data: []byte(text)}, "house/questions.jsonl": {Data: []byte("{")}},
	} {
		if _, err := ReadCases(fsys); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	fsys := fstest.MapFS{
		"house/source.txt": {Data: []byte(text)}, "house/questions.jsonl": {Data: []byte(set)},
		"bare.txt": {Data: []byte(text)}, "bare.questions.jsonl": {Data: []byte(set)},
	}
	cases, err := ReadCases(fsys)
	if err != nil || len(cases) != 2 {
		t.Fatal(cases, err)
	}
	for _, c := range cases {
		if j := c.Set[0]; len(j.Sections) != 1 || j.Language != "en" {
			t.Errorf("%s: %+v", c.Name, j)
		}
		out, err := c.Ask(t.Context(), true, answer.Params{})
		if err != nil || len(out) != 1 || !out[0].Right() {
			t.Errorf("%s: %+v, %v", c.Name, out, err)
		}
	}
}

// TestUnfitted holds the shipped confidence to documents that nothing is fitted on, with
// questions of somebody who did not know the program.
func TestUnfitted(t *testing.T) {
	cases, err := ReadCases(os.DirFS("testdata/unfitted"))
	if err != nil {
		t.Fatal(err)
	}
	var all []Outcome
	asked, first := 0.0, 0.0
	for _, c := range cases {
		got, err := c.Ask(t.Context(), false, answer.Params{})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, got...)
		for _, o := range got {
			if o.Type == "near" {
				asked++
				if o.Hit1 {
					first++
				}
			}
		}
	}
	if c := Calibrate(all); c.AUROC < 0.77 {
		t.Errorf("right answers are told from questions without one with an AUROC of %.3f, was 0.780", c.AUROC)
	}
	if first/asked < 0.9 {
		t.Errorf("%.0f of %.0f near questions have the right section first, were 44 of 48", first, asked)
	}
}
