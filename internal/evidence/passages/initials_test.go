package passages

import (
	"strings"
	"testing"

	"pincite/internal/library/librarytest"
)

// TestInitials: an initialism stands for the words of the document whose initials it is, and
// where the document has it, they for it.
func TestInitials(t *testing.T) {
	const rules = `# Rules

The Annual General Meeting is in May. Every annual general meeting has a chair. At great
moments the bell rings. The Board of Friends meets in June, and so does the SWP, the Summer
Work Party. The code of conduct is kept, as the code of conduct says. It tells us much. The lowest
acting keeper (LAK) rings.
`
	c, err := New(t.Context(), Options{Document: librarytest.Document(t, "rules.md", rules)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	for in, want := range map[string]string{
		"":                       "",
		"When is the agm?":       "When is the annual general meeting?",
		"When is the coc due?":   "When is the coc due?", // without capitals on either side
		"Do you tell, or tour?":  "Do you tell, or tour?",
		"WHEN IS THE AGM":        "WHEN IS THE AGM",
		"When is the SGM?":       "When is the SGM?",
		"When is the SWP?":       "When is the SWP?", // the document writes it so
		"Does IT matter to US?":  "Does IT matter to US?",
		"Is X-AGM in?":           "Is X-AGM in?",
		"What is BR?":            "What is BR?", // it stands there once, without capitals
		"AGM":                    "annual general meeting",
		"When is the AGM?":       "When is the annual general meeting?",
		"Do AGMs or the BF meet": "Do annual general meeting or the board of friends meet",
		"Where is the CC kept?":  "Where is the code of conduct kept?",
	} {
		if got, _ := c.Spell(in); got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"":                                "",
		"When is the work party?":         "",
		"when is the Summer work party?":  "SWP",
		"Who is the lowest acting keeper": "LAK",
		"the annual general meeting":      "", // the document does not write it so
	} {
		if got := strings.Join(c.Initials(in), " "); got != want {
			t.Errorf("%q has %q, want %q", in, got, want)
		}
	}
}
