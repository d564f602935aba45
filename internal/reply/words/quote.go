package words

import (
	"strings"

	"pincite/internal/verify"
	"pincite/internal/verify/word"
)

// Change names a difference: what it concerns where that is to be told first, else
// what was done.
func (w *Words) Change(kind verify.Kind, concern word.Concern) string {
	if name, ok := w.Concerns[concern]; ok {
		return name
	}
	return w.Changes[kind]
}

// AllowedFor names allowances in one line.
func (w *Words) AllowedFor(all []word.Allowance) string {
	var what []string
	for _, x := range all {
		what = append(what, w.Allowances[x])
	}
	return strings.Join(what, w.Comma)
}
