package evidence

// Ablations are ways of making the ranking poorer, for BenchmarkAblation. Each
// changes some of the numbers.
var Ablations = []struct {
	Name  string
	Apply func(*Params)
}{
	{"none", func(*Params) {}},
	{"no annotations", nil}, // the benchmark leaves them out itself
	{"no terms", func(p *Params) { p.Terms = 0 }},
	{"no glosses", func(p *Params) { p.Gloss = 0 }},
	{"no expected questions", func(p *Params) { p.Expected, p.ExpectedInPlace = 0, 0 }},
	{"no index headings", func(p *Params) { p.Index = 0 }},
	{"no see-references", func(p *Params) { p.See = 0 }},
	{"no titles", func(p *Params) { p.Title, p.Path = 0, 0 }},
	{"no lead-ins", func(p *Params) { p.Lead = 0 }},
	{"no kin", func(p *Params) { p.Kin = 0 }},
	{"no nearly same words", func(p *Params) { p.Near = 0 }},
	{"no kinds", func(p *Params) { p.Kind, p.Beginning, p.Defining = 0, 0, 0 }},
	{"no beginnings", func(p *Params) { p.Beginning = 0 }},
	{"no covering", func(p *Params) { p.Uncovered = 1e9 }},
	{"best field only", func(p *Params) { p.Tie = 0 }},
	{"all fields in full", func(p *Params) { p.Tie = 1 }},
	{"common words in full", func(p *Params) { p.Everyday = 1 }},
	{"nothing borrowed", func(p *Params) { p.Borrowed = 0 }},
}

// Naming returns the words that name the document.
func (p Plan) Naming() (out []string) {
	for _, w := range p.words {
		if w.naming {
			out = append(out, w.surface)
		}
	}
	return out
}
