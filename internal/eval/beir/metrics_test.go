package beir

import (
	"math"
	"strings"
	"testing"
)

// ranking makes the hits of a query from passage ids, best first.
func ranking(query string, passages ...string) QueryRun {
	r := QueryRun{Query: query}
	for i, p := range passages {
		r.Hits = append(r.Hits, Hit{p, float32(100 - i)})
	}
	return r
}

func TestEvaluateNothing(t *testing.T) {
	for name, m := range map[string]Metrics{
		"no judgments":     Evaluate(nil, Run{ranking("q", "a")}),
		"nothing relevant": Evaluate(Qrels{"q": {"a": 0, "b": -1}}, Run{ranking("q", "a")}),
	} {
		if m != (Metrics{}) {
			t.Errorf("%s: %+v, want zeros", name, m)
		}
	}
	m := Evaluate(Qrels{"q": {"a": 1}, "r": {"b": 1}}, Run{ranking("q", "a")})
	if m.Queries != 2 || m.NDCG10 != 0.5 || m.MAP != 0.5 || m.MRR10 != 0.5 {
		t.Errorf("a query without a ranking must count as 0: %+v", m)
	}
}

// TestEvaluate holds the metrics to values computed by hand.
func TestEvaluate(t *testing.T) {
	qrels := Qrels{
		"graded": {"a": 2, "b": 1, "c": 1, "lost": 1, "bad": -1, "no": 0},
		"late":   {"z": 1},
	}
	late := ranking("late", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "z")
	m := Evaluate(qrels, Run{ranking("graded", "bad", "b", "no", "a", "x", "c"), late})
	dcg := 1/math.Log2(3) + 2/math.Log2(5) + 1/math.Log2(7)
	best := 2 + 1/math.Log2(3) + 1/math.Log2(4) + 1/math.Log2(5)
	precision := m.Precision
	recall := m.Recall
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"queries", float64(m.Queries), 2},
		{"nDCG@10", m.NDCG10, dcg / best / 2},
		{"MRR@10", m.MRR10, 0.5 / 2}, // rank 11 is too late
		{"MAP", m.MAP, ((1./2+2./4+3./6)/4 + 1./11) / 2},
		{"P@1", precision[0], 0},
		{"P@3", precision[1], (1. / 3) / 2},
		{"P@5", precision[2], (2. / 5) / 2},
		{"P@10", precision[3], (3. / 10) / 2},
		{"P@30", precision[4], (3./30 + 1./30) / 2},
		{"recall@5", recall[2], (2. / 4) / 2},
		{"recall@10", recall[3], (3. / 4) / 2},
		{"recall@100", recall[5], (3./4 + 1) / 2},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s = %v, want %v", c.name, c.got, c.want)
		}
	}
}

func TestMetricsWrite(t *testing.T) {
	var b strings.Builder
	if err := Evaluate(Qrels{"q": {"a": 1}}, Run{ranking("q", "b", "a")}).Write(&b); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"queries    1\n", "nDCG@10    0.6309\n", "MRR@10     0.5000\n", "P@5        0.2000\n", "recall@100 1.0000\n"} {
		if !strings.Contains(b.String(), line) {
			t.Errorf("no line %q in\n%s", line, &b)
		}
	}
}

func TestRunOrder(t *testing.T) {
	r := QueryRun{"q", []Hit{{"a", 1}, {"c", 2}, {"b", 1}, {"d", 0.5}}}
	r.sort()
	var b strings.Builder
	if err := (Run{r}).Write(&b, "pincite"); err != nil {
		t.Fatal(err)
	}
	want := "q Q0 c 1 2 pincite\nq Q0 b 2 1 pincite\nq Q0 a 3 1 pincite\nq Q0 d 4 0.5 pincite\n"
	if b.String() != want {
		t.Errorf("run:\n%swant:\n%s", &b, want)
	}
}
