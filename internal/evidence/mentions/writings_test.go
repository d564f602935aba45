package mentions

import (
	"errors"
	"strings"
	"testing"

	"pincite/internal/evidence/passages"
	"pincite/internal/library/librarytest"
)

const harbour = `# Harbour rules

## 1 Papers

Papers are due on 14 May 2027. The word for welcome is ยินดีต้อนรับครับ here.

## 2 Fees

The fee is 7,250.50 euros, payable by 2027-07-09, for a 5 kW engine. ສະມາຊິກຈ່າຍ.

## 3 Guests

Łukasz keeps the café; wolves are not let in.
`

// TestWritings finds what is written otherwise than it is asked for.
func TestWritings(t *testing.T) {
	d := librarytest.Document(t, "harbour.md", harbour)
	set, err := passages.New(t.Context(), passages.Options{Document: d})
	if err != nil {
		t.Fatal(err)
	}
	f := New(d, set)
	t.Cleanup(func() {
		if err := errors.Join(f.Close(), set.Close()); err != nil {
			t.Error(err)
		}
	})
	for topic, want := range map[string]string{
		"15.05.2027":   "",
		"ยินร้าย":      "",
		"7250.05":      "",
		"14.05.2027":   "1",
		"2027-05-14":   "1",
		"May 14, 2027": "1",
		"14 мая 2027":  "1",
		"9 July 2027":  "2",
		"09/07/2027":   "2", // or in September
		"7250.50":      "2",
		"7 250,50":     "2",
		"5kW":          "2",
		"5 kW":         "2",
		"ต้อนรับ":      "1",
		"ຈ່າຍ":         "2",
		"lukasz":       "3",
		"wolf":         "3",
	} {
		found, _, err := f.Find(t.Context(), topic, "", "en")
		if err != nil {
			t.Errorf("%q: %v", topic, err)
			continue
		}
		var got []string
		for _, m := range found {
			got = append(got, d.Sections[m.Section].Label)
		}
		if s := strings.TrimPrefix(strings.Join(got, " "), "Section "); s != want {
			t.Errorf("%q: in %q, want %q", topic, s, want)
		}
	}
}
