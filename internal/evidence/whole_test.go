package evidence

import (
	"testing"

	"pincite/internal/library/librarytest"
)

// TestDatesAreWholes: the number of a date is a spelling of all the words that write it.
func TestDatesAreWholes(t *testing.T) {
	d := librarytest.Document(t, "papers.md", "# Papers\n\n## 1 Dues\n\nPapers are due on 14 May 2027.\n")
	c, err := New(t.Context(), Options{Document: d, Params: DefaultParams()})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for asked, want := range map[string]int{
		"":                       0,
		"papers":                 0,
		"May 2027":               0,
		"14.05.2027":             3,
		"due on 2027-05-14":      3,
		"14th of May 2027, due":  3,
		"the May 14, 2027 paper": 3,
	} {
		parts := 0
		for _, w := range plan(t, c, asked).words {
			parts += len(w.whole)
		}
		if parts != want {
			t.Errorf("%q: the date has %d words, want %d", asked, parts, want)
		}
	}
}
