package verify_test

import (
	"slices"
	"testing"

	"pincite/internal/verify"
	"pincite/internal/verify/collate"
	"pincite/internal/verify/word"
)

// TestWhatIsCounted is told where it is cut off, also if what follows has a name, as nouns
// of German are, or a condition of less weight.
func TestWhatIsCounted(t *testing.T) {
	d := parse(t, "port.md", "# Der Hafen\n\nDer Hafen hat 40 Millionen Euro von der Stadt Lübeck erhalten. Die Frist beträgt 30 Tage nach der Meldung beim Amt. Das Becken ist 12 Meter tief und gehört der Hanse.\n")
	e := parse(t, "quay.md", "# The quay\n\nThe quay cost 40 million pounds of the City of London. It was built within 30 days by Henry Adams of Bristol. The tide of 5 metres, which Poole sees, is rare. Section 8 of the Harbours Act holds.\n")
	c := verify.New(d, e)
	for _, tt := range []struct {
		text string
		want word.Concern
	}{
		{"Der Hafen hat 40", word.Number},
		{"Der Hafen hat 40.", word.Number},
		{"Der Hafen hat 40 …", word.Number},
		{"Die Frist beträgt 30", word.Number},
		{"Das Becken ist 12.", word.Number},
		{"The quay cost 40", word.Number},
		{"The quay cost 40.", word.Number},
		{"The quay cost 40 … of the City of London", word.Number},
		{"It was built within 30", word.Number},
		{"The tide of 5", word.Number},
		{"The quay cost 40 million pounds of the City.", word.Name},
		{"Section 8", ""},
	} {
		r := check(t, c, tt.text, d, e)
		told := slices.ContainsFunc(r.Omitted, func(o collate.Omission) bool { return o.Concern == tt.want })
		if r.Status != verify.Verbatim || told != (tt.want != "") || r.Misleads() != (tt.want == word.Number) {
			t.Errorf("%q: %s, %+v", tt.text, r.Status, r.Omitted)
		}
	}
}

// TestTheGraverConcern of what is left out is told: that a number is a limit, rather than
// the name beside it.
func TestTheGraverConcern(t *testing.T) {
	d := parse(t, "regatta.md", "# The regatta\n\nThe club keeps open in the summer for Henry at least 5 lanes of the river.\n")
	r := check(t, verify.New(d), "The club keeps open in the summer for 5 lanes of the river.", d)
	if r.Status != verify.Altered || r.Differences[0].Concern != word.Limit {
		t.Errorf("%s, %+v", r.Status, r.Differences)
	}
}
