package verify_test

import (
	"strings"
	"testing"

	"pincite/internal/verify"
)

// TestSignsOfAmounts: a sign before a number is told wherever it stands, with currencies,
// blanks that do not break or a point between the two, and so is the currency.
func TestSignsOfAmounts(t *testing.T) {
	d := parse(t, "till.md", `# The till

The till may show -$500 on Sundays. The reserve fell to −€1,200 in spring, and the rate to -.5 points, not below −`+"\u00a0"+`9. Nobody owes $640 at noon, or .25 shares. A pass costs 10-$20 a day, $11–$21 at night, and 10%-20% of it is kept. The change was ±$300, roughly ~210 boats, ~$250 each, >£41 in all, with -US$52 left, then HK$53. Iris owes -CHF 54 or USD 55, Jack owes (−$56).

Last year the loss was ($700), though seven hundred and ten dollars ($710) were paid in thirty (30) days. See paragraph (3). The bank wrote $(90) and − 8 degrees.

| Year | Result |
|---|---|
| 2019 | (44) |
| 2020 | -$45 |
`)
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		// A minus.
		{"The till may show $500 on Sundays", "altered | The till may show -$500 on Sundays | -$500→$500 number"},
		{"$500 on Sundays", "altered | -$500 on Sundays | -$500→$500 number"},
		{"500 on Sundays", "altered | -$500 on Sundays | -$→ number"},
		{"fell to €1,200 in spring", "altered | fell to −€1,200 in spring | −€1,200→€1,200 number"},
		{"the rate to .5 points", "altered | the rate to -.5 points | -.5→.5 number"},
		{"the rate to 5 points, not below", "altered | the rate to -.5 points, not below | -.5→5 number"},
		{"not below 9", "altered | not below − 9 | −\u00a09→9 number"},
		{"Nobody owes -$640 at noon", "altered | Nobody owes $640 at noon | $640→-$640 number"},
		{"-$640 at noon", "altered | $640 at noon | $640→-$640 number"},
		{"or −.25 shares", "altered | or .25 shares | .25→−.25 number"},
		{"with US$52 left", "altered | with -US$52 left | -US$52→US$52 number"},
		{"$53", "altered | HK$53 | HK→ number"},
		{"and 8 degrees", "altered | and − 8 degrees | − 8→8 number"},
		{"2020 | $45", "altered | 2020 | -$45 | -$45→$45 number"},
		{"Iris owes CHF 54", "altered | Iris owes -CHF 54 | -CHF 54→CHF 54 number"},
		{"Jack owes ($56)", "altered | Jack owes (−$56) | (−$56)→($56) number"},
		// Another sign.
		{"The change was $300", "altered | The change was ±$300 | ±→ number"},
		{"$300, roughly", "altered | ±$300, roughly | ±→ number"},
		{"roughly 210 boats", "altered | roughly ~210 boats | ~210→210 number"},
		{"roughly -210 boats", "altered | roughly ~210 boats | ~210→-210 number"},
		{"$250 each", "altered | ~$250 each | ~$250→$250 number"},
		{"£41 in all", "altered | >£41 in all | >→ number"},
		// The dash of a range is no minus.
		{"-$20 a day", "altered | 10-$20 a day | dashes | 10→ number"},
		{"$20 a day", "altered | 10-$20 a day | 10→ number"},
		{"10 $20 a day", "altered | 10-$20 a day | 10-$→10 $ number"},
		{"$21 at night", "altered | $11–$21 at night | $11→ number"},
		{"20% of it is kept", "altered | 10%-20% of it is kept | 10%→ number"},
		// The brackets of a loss, but not those of anything else.
		{"the loss was $700, though", "altered | the loss was ($700), though | ($700)→$700 number"},
		{"$700", "altered | ($700) | ($700)→$700 number"},
		{"Nobody owes ($640) at noon", "altered | Nobody owes $640 at noon | $640→($640) number"},
		{"The bank wrote $90", "altered | The bank wrote $(90) | (90)→90 number"},
		{"44", "altered | (44) | (44)→44 number"},
		{"$710", "verbatim"},
		{"30", "verbatim"},
		{"3", "verbatim"},
		{"(3)", "verbatim"},
		// Another currency, or none.
		{"The till may show €500 on Sundays", "altered | The till may show -$500 on Sundays | -$→€ number"},
		{"Nobody owes €640 at noon", "altered | Nobody owes $640 at noon | $→€ number"},
		{"Nobody owes 640 at noon", "altered | Nobody owes $640 at noon | $→ number"},
		{"Iris owes -EUR 54", "altered | Iris owes -CHF 54 | -CHF→-EUR"},
		{"$52 left", "altered | -US$52 left | -US→ number"},
		{"Jack owes (-$56)", "verbatim | Jack owes (−$56) | dashes"},
		// As it stands, or in other typography.
		{"−$500 on Sundays", "verbatim | -$500 on Sundays | dashes"},
		{"-€1,200 in spring", "verbatim | −€1,200 in spring | dashes"},
		{"− €1,200 in spring", "verbatim | −€1,200 in spring | white-space"},
		{"not below −9", "verbatim | not below −\u00a09 | white-space"},
		{"not below − 9", "verbatim | not below −\u00a09"},
		{"-.5 points", "verbatim | -.5 points"},
		{"±$300, roughly ~210 boats, ~ $250 each", "verbatim | ±$300, roughly ~210 boats, ~$250 each | white-space"},
		{"10–$20 a day", "verbatim | 10-$20 a day | dashes"},
		{"($700), though", "verbatim | ($700), though"},
		{"the loss was ($700", "verbatim | the loss was ($700"},
		{"2019\t(44)", "verbatim | 2019 | (44)"},
		{"(44)", "verbatim | (44)"},
	} {
		if got := summary(check(t, c, tt.text, d)); !strings.HasPrefix(strings.ReplaceAll(got, "\u00a0", " "), strings.ReplaceAll(tt.want, "\u00a0", " ")) {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestUnits: a capital makes another unit of some, but for a text that is all in capitals or
// all in small letters.
func TestUnits(t *testing.T) {
	d := parse(t, "mill.md", "# The mill\n\nThe wheel gives 5 MW and the lamp takes 3 mA. A line carries 40 Mb of data. The sluice is 9 m wide, and opens at 8 pm for 6 kg of trout in 10 Min. or less.\n")
	c := verify.New(d)
	for _, tt := range []struct{ text, want string }{
		{"The wheel gives 5 mW", "altered | The wheel gives 5 MW | MW→mW number"},
		{"the lamp takes 3 MA", "altered | the lamp takes 3 mA | mA→MA number"},
		{"A line carries 40 MB of data", "altered | A line carries 40 Mb of data | Mb→MB number"},
		{"The sluice is 9 M wide", "altered | The sluice is 9 m wide | m→M number"},
		{"the wheel gives 5 mw", "verbatim | The wheel gives 5 MW | case"},
		{"THE LAMP TAKES 3 MA", "verbatim | the lamp takes 3 mA | case"},
		{"opens at 8 PM for 6 Kg", "verbatim | opens at 8 pm for 6 kg | case"},
		{"of trout in 10 min", "verbatim | of trout in 10 Min | case"},
	} {
		if got := summary(check(t, c, tt.text, d)); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
