package evidence_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"pincite/internal/evidence"
	"pincite/internal/folder"
)

// TestBeginning: of two sentences that have the kind of thing asked for, the one that begins
// with what is asked comes first, though the other has fewer words. Where no kind is asked
// for, it does not, unless a thing is only named.
func TestBeginning(t *testing.T) {
	const house = `# House

At nine the porter locks the sauna. The sauna of the house is open to its tenants and to
their guests from ten. The porter has a cat.
`
	for _, c := range []struct {
		question  string
		beginning float64 // of the parameters; below 0 for the default
		want      string
	}{
		{"When is the zoo open?", -1, "The sauna"},
		{"sauna locked by the porter", -1, "At nine"},
		{"sauna", -1, "The sauna"},
		{"the sauna?", -1, "The sauna"},
		{"When the sauna?", 0, "At nine"},
		{"When the sauna?", -1, "The sauna"},
	} {
		b, err := folder.Load(fstest.MapFS{"house.md": {Data: []byte(house)}}, "house.md")
		if err != nil {
			t.Fatal(err)
		}
		params := evidence.DefaultParams()
		if c.beginning >= 0 {
			params.Beginning = c.beginning
		}
		coll, err := evidence.New(t.Context(), evidence.Options{Document: b.Document, Params: params})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { coll.Close() })
		p, err := coll.Plan(c.question, "en")
		if err != nil {
			t.Fatal(err)
		}
		p.Read(c.question, "en")
		found, err := coll.Find(t.Context(), p, nil)
		if err != nil || len(found) == 0 {
			t.Fatal(c.question, err, len(found))
		}
		if got := b.Document.Plain(b.Document.Sentences(found[0].Index)[found[0].Best().Index]); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s, %v: %q comes first, want %q", c.question, c.beginning, got, c.want)
		}
	}
}

// TestGlossary: a message that is a term and no more is about the entry of the glossary, where
// there is one.
func TestGlossary(t *testing.T) {
	const club = `# Club

The season is long. A meeting has a quorum, and a quorum has a chair. The life
jackets are red.

## Words

Quorum – nine of the members, who are all in the house.

Season
: the months from April to October, in which boats are out.

Life jacket: what a rower wears.
`
	b, err := folder.Load(fstest.MapFS{"club.md": {Data: []byte(club)}}, "club.md")
	if err != nil {
		t.Fatal(err)
	}
	coll, err := evidence.New(t.Context(), evidence.Options{Document: b.Document, Params: evidence.DefaultParams()})
	if err != nil {
		t.Fatal(err)
	}
	defer coll.Close()
	for _, c := range []struct{ question, want string }{
		{"red", "The life"},
		{"boats in the season", "Season"},
		{"chair of a quorum", "A meeting"},
		{"quorum", "Quorum –"},
		{"the season", "Season"},
		{"life jackets", "Life jacket:"},
	} {
		p, err := coll.Plan(c.question, "en")
		if err != nil {
			t.Fatal(err)
		}
		p.Read(c.question, "en")
		found, err := coll.Find(t.Context(), p, nil)
		if err != nil || len(found) == 0 {
			t.Fatal(c.question, err, len(found))
		}
		if got := b.Document.Plain(b.Document.Sentences(found[0].Index)[found[0].Best().Index]); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q comes first, want %q", c.question, got, c.want)
		}
	}
}
