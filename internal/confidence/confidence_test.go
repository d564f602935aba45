package confidence

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestNames(t *testing.T) {
	if n := len(Features{}.Vector()); n != len(Names) {
		t.Errorf("%d features, %d names", n, len(Names))
	}
	for name := range Default().Weights {
		if !known(name) {
			t.Errorf("fit.json weighs %q, which is no feature", name)
		}
	}
	if len(Default().Weights) != len(Names) {
		t.Errorf("fit.json has %d weights, want %d", len(Default().Weights), len(Names))
	}
}

func known(name string) bool {
	for _, n := range Names {
		if n == name {
			return true
		}
	}
	return false
}

// TestDefault holds the shipped model to what anybody would expect of it.
func TestDefault(t *testing.T) {
	m := Default()
	good := Features{Text: 1, Any: 1, Section: 1, SectionSquared: 1, Lead: 0.6, Number: 1, HasNumber: 1, NearNumber: 0.5, News: 1}
	bad := Features{Text: 0.3, Any: 0.3, Section: 0.3, SectionSquared: 0.09, Absent: 1, AbsentSection: 0.3, Unknown: 0.7, Lead: 0.1, Number: 1, Lacks: 1}
	if g, b := m.Probability(good), m.Probability(bad); g < 0.7 || b > 0.2 {
		t.Errorf("a question that is met has %.2f, one that is not %.2f", g, b)
	}
	open := good
	open.Open = 0.8
	if m.Probability(open) >= m.Probability(good) {
		t.Error("a question that is known to stay unanswered is no less likely to be answered")
	}
}

// TestFit holds that a fit finds the weights that samples were made with.
func TestFit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var samples []Sample
	for range 4000 {
		f := Features{Section: r.Float64(), Lead: r.Float64(), Open: r.Float64()}
		p := 1 / (1 + math.Exp(-(-1 + 4*f.Section - 3*f.Open)))
		samples = append(samples, Sample{Features: f, Right: r.Float64() < p, Weight: 1})
	}
	m := Fit(samples)
	for name, want := range map[string]float64{"section": 4, "open": -3, "lead": 0, "text": 0} {
		if got := m.Weights[name]; math.Abs(got-want) > 0.5 {
			t.Errorf("%s weighs %.2f, want about %.0f", name, got, want)
		}
	}
	if again := Fit(samples); again.Bias != m.Bias {
		t.Error("another fit of the same samples")
	}
}

func TestProbabilityIsOne(t *testing.T) {
	for _, m := range []Model{{}, {Bias: 1e9}, {Bias: -1e9}} {
		if p := m.Probability(Features{Section: 1}); p < 0 || p > 1 || math.IsNaN(p) {
			t.Errorf("bias %v: probability %v", m.Bias, p)
		}
	}
}
