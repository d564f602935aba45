package locate

import (
	"strings"
	"testing"

	"pincite/internal/document"
)

// Numbers that begin anew in every chapter are no places, and what nothing is called is
// what goes on from it.
func TestResolveSteps(t *testing.T) {
	rules := outline(t, []document.Level{{Kind: "chapter"}, {Kind: "section"}},
		"chapter 1 -1 Chapter 1",
		"section 1 0 Section 1",
		"section 2 0 Section 2",
		"section 4 0 Section 4",
		"chapter 2 -1 Chapter 2",
		"section 1 4 Section 1 of 2",
		"section 4.3.1 4 Section 4.3.1",
		"section 4.3.2 4 Section 4.3.2",
	)
	one := Ref{Kind: "chapter", From: "1", To: "1"}
	for _, c := range []struct {
		name string
		ref  Ref
		want string // ids, "" for none
	}{
		{"neither called so nor begun so", Ref{Kind: "section", From: "9.3", To: "9.3"}, ""},
		{"the third, which is called 4", Ref{Kind: "section", From: "3", To: "3", In: &one}, ""},
		{"the third by its place", Ref{Kind: "section", From: "3", To: "3", Ordinal: true, In: &one}, "Section-4"},
		{"what only begins so", Ref{Kind: "section", From: "4.3", To: "4.3"}, "Section-4.3.1 Section-4.3.2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := c.ref
			rules.Resolve(&r)
			var ids []string
			for _, i := range r.Sections {
				ids = append(ids, rules.Document().Sections[i].ID)
			}
			if got := strings.Join(ids, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
