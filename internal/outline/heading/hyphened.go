package heading

import (
	"strings"

	"pincite/internal/document"
	"pincite/internal/outline/heading/lexicon"
)

// Hyphened reads "13-2. Each boat pays." and "13-2 Fees", the second section of the 13th.
// Dates, scores and telephone numbers look like it; that they count on below section 13 tells.
func Hyphened(s string) (Mark, bool) {
	_, at := lexicon.Arabic(s, lexicon.MaxWorded)
	if at == 0 || at >= len(s) || s[at] != '-' {
		return Mark{}, false
	}
	at++
	n, used := lexicon.Arabic(s[at:], lexicon.MaxWorded)
	if used == 0 {
		return Mark{}, false
	}
	m := Mark{Style: "1.1", Number: n, Prefix: s[:at], Label: s[:at+used]}
	m.Designation = document.Designation{Printed: m.Label, Normal: m.Label}
	rest := strings.TrimLeft(s[at+used:], ".:)")
	m.Rest = SkipBlank(s, len(s)-len(rest))
	return m, (m.Rest == len(s) || m.Rest > len(s)-len(rest)) && (m.Rest == len(s) || Begins(s[m.Rest:]))
}
