package question

import (
	"slices"
	"testing"
)

func TestRemainder(t *testing.T) {
	p := newParser(testLevels)
	for _, tt := range []struct {
		said string
		task Task
		want []string // the first sections of all that is shown; nil where none is
	}{
		{"not keep good records", NoTask, []string{"measure 4"}},
		{"I wanted the whole part, not measure 3", NoTask, []string{"measure 3"}},
		{"мне нужна вся часть, а не мера 3", NoTask, []string{"measure 3"}},
		{"everything except measures 3 and 99", NoTask, []string{"Preamble", "measure 1", "measure 2", "part 2"}}, // that there is no 99 is said
		{"translate the news except part 1", Translation, nil},
		{"translate measure 3", Translation, []string{"measure 3"}},
		{"everything except part 1", NoTask, []string{"Preamble", "part 2"}},
		{"every part but 1", NoTask, []string{"part 2", "part 3"}},
		{"все части, кроме части 1", NoTask, []string{"part 2", "part 3"}},
		{"all the measures but measure 1", NoTask, []string{"measure 2", "measure 3"}},
		{"summarise everything except part 1", Summary, []string{"Preamble", "part 2"}},
		{"translate everything except part 1 please", Translation, []string{"Preamble", "part 2"}},
		{"what do you think of all parts except part 1?", Opinion, []string{"part 2", "part 3"}},
		{"compare all parts but part 2", Comparison, []string{"part 1", "part 3"}},
	} {
		q := p.Parse(tt.said, Context{})
		var got []string
		for _, r := range q.Refs {
			for _, i := range r.Sections {
				got = append(got, p.source.Table.Document().Sections[i].Label)
			}
		}
		kind := Lookup
		if tt.want == nil {
			kind = Undone
		}
		if q.Kind != kind || q.Task != tt.task || !slices.Equal(got[:min(len(got), len(tt.want))], tt.want) {
			t.Errorf("%s: %v %v %v, want %v %v %v", tt.said, q.Kind, q.Task, got, kind, tt.task, tt.want)
		}
	}
}
