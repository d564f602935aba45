package passages

import "testing"

// TestPlainText brings the writings of numbers and dates together, and leaves others alone.
func TestPlainText(t *testing.T) {
	for s, want := range map[string]string{
		"":                          "",
		"5th 71B 3-4 1er 2nd":       "5th 71B 3-4 1er 2nd",
		"12 500 and 7 250,50":       "12500 and 7250,50",
		"a 5kW pump, 300mm wide":    "a 5 kW pump, 300 mm wide",
		"by 14.05.2027 or 3/31/27":  "by 2027-05-14 or 3/31/27",
		"01.02.2027–28/02/2027 on":  "2027-02-01–2027-02-28 on",
		"due on 14 May 2027":        "due on 14 May 2027",
		"05/06/2027 is either":      "05/06/2027 is either",
		"§ 4.2.1 of 2027, v1.2.345": "§ 4.2.1 of 2027, v1.2.345",
	} {
		if got := PlainText(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// TestDates has one number for a day in any writing.
func TestDates(t *testing.T) {
	for s, want := range map[string]string{"": "", "in 2027": "", "14 May 2027, 31.12.2027": "20271231 20270514"} {
		if got := Dates(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
