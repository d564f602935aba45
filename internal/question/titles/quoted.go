package titles

import (
	"slices"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/phrase"
)

// Quoted returns the sections that are titled with the words of tokens and no others: all
// that a quoted title can mean, whatever else its words do.
func (t *Titles) Quoted(tokens []phrase.Token) (locate.Ref, bool) {
	words := folded(tokens)
	if len(words) == 0 {
		return locate.Ref{}, false
	}
	var found []int
	for _, n := range t.first[words[0]] {
		if x := &t.all[n]; x.Span == (document.Span{}) && slices.Equal(x.Words, words) && !slices.Contains(found, x.Section) {
			found = append(found, x.Section)
		}
	}
	if len(found) == 0 {
		return locate.Ref{}, false
	}
	s := &t.doc.Sections[found[0]]
	r := locate.Ref{Kind: s.Kind, Rule: "title", Sections: found}
	if len(found) == 1 {
		r.From, r.To = s.Designation.Normal, s.Designation.Normal
	}
	return r, true
}
