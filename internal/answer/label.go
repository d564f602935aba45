package answer

import (
	"regexp"
	"strings"

	"pincite/internal/document"
)

// compound is a number of several parts, such as 2.1 or 3(2)(a), which only the
// document itself can tell from a decimal or an aside.
var compound = regexp.MustCompile(`\d+(?:\.\d+)+[a-z]?(?:\([0-9a-z]+\))*|\d+[a-z]?(?:\([0-9a-z]+\))+`)

// maxLabelled is how many words a message may have that asks for a section by
// such a number: "please show me section 2.1".
const maxLabelled = 6

// labels returns the sections that have a compound number, by that number.
func labels(d *document.Document) map[string]int {
	out := map[string]int{}
	for i, s := range d.Sections {
		if n := compound.FindString(strings.ToLower(s.Label)); n != "" {
			if _, twice := out[n]; !twice {
				out[n] = i
			}
		}
	}
	return out
}

// labelled returns the section that a short message names by a compound number.
func (a *Answerer) labelled(message string) (int, bool) {
	if len(a.labels) == 0 || len(strings.Fields(message)) > maxLabelled {
		return 0, false
	}
	i, ok := a.labels[compound.FindString(strings.ToLower(message))]
	return i, ok
}
