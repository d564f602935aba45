package answer_test

import (
	"testing"
	"testing/fstest"

	"pincite/internal/answer"
	"pincite/internal/search"
)

// TestBudgetOfOneMessage holds that the questions of one message share what it may cost: once
// that is spent, it is read as one question, which is searched for whatever it costs.
func TestBudgetOfOneMessage(t *testing.T) {
	const rules = `# Rules of the rowing club

## 1. Keys

The treasurer keeps the keys of the boathouse.

## 2. Fees

Members pay forty crowns a year for the sauna.
`
	a := answererIn(t, fstest.MapFS{"rules.md": {Data: []byte(rules)}}, "rules.md")
	const two = "Who keeps the keys of the boathouse? How much do members pay for the sauna?"
	for name, c := range map[string]struct {
		budget  int
		message string
		kind    answer.Kind
		parts   bool // each question is answered by itself
	}{
		"two questions, nothing to spend":     {0, two, answer.KindClosest, false},
		"two questions, enough for one":       {1, two, answer.KindClosest, false},
		"two questions":                       {50_000, two, answer.KindAnswer, true},
		"a single question, nothing to spend": {0, "Who keeps the keys of the boathouse?", answer.KindAnswer, false},
		"a section that is named, the same":   {0, "Who pays for the sauna in section 1?", answer.KindClosest, false},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := a.Answer(search.WithBudget(t.Context(), c.budget), c.message, answer.Context{})
			if err != nil || len(got.Citations) == 0 {
				t.Fatal(err, got.Kind)
			}
			if got.Citations[0].ID != "section-1" || (len(got.Citations) == 2 && got.Citations[1].Role == answer.RoleAnswer) != c.parts || got.Kind != c.kind {
				t.Errorf("%s, %+v", got.Kind, got.Citations)
			}
		})
	}
}
