package evidence_test

import (
	"testing"
	"testing/fstest"

	"pincite/internal/evidence"
	"pincite/internal/folder"
)

const amendedRules = `# Rules of the lake

## 1 Berths

The warden assigns the berths to the members of the club at the first meeting of the year.

[Berths assigned 2019, resolution 3]

## 2 Races

One is held in May.

[Amended 2021, resolution 14]
`

// TestNotesWeighLess: a sentence of the text is quoted rather than a note of amendments that
// has the same words, and the note where it alone has them.
func TestNotesWeighLess(t *testing.T) {
	b, err := folder.Load(fstest.MapFS{"lake.md": {Data: []byte(amendedRules)}}, "lake.md")
	if err != nil {
		t.Fatal(err)
	}
	c, err := evidence.New(t.Context(), evidence.Options{Document: b.Document, Params: evidence.DefaultParams()})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, q := range []struct {
		question, section string
		sentence          int
	}{
		{"berths assigned", "section-1", 0},
		{"which resolution assigned the berths in 2019?", "section-1", 1},
		{"resolution 14", "section-2", 1},
	} {
		p, err := c.Plan(q.question, "en")
		if err != nil {
			t.Fatal(err)
		}
		p.Read(q.question, "en")
		found, err := c.Find(t.Context(), p, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 || b.Document.Sections[found[0].Index].ID != q.section || found[0].Best().Index != q.sentence {
			t.Errorf("%s: %+v, want %s, sentence %d", q.question, found, q.section, q.sentence)
		}
	}
}
