package evidence_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"pincite/internal/evidence"
	"pincite/internal/folder"
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
	b, err := folder.Load(fstest.MapFS{"yard.md": {Data: []byte(yardRules)}}, "yard.md")
	if err != nil {
		t.Fatal(err)
	}
	c, err := evidence.New(t.Context(), evidence.Options{Document: b.Document, Params: evidence.DefaultParams()})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
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
		p, err := c.Plan(q.question, "en")
		if err != nil {
			t.Fatal(err)
		}
		p.Read(q.question, "en")
		found, err := c.Find(t.Context(), p, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(found) > 0 {
			got = b.Document.Heading(found[0].Index)
			if share := p.Share(found[0].Met, func(m evidence.Met) float64 { return m.Any }); q.missing != nil && share > 0.7 {
				t.Errorf("%s: %.2f of it is met", q.question, share)
			}
		}
		if missing := p.Missing(); got != q.heading || !slices.Equal(missing, q.missing) {
			t.Errorf("%s: found %q, and %q are missing, want %q and %q", q.question, got, missing, q.heading, q.missing)
		}
	}
}
