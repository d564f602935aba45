package importer

import (
	"strings"
	"testing"
)

// TestDropContents leaves out a list of the headings, and no other list.
func TestDropContents(t *testing.T) {
	body := ""
	for _, s := range []string{"Boats", "Oars", "Sails", "Fees", "Fines"} {
		body += "## " + s + "\n\nText of it.\n\n"
	}
	for name, c := range map[string]struct {
		lead string
		want int // blocks before the first heading of the body
	}{
		"contents":            {"1. [Boats](#a)\n2. Oars\n3. Sails\n4. Fees . . . 12\n5. Fines\n", 1},
		"nested contents":     {"- Boats\n    - Oars\n    - *Sails*\n- Fees\n- Fines\n", 1},
		"too few":             {"- Boats\n- Oars\n- Sails\n- Fees\n", 5},
		"in another order":    {"- Fines\n- Fees\n- Sails\n- Oars\n- Boats\n", 6},
		"a list of the text":  {"- Boats are here.\n- Oars\n- Sails\n- Fees\n- Fines\n", 6},
		"no entry, then some": {"- Boats are here.\n- Boats\n- Oars\n- Sails\n- Fees\n- Fines\n", 2},
	} {
		s, err := readOne(t, "a.md", "# Rules\n\n"+c.lead+"\n"+body, Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := len(s.Blocks) - 10
		if got != c.want {
			t.Errorf("%s: %d blocks before the text, want %d", name, got, c.want)
		}
		if !strings.Contains(s.Text, c.lead) {
			t.Errorf("%s: the text has changed", name)
		}
	}
}
