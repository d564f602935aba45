package verify_test

import (
	"testing"

	"pincite/data"
	"pincite/internal/folder"
	"pincite/internal/verify"
)

// TestParaphrasesAreNotVerbatim checks the glosses and questions that come with
// the document: other words for what its sentences say.
func TestParaphrasesAreNotVerbatim(t *testing.T) {
	b, err := folder.Load(data.FS, data.Default)
	if err != nil {
		t.Fatal(err)
	}
	c := verify.New(b.Document)
	n := map[verify.Status]int{}
	for _, aids := range b.Annotations {
		for _, s := range aids.Sections {
			texts := append([]string{}, s.Questions...)
			for _, x := range s.Sentences {
				if x.Gloss != "" {
					texts = append(texts, x.Gloss)
				}
			}
			for _, text := range texts {
				r := check(t, c, text, b.Document)
				n[r.Status]++
				if r.Status == verify.Verbatim || r.Status == verify.Spliced {
					t.Errorf("%s: %q: %+v", r.Status, text, r.Matches)
				}
			}
		}
	}
	t.Log(n)
	if n[verify.Absent] < 100 {
		t.Errorf("only %v: are there still glosses?", n)
	}
}
