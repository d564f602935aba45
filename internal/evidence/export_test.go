package evidence

// Ablations are ways of making the ranking poorer, for BenchmarkAblation. Each
// changes one weight and returns what puts it back.
var Ablations = []struct {
	Name  string
	Apply func() (undo func())
}{
	{"none", func() func() { return func() {} }},
	{"no annotations", nil}, // the benchmark leaves them out itself
	{"no terms", without(field{classSentence, roleTerms}, field{classSection, roleTerms})},
	{"no glosses", without(field{classSentence, roleGloss}, field{classSection, roleGloss})},
	{"no expected questions", without(field{classQuestion, roleAsked})},
	{"no headings", without(field{classSection, roleHeads})},
	{"no see-references", vary(&weights.see, 0)},
	{"no section evidence", vary(&weights.section, 0)},
	{"no second sentence", vary(&weights.second, 0)},
	{"best field only", vary(&weights.tie, 0)},
	{"all fields in full", vary(&weights.tie, 1)},
	{"common words in full", vary(&weights.everyday, 1)},
	{"nothing lent to follow-ups", vary(&weights.lent, 0)},
}

func vary(w *float64, to float64) func() func() {
	return func() func() {
		was := *w
		*w = to
		return func() { *w = was }
	}
}

func without(fields ...field) func() func() {
	return func() func() {
		was := map[field]float64{}
		for _, f := range fields {
			was[f] = weights.boosts[f]
			weights.boosts[f] = 0
		}
		return func() {
			for f, w := range was {
				weights.boosts[f] = w
			}
		}
	}
}
