package verify_test

import (
	"testing"

	"pincite/internal/verify"
)

const moorings = `# Moorings

A berth is kept for twenty five days after notice. It costs one hundred and
forty crowns. Between one and five boats may share a buoy, and each one two ropes.

Плата взимается двадцать пять дней подряд.

El plazo es de treinta y dos días.

泊位保留二十五天以上。年满十二周岁的居民可以申请，押金为五十元。
`

// TestNumbersAreWhole: whatever a text is, and however its words are matched, no passage is
// shown that begins or ends within a number; and a text that does is altered.
func TestNumbersAreWhole(t *testing.T) {
	doc := parse(t, "moorings.md", moorings)
	c := verify.New(doc)
	for _, tt := range []struct {
		text   string
		status verify.Status
		quotes string
	}{
		{"年满十十", verify.Altered, "年满十二"},
		{"年满十", verify.Altered, "年满十二"},
		{"泊位二十保留", verify.Altered, "泊位保留二十五"},
		{"berth is kept for twenty", verify.Altered, "berth is kept for twenty five"},
		{"five days after notice", verify.Altered, "twenty five days after notice"},
		{"notice twenty kept is berth", verify.Altered, "berth is kept for twenty five"},
		{"costs one hundred", verify.Altered, "costs one hundred and\nforty"},
		{"forty crowns", verify.Altered, "one hundred and\nforty crowns"},
		{"взимается двадцать", verify.Altered, "взимается двадцать пять"},
		{"пять дней подряд", verify.Altered, "двадцать пять дней подряд"},
		{"es de treinta", verify.Altered, "es de treinta y dos"},
		{"dos días", verify.Altered, "treinta y dos días"},
		{"kept for twenty five days", verify.Verbatim, "kept for twenty five days"},
		{"five boats may share a buoy", verify.Verbatim, "five boats may share a buoy"},
		{"two ropes", verify.Verbatim, "two ropes"},
		{"年满十二", verify.Verbatim, "年满十二"},
	} {
		r, err := c.Check(t.Context(), tt.text)
		if err != nil || r.Status != tt.status || len(r.Matches) != 1 || r.Matches[0].Quote != tt.quotes {
			t.Errorf("%s: %s %+v, %v; want %s of %q", tt.text, r.Status, r.Matches, err, tt.status, tt.quotes)
			continue
		}
		if again, err := c.Check(t.Context(), r.Matches[0].Quote); err != nil || again.Status != verify.Verbatim {
			t.Errorf("%s: %q is %s: %v", tt.text, r.Matches[0].Quote, again.Status, err)
		}
	}
}
