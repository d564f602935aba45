package beir

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
)

// Cutoffs are the ranks at which precision and recall are taken.
var Cutoffs = [...]int{1, 3, 5, 10, 30, 100}

// Metrics are means over the queries that have a relevant passage, also those
// for which nothing was found (trec_eval -c). All are between 0 and 1.
type Metrics struct {
	Queries           int
	NDCG10            float64 // trec_eval's ndcg_cut_10: gain = grade, discount log2(rank+1)
	MRR10             float64 // 1/rank of the first relevant passage, 0 below rank 10
	MAP               float64 // over the whole run
	Precision, Recall [len(Cutoffs)]float64
}

// Evaluate holds a run against judgments.
func Evaluate(qrels Qrels, run Run) Metrics {
	ranked := make(map[string][]Hit, len(run))
	for _, q := range run {
		ranked[q.Query] = q.Hits
	}
	var m Metrics
	for _, query := range slices.Sorted(maps.Keys(qrels)) { // a fixed order of summation
		if grades := qrels[query]; relevant(grades) > 0 {
			m.Queries++
			m.add(grades, ranked[query])
		}
	}
	m.divide(float64(max(m.Queries, 1)))
	return m
}

// relevant counts the relevant passages.
func relevant(grades map[string]int) int {
	n := 0
	for _, g := range grades {
		if g > 0 {
			n++
		}
	}
	return n
}

// add counts the ranking of one query in.
func (m *Metrics) add(grades map[string]int, hits []Hit) {
	all := float64(relevant(grades))
	found := 0.0
	for i, h := range hits {
		if grades[h.Passage] <= 0 {
			continue
		}
		found++
		m.MAP += found / float64(i+1) / all
		if found == 1 && i < 10 {
			m.MRR10 += 1 / float64(i+1)
		}
		for c, k := range Cutoffs {
			if i < k {
				m.Precision[c] += 1 / float64(k)
				m.Recall[c] += 1 / all
			}
		}
	}
	m.NDCG10 += dcg10(gains(grades, hits)) / dcg10(ideal(grades))
}

// divide makes means of sums.
func (m *Metrics) divide(n float64) {
	m.NDCG10, m.MRR10, m.MAP = m.NDCG10/n, m.MRR10/n, m.MAP/n
	for c := range Cutoffs {
		m.Precision[c] /= n
		m.Recall[c] /= n
	}
}

// gains returns what the first ten passages of a ranking are worth.
func gains(grades map[string]int, hits []Hit) []int {
	var out []int
	for _, h := range hits[:min(len(hits), 10)] {
		out = append(out, grades[h.Passage])
	}
	return out
}

// ideal returns what the ten best passages are worth.
func ideal(grades map[string]int) []int {
	best := slices.Sorted(maps.Values(grades))
	slices.Reverse(best)
	return best[:min(len(best), 10)]
}

// dcg10 is the discounted cumulative gain as trec_eval computes it (Järvelin and
// Kekäläinen 2002, with discounts from the second rank on as in Burges et al. 2005).
func dcg10(gains []int) float64 {
	sum := 0.0
	for i, g := range gains {
		sum += float64(max(g, 0)) / math.Log2(float64(i+2))
	}
	return sum
}

// Write prints the metrics, one a line, under the names that trec_eval and BEIR
// use for them.
func (m Metrics) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-10s %d\n", "queries", m.Queries)
	line := func(name string, value float64) { fmt.Fprintf(&b, "%-10s %.4f\n", name, value) }
	line("nDCG@10", m.NDCG10)
	line("MRR@10", m.MRR10)
	line("MAP", m.MAP)
	for i, k := range Cutoffs {
		line(fmt.Sprintf("P@%d", k), m.Precision[i])
	}
	for i, k := range Cutoffs {
		line(fmt.Sprintf("recall@%d", k), m.Recall[i])
	}
	_, err := io.WriteString(w, b.String())
	return err
}
