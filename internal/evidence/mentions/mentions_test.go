package mentions

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"pincite/internal/annotation"
	"pincite/internal/document"
	"pincite/internal/evidence/passages"
	"pincite/internal/library/librarytest"
)

const orchard = `# Orchard rules

## Chapter 1 Trees

### Article 1 Pruning

Trees are pruned in winter. Whoever prunes cleans the wild-card saws, which belong to the club.

### Article 2 Spraying

Nobody sprays C# or terms of trade.

## Chapter 2 Fruit

### Article 3 Harvest

Apples and pears are picked by the owner's family. Pears keep. The crèche rests.
`

// finder returns the finder of the orchard, and its document.
func finder(t *testing.T) (*Finder, *document.Document) {
	t.Helper()
	d := librarytest.Document(t, "orchard.md", orchard)
	aids := annotation.Aids{Language: "en", Sections: []annotation.Section{
		{ID: "article-3", Headings: []string{"gathering in"}},
		{ID: "article-1", Sentences: []annotation.Sentence{{Text: "Trees are pruned in winter.", Gloss: "cut branches when it is cold"}}},
	}}
	set, err := passages.New(t.Context(), passages.Options{Document: d, Annotations: []annotation.Aids{aids}})
	if err != nil {
		t.Fatal(err)
	}
	f := New(d, set)
	t.Cleanup(func() {
		if err := errors.Join(f.Close(), set.Close()); err != nil {
			t.Error(err)
		}
	})
	return f, d
}

func TestFind(t *testing.T) {
	f, d := finder(t)
	for _, c := range []struct {
		topic, kind string
		want        string // sections
		literal     bool
	}{
		{"", "", "", false},
		{"plums", "", "", false},
		{"trees", "clause", "", false},
		{"trees", "article", "article-1", true},
		{"prune", "article", "article-1", true}, // in another inflexion
		{"pears", "chapter", "chapter-2", true}, // in what is below it
		{"apples or saws", "article", "article-1 article-3", true},
		{"apples and saws", "article", "", false},
		{"wildcard", "article", "article-1", true},
		{"wild card", "article", "article-1", true},
		{"the owner", "article", "article-3", true},
		{"C#", "article", "article-2", true},
		{"creches", "article", "article-3", true},       // without its accent
		{"gathering in", "article", "article-3", false}, // by an aid
		{"branches", "", "article-1", false},
	} {
		found, literal, err := f.Find(t.Context(), c.topic, c.kind, "en")
		if err != nil {
			t.Errorf("%q: %v", c.topic, err)
			continue
		}
		var got []string
		for _, m := range found {
			got = append(got, d.Sections[m.Section].ID)
			if m.Span.Empty() || !d.Sections[m.Section].Span.Contains(m.Span) {
				t.Errorf("%q: %q is not of %s", c.topic, d.Slice(m.Span), got[len(got)-1])
			}
		}
		if s := strings.Join(got, " "); s != c.want || len(got) > 0 && literal != c.literal {
			t.Errorf("%q in a %q: %q, literally %v, want %q, %v", c.topic, c.kind, s, literal, c.want, c.literal)
		}
	}
}

func TestFindsWithoutAccents(t *testing.T) {
	d := librarytest.Document(t, "verger.md", "# Règlement du verger\n\n## Article 1 Récolte\n\nL'assemblée générale fixe les dates de la récolte des pommes et des poires.\n\n## Article 2 Côte\n\nLa côte est fermée.\n")
	set, err := passages.New(t.Context(), passages.Options{Document: d})
	if err != nil {
		t.Fatal(err)
	}
	f := New(d, set)
	defer func() {
		if err := errors.Join(f.Close(), set.Close()); err != nil {
			t.Error(err)
		}
	}()
	for topic, want := range map[string]int{"assemblee": 1, "assemblee generale": 1, "assemblées": 1, "assemblee genre": 0, "cote": 1, "prunes": 0} {
		found, literal, err := f.Find(t.Context(), topic, "article", "fr")
		if err != nil || len(found) != want || want > 0 && !literal {
			t.Errorf("%q: %d sections, literally %v, %v, want %d", topic, len(found), literal, err, want)
		}
	}
}

// TestFindsNoOtherWord: a word is not mentioned where another is that only lacks what looks like
// its ending.
func TestFindsNoOtherWord(t *testing.T) {
	for language, c := range map[string]struct{ text, not, found string }{
		"de": {"# Marktordnung\n\n## § 1 Gebühren\n\nDer Eintritt kostet 50 Mark. Der Vorstand verwaltet die Halle nach Bedarf.\n", "Markt Nacht", "verwalten Bedarf"},
		"fr": {"# Règlement du port\n\n## Article 1 Grue\n\nLa grue se trouve près du quai. Les membres utilisent la barque.\n", "présent", "utiliser"},
		"nl": {"# Huisregels\n\n## Artikel 1 Tuin\n\nDe tuinman geeft de planten elke maandag water en betaalt de schade.\n", "plan schat", "betalen plant"},
	} {
		d := librarytest.Document(t, "rules.md", c.text)
		set, err := passages.New(t.Context(), passages.Options{Document: d})
		if err != nil {
			t.Fatal(err)
		}
		f := New(d, set)
		for _, topic := range strings.Fields(c.not + " " + c.found) {
			found, _, err := f.Find(t.Context(), topic, "", language)
			if want := slices.Contains(strings.Fields(c.found), topic); err != nil || len(found) > 0 != want {
				t.Errorf("%s: %q is in %d sections, %v", language, topic, len(found), err)
			}
		}
		if err := errors.Join(f.Close(), set.Close()); err != nil {
			t.Error(err)
		}
	}
}

func TestFindFails(t *testing.T) {
	f, _ := finder(t)
	var many []string
	for i := range maxPhrases + 1 {
		many = append(many, strings.Repeat("a", i+1))
	}
	for _, topic := range []string{strings.Join(many, " or "), strings.Repeat("x", 1000)} {
		if _, _, err := f.Find(t.Context(), topic, "", "en"); !errors.Is(err, ErrTooMany) {
			t.Errorf("%.20q…: %v", topic, err)
		}
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := f.Find(done, "apples and pears", "", "en"); !errors.Is(err, context.Canceled) {
		t.Errorf("after its context ended: %v", err)
	}
}
