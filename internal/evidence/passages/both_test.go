package passages

import (
	"strings"
	"testing"
)

// bothWays has initialisms in letters and in full: named, defined in brackets, and neither.
const bothWays = `# Rules

The Summer Work Party (SWP) is in May. All come to the Summer Work Party. Tea is free at the SWP.
The lowest acting keeper (LAK) rings. The work of the GK (grounds keeper) is hard. The Annual
Garden Show has a prize. No dogs come to the Annual Garden Show. Cups are given at the AGS. The Old
Boat has a flag. We row in the Old Boat, and mend the OB.
`

// TestOtherwise: a text of the document is found by an initialism and by its words, whichever
// of them it has.
func TestOtherwise(t *testing.T) {
	c := setOf(t, "rules.md", bothWays)
	for in, want := range map[string]string{
		"":                                    "",
		"The work party is in May.":           "",
		"All garden shows and the AG.":        "",
		"An old boat, or an OB.":              "", // two letters that nothing defines
		"agsags AGSX":                         "",
		"All come to the summer work party.":  "SWP",
		"Cups are given at the AGS.":          "annual garden show",
		"The Annual Garden Show (AGS).":       "",
		"Tea at the SWP, the SWP and the AGS": "summer work party annual garden show",
		"The grounds keeper rings for an LAK": "GK lowest acting keeper",
	} {
		if got := strings.Join(c.initials.otherwise(in), " "); got != want {
			t.Errorf("%q is also %q, want %q", in, got, want)
		}
	}
}

// TestAlike: a text is read as the question writes what it asks about.
func TestAlike(t *testing.T) {
	c := setOf(t, "rules.md", bothWays)
	for _, test := range []struct{ in, asked, want string }{
		{"", "", ""},
		{"No boat is here.", "AGS", "No boat is here."},
		{"Cups at the AGS.", "AGS", "Cups at the AGS."},
		{"Cups at the AGS.", "cups", "Cups at the AGS."},
		{"Cups at the AGS.", "garden", "Cups at the annual garden show."},
		{"The Annual Garden Show has a prize.", "", "The Annual Garden Show has a prize."},
		{"The Annual Garden Show has a prize.", "AGS", "The AGS has a prize."},
		{"The Annual Garden Show, the SWP", "AGS", "The AGS, the SWP"},
		{"The Annual Garden Show, the SWP", "party", "The Annual Garden Show, the summer work party"},
	} {
		got := c.Alike(test.in, func(letters string) bool { return letters == test.asked })
		if got != test.want {
			t.Errorf("%q, asked for %q, is read as %q, want %q", test.in, test.asked, got, test.want)
		}
	}
}
