package evidence_test

import (
	"slices"
	"testing"

	"pincite/internal/evidence"
)

const yardRules = `# Yard rules

## 1 Meals

Members shall not consume any beverage on the slipway.

## 2 Weapons

Only the warden may keep firearms.

## 3 Berths

The warden assigns the berths. The hound of the warden is called Gun.
`

// TestNearlyTheSame: a word that the text has not leads to what means nearly the same, but is
// as unknown as before; one that the text has, and a name, mean nothing else.
func TestNearlyTheSame(t *testing.T) {
	d, c := collect(t, yardRules)
	for _, q := range []struct {
		question string
		heading  string // of the first section, "" for none
		missing  []string
	}{
		{"zzyzx", "", []string{"zzyzx"}},
		{"the Rifle", "", []string{"rifle"}},
		{"who keeps a rifle?", "Weapons", []string{"rifle"}},
		{"where to ingest soup?", "Meals", []string{"ingest", "soup"}},
		{"a gun", "Berths", nil},
	} {
		p, all := found(t, c, q.question, "en")
		got := ""
		if len(all) > 0 {
			got = d.Heading(all[0].Index)
			if share := p.Share(all[0].Met, func(m evidence.Met) float64 { return m.Any }); q.missing != nil && share > 0.7 {
				t.Errorf("%s: %.2f of it is met", q.question, share)
			}
		}
		if missing := p.Missing(); got != q.heading || !slices.Equal(missing, q.missing) {
			t.Errorf("%s: found %q, and %q are missing, want %q and %q", q.question, got, missing, q.heading, q.missing)
		}
	}
}
