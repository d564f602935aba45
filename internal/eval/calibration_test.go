package eval

import (
	"math"
	"testing"
	"testing/fstest"

	"pincite/internal/confidence"
	"pincite/internal/evidence"
)

// outcome is a judged search with a confidence.
func outcome(c float64, answerable, right bool) Outcome {
	return Outcome{Judged: Judged{Answerable: answerable}, Hit1: right, Confidence: c, Features: confidence.Features{Text: c + 0.01}}
}

func TestCalibrate(t *testing.T) {
	if c := calibrate(nil); c.AUROC != 0.5 || c.Error != 0 || len(c.Risk) != 0 {
		t.Errorf("of nothing: %+v", c)
	}
	var all []Outcome
	for range 5 {
		all = append(all, outcome(0.9, true, true), outcome(0.1, false, false))
	}
	all = append(all, Outcome{Judged: Judged{Answerable: true}, Confidence: 1}) // looked up: not counted
	c := calibrate(all)
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

// TestAUROC holds the area to a count of all pairs.
func TestAUROC(t *testing.T) {
	for _, tt := range []struct {
		answers, nothing []float64
		want             float64
	}{
		{nil, nil, 0.5}, {[]float64{1}, nil, 0.5}, {nil, []float64{1}, 0.5},
		{[]float64{0.2}, []float64{0.2}, 0.5},
		{[]float64{0.9, 0.8}, []float64{0.1, 0.2}, 1},
		{[]float64{0.1}, []float64{0.9}, 0},
		{[]float64{0, 0.5, 0.5, 0.9}, []float64{0.5, 0, 0.7}, (0.5 + 1.5 + 1.5 + 3) / 12},
	} {
		if got := AUROC(tt.answers, tt.nothing); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("%v over %v: %v, want %v", tt.answers, tt.nothing, got, tt.want)
		}
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
		out, err := c.Ask(t.Context(), true, evidence.Params{})
		if err != nil || len(out) != 1 || !out[0].Right() {
			t.Errorf("%s: %+v, %v", c.Name, out, err)
		}
	}
}
