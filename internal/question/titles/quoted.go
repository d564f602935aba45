package titles

import (
	"slices"

	"pincite/internal/document"
	"pincite/internal/locate"
)

// Quoted returns the sections that are titled with these words, folded, and no others: all
// that a quoted title can mean, whatever else its words do.
func (t *Titles) Quoted(words []string) (locate.Ref, bool) {
	var found []int
	for i := range t.all {
		if x := &t.all[i]; x.Span == (document.Span{}) && slices.Equal(x.Words, words) && !slices.Contains(found, x.Section) {
			found = append(found, x.Section)
		}
	}
	if len(found) == 0 || len(words) == 0 {
		return locate.Ref{}, false
	}
	s := &t.doc.Sections[found[0]]
	r := locate.Ref{Kind: s.Kind, Rule: "title", Sections: found}
	if len(found) == 1 {
		r.From, r.To = s.Designation.Normal, s.Designation.Normal
	}
	return r, true
}
