package words

import (
	"strings"

	"pincite/internal/verify"
	"pincite/internal/verify/between"
	"pincite/internal/verify/collate"
	"pincite/internal/verify/word"
)

// Change names a difference: what it concerns where that is to be told first, and what
// was done: "negation, left out"; "number" of one that is another.
func (w *Words) Change(kind collate.Kind, concern word.Concern) string {
	name, ok := w.Concerns[concern]
	switch {
	case !ok:
		return w.Changes[kind]
	case kind == collate.Replaced:
		return name
	}
	return name + w.Comma + w.Changes[kind]
}

// Omission names what an ellipsis leaves out: "left out of the sentence, condition".
func (w *Words) Omission(concern word.Concern) string {
	if name, ok := w.Concerns[concern]; ok {
		return w.Omits + w.Comma + name
	}
	return w.Omits
}

// Status says what has become of a text.
func (w *Words) Status(checked verify.Result) string {
	switch {
	case checked.Status == verify.Verbatim && checked.Misleads():
		return w.VerbatimCut
	case checked.Status == verify.Verbatim:
		return w.Verbatim
	case checked.Status == verify.Altered:
		return w.Reworded
	case checked.Status == verify.Spliced:
		return w.Spliced
	case len(checked.Matches) > 0:
		return w.AbsentNear
	}
	return w.Absent
}

// AllowedFor names allowances in one line.
func (w *Words) AllowedFor(all []between.Allowance) string {
	var what []string
	for _, x := range all {
		what = append(what, w.Allowances[x])
	}
	return strings.Join(what, w.Comma)
}
