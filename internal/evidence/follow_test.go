package evidence

import (
	"testing"

	"pincite/internal/confidence"
	"pincite/internal/document"
	"pincite/internal/sought"
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

// TestStays: a follow-up leaves what was shown for a section that has what it asks, if that
// is about what was asked before as well.
func TestStays(t *testing.T) {
	p := Plan{words: []word{{weight: 1}, {weight: 1}, {weight: 1, borrowed: true}, {weight: 1, borrowed: true}}}
	met := func(text ...float64) Section {
		out := Section{Met: make([]Met, len(p.words))}
		for i, m := range text {
			out.Met[i].Text = m
		}
		return out
	}
	for name, c := range map[string]struct {
		shown, best Section
		want        float64
	}{
		"nothing of its own":     {met(), met(), 1},
		"both have as much":      {met(1), met(0, 1, 1, 1), 1},
		"what was shown is best": {met(1, 1, 1), met(1), 1},
		"of another matter":      {met(0, 0, 1, 1), met(1, 1), 1},
		"of half the matter":     {met(0, 0, 1, 1), met(1, 1, 1), 0.5},
		"of the same matter":     {met(0, 0, 1, 1), met(1, 1, 1, 1), 0},
		"half of what it asks":   {met(1, 0, 1, 1), met(1, 1, 1, 1), 0.5},
	} {
		if got := p.Stays(c.shown, c.best); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	if got := (Plan{}).Stays(Section{}, Section{}); got != 1 {
		t.Errorf("without words: %v, want 1", got)
	}
	looked := Plan{words: []word{{weight: 1}}} // after a look-up
	if got := looked.Stays(met(), met(1)); got != 1 {
		t.Errorf("where nothing is borrowed: %v, want 1", got)
	}
}

// TestBorrowAsked: a follow-up that asks for nothing itself asks for what the turn before did.
func TestBorrowAsked(t *testing.T) {
	params := DefaultParams()
	for _, c := range []struct{ own, before, want sought.Kind }{
		{0, 0, 0},
		{sought.Reason, 0, sought.Reason},
		{sought.Reason, sought.Sum, sought.Reason},
		{0, sought.Sum, sought.Sum},
	} {
		p := Plan{params: &params, Asked: c.own}
		if p.Borrow(Plan{params: &params, Asked: c.before}); p.Asked != c.want {
			t.Errorf("%v after %v asks for %v, want %v", c.own, c.before, p.Asked, c.want)
		}
	}
}

// TestTopic: a message of a word or two names a thing, one of many says something of it, in
// languages without spaces as well.
func TestTopic(t *testing.T) {
	params := DefaultParams()
	for message, want := range map[string]bool{
		"a boat that is left at the pier": false,
		"会员夜里看守码头的船只":                     false,
		"夜里码头上有船的人":                       false,
		"quorum":                          true,
		"special meetings":                true,
		"会员":                              true,
		"领导班子成员":                          true,
	} {
		p := Plan{params: &params}
		if p.Read(message, "en"); p.topic != want {
			t.Errorf("%q names a thing and no more: %v", message, p.topic)
		}
	}
}
