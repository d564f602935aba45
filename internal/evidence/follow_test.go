package evidence

import (
	"testing"

	"pincite/internal/confidence"
	"pincite/internal/document"
)

// That a section was shown before says nothing of how it answers.
func TestLeadIsWithoutPreference(t *testing.T) {
	coll := &Collection{doc: &document.Document{Sections: []document.Section{{Parent: -1}}}}
	for _, c := range []struct {
		name  string
		found []Section
		want  float64
	}{
		{"alone", []Section{{Score: 3}}, 1},
		{"nothing of its own", []Section{{Score: 3, Preferred: 3}, {Score: 2}}, 1},
		{"first by itself", []Section{{Score: 4}, {Score: 1}}, 0.75},
		{"first for being shown", []Section{{Score: 6, Preferred: 4}, {Score: 4}}, 0},
		{"first before what was shown", []Section{{Score: 4}, {Score: 3, Preferred: 2}}, 0.75},
	} {
		if got := coll.lead(c.found); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// How a section stands to the one shown before, and what of a follow-up is unsaid.
func TestNoteTurn(t *testing.T) {
	c := &Collection{doc: &document.Document{Sections: []document.Section{{Parent: -1}, {Parent: 0}, {Parent: 0}}}}
	params := DefaultParams()
	for _, x := range []struct {
		name           string
		shown, section int
		follows        bool
		want           confidence.Features
	}{
		{"nothing before", -1, 1, false, confidence.Features{}},
		{"the same, not as a follow-up", 1, 1, false, confidence.Features{Turn: 1}},
		{"the same", 1, 1, true, confidence.Features{Turn: 1, Follow: 1, Stays: 1, Bare: 0.5, FollowText: 0.5}},
		{"above", 1, 0, false, confidence.Features{Turn: 1}},
		{"below", 0, 2, false, confidence.Features{Turn: 1}},
		{"beside", 1, 2, false, confidence.Features{Turn: 1, Apart: 0.5}},
	} {
		p := Plan{params: &params, follows: x.follows, shown: x.shown, words: []word{{weight: params.Unsaid}, {weight: 1, borrowed: true}}}
		got := confidence.Features{Few: 0.5}
		c.noteTurn(&got, p, x.section, Sentence{Met: []Met{{Text: 0.5}, {}}})
		if x.want.Few = 0.5; got != x.want {
			t.Errorf("%s: %+v, want %+v", x.name, got, x.want)
		}
	}
}
