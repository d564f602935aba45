package evidence

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"pincite/internal/folder"
	"pincite/internal/search"
)

// open returns the collection of the default document.
func open(tb testing.TB) *Collection {
	tb.Helper()
	b, err := folder.Load(os.DirFS("../../data"), "opinions-2024")
	if err != nil {
		tb.Fatal(err)
	}
	c, err := New(tb.Context(), Options{Document: b.Document, Annotations: b.Annotations, Params: DefaultParams()})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { c.Close() })
	return c
}

func plan(t *testing.T, c *Collection, topic string) Plan {
	t.Helper()
	p, err := c.Plan(topic, "en")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestContentPairs(t *testing.T) {
	for _, c := range []struct{ language, text, known, want string }{
		// 式主 is a seam, 怎么 and its neighbours are made of particles; 题熊 may be a word.
		{"zh", "形式主义怎么问题熊", "形式 主义 问题", "形式 主义 问题 题熊"},
		{"zh", "怎么了", "", ""},
		// What a Japanese question ends with says nothing, 期は only if the text has it, and
		// 払う may be a word.
		{"ja", "任期は何年ですか", "任期", "任期"},
		{"ja", "任期は", "任期 期は", "任期 期は"},
		{"ja", "払うのですか", "", "払う"},
		{"ja", "どうですか", "です", ""},
	} {
		runes := []rune(c.text)
		var tokens []search.Token
		for i := range len(runes) - 1 {
			tokens = append(tokens, search.Token{Term: string(runes[i : i+2]), Start: 3 * i, End: 3*i + 6})
		}
		known := strings.Fields(c.known)
		var got []string
		for _, p := range contentPairs(tokens, c.language, func(s string) bool { return slices.Contains(known, s) }) {
			got = append(got, p.Term)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: content pairs of %s: %v, want %s", c.language, c.text, got, c.want)
		}
	}
}

// A plan says each word once, however often it is typed, and a find is the same
// each time.
func TestFind(t *testing.T) {
	c := open(t)
	p := plan(t, c, "formalism formalism and bureaucracy")
	if len(p.words) != 2 {
		t.Errorf("%d words, want 2", len(p.words))
	}
	first, err := c.Find(t.Context(), p, nil)
	if err != nil || len(first) == 0 {
		t.Fatal(first, err)
	}
	if id := c.doc.Sections[first[0].Index].ID; id != "measure-10" {
		t.Errorf("formalism is found in %s", id)
	}
	only, err := c.Find(t.Context(), p, []int{first[0].Index + 1})
	if err != nil || len(only) > 1 || len(only) == 1 && only[0].Index != first[0].Index+1 {
		t.Errorf("limited to one section, found %v, %v", only, err)
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Find(done, p, nil); err == nil {
		t.Error("found something after its context ended")
	}
	if found, err := c.Find(t.Context(), plan(t, c, ""), nil); err != nil || len(found) != 0 {
		t.Errorf("nothing asked, found %v, %v", found, err)
	}
}

func TestShare(t *testing.T) {
	params := DefaultParams()
	p := Plan{params: &params, words: []word{{weight: 1}, {weight: 0.5}}}
	met := func(a, b float64) []Met { return []Met{{Text: a}, {Text: b}} }
	for _, c := range []struct {
		met  []Met
		want float64
	}{{met(0, 0), 0}, {met(1, 0), 2.0 / 3}, {met(1, 1), 1}} {
		if got := p.Share(c.met, Met.text); got != c.want {
			t.Errorf("share of %v = %v, want %v", c.met, got, c.want)
		}
	}
	if got := (Plan{}).Share(nil, Met.text); got != 1 {
		t.Errorf("share of nothing asked = %v, want 1", got)
	}
}
