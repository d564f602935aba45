package locate

import (
	"strings"

	"pincite/internal/document"
)

// An Index is what can be named in one document. It is safe for concurrent use.
type Index struct {
	doc      *document.Document
	places   map[string][]int // designation, normal or as printed -> sections
	numbered map[string][]int // kind -> its sections that have a designation; "" for those of all kinds
	bare     string
}

// NewIndex returns the index of a document.
func NewIndex(d *document.Document) *Index {
	t := &Index{doc: d, places: map[string][]int{}, numbered: map[string][]int{}}
	var all []int
	for i := range d.Sections {
		s := &d.Sections[i]
		if s.Designation.IsZero() {
			continue
		}
		normal, printed := s.Designation.Normal, strings.ToLower(s.Designation.Printed)
		t.places[normal] = append(t.places[normal], i)
		if printed != normal {
			t.places[printed] = append(t.places[printed], i)
		}
		all = append(all, i)
		t.numbered[s.Kind] = append(t.numbered[s.Kind], i)
		if len(t.numbered[s.Kind]) > len(t.numbered[t.bare]) {
			t.bare = s.Kind
		}
	}
	t.numbered[""] = all
	return t
}

// Document returns the document.
func (t *Index) Document() *document.Document { return t.doc }

// Bare returns the level that a number alone means: the one with the most sections;
// "" where no section has a number.
func (t *Index) Bare() string { return t.bare }

// Has reports whether some section is called by a designation, in normal form or as
// printed, in lower case.
func (t *Index) Has(designation string) bool { return len(t.places[designation]) > 0 }
