package titles

import (
	"bytes"
	"encoding/gob"
	"slices"
)

// form names the form in which titles are kept.
const form = "titles 6"

// A kept is what is kept of the titles of a document.
type kept struct {
	All   []title
	Annex []int
}

func (t *Titles) encode() []byte {
	var out bytes.Buffer
	if err := gob.NewEncoder(&out).Encode(kept{t.all, t.annex}); err != nil {
		panic(err) // these are words and numbers
	}
	return out.Bytes()
}

// decode reads what encode wrote of the titles of the same document. It reports whether
// it is that.
func (t *Titles) decode(encoded []byte) bool {
	var k kept
	if gob.NewDecoder(bytes.NewReader(encoded)).Decode(&k) != nil {
		return false
	}
	there := func(section int) bool { return section >= 0 && section < len(t.doc.Sections) }
	strange := func(x title) bool { return !there(x.Section) || !x.Span.Within(t.doc.Text) || len(x.Words) == 0 }
	if slices.ContainsFunc(k.All, strange) || slices.ContainsFunc(k.Annex, func(n int) bool { return !there(n) }) {
		return false
	}
	t.all, t.annex = k.All, k.Annex
	return true
}
