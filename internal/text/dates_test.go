package text

import (
	"strings"
	"testing"
)

// TestDates reads a day in the writings of several languages, and no day in what is none.
func TestDates(t *testing.T) {
	for s, want := range map[string]string{
		"":                           "",
		"2027":                       "",
		"32.05.2027":                 "",
		"14.13.2027":                 "",
		"05/06/2027":                 "2027-06-05 2027-05-06",
		"05-05-2027":                 "2027-05-05",
		"14 boats 2027":              "",
		"version 1.2.2027.4":         "2027-02-01",
		"14.05.2027":                 "2027-05-14",
		"14. 5. 2027":                "2027-05-14",
		"14/05/2027":                 "2027-05-14",
		"05/14/2027":                 "2027-05-14",
		"2027-05-14":                 "2027-05-14",
		"2027/5/14":                  "2027-05-14",
		"due on 14 May 2027, at ten": "2027-05-14",
		"May 14, 2027":               "2027-05-14",
		"14th of May 2027":           "2027-05-14",
		"Sept. 3, 2027":              "2027-09-03",
		"14. Mai 2027":               "2027-05-14",
		"1er août 2027":              "2027-08-01",
		"14 de mayo de 2027":         "2027-05-14",
		"14 maja 2027 r.":            "2027-05-14",
		"3. října 2027":              "2027-10-03",
		"14 мая 2027 г.":             "2027-05-14",
		"2027年5月14日":                 "2027-05-14",
		"2027년 5월 14일":               "2027-05-14",
	} {
		var all []string
		for _, d := range Dates(s) {
			all = append(all, d.String())
		}
		if got := strings.Join(all, " "); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// FuzzDates: whatever is read, a date stands in the text.
func FuzzDates(f *testing.F) {
	for _, s := range []string{"", "14.05.2027", "May 14, 2027", "2027年5月14日", "\xff 1 m 2027"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range Dates(s) {
			if d.Start < 0 || d.End > len(s) || d.Start >= d.End || d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > 31 {
				t.Errorf("%q: %+v", s, d)
			}
		}
	})
}
