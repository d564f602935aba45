package evidence

import (
	"context"
	"os"
	"slices"
	"testing"

	"pincite/internal/document"
	"pincite/internal/importer"
	"pincite/internal/search"
	"pincite/internal/text"
)

// open returns the collection of the default document.
func open(tb testing.TB) *Collection {
	tb.Helper()
	b, err := importer.Open(os.DirFS("../../data"), "opinions-2024")
	if err != nil {
		tb.Fatal(err)
	}
	c, err := New(b.Document, b.Annotations)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { c.Close() })
	return c
}

func TestGuess(t *testing.T) {
	s := open(t).spell
	for in, want := range map[string]string{
		"": "", "x": "", "the": "", "party": "", "recipe": "", // right, or too short to tell
		"qwertyuiopasdf": "", "zzzzzz": "",
		"helth": "health", "polital": "political", "disipline": "discipline", "goverment": "government",
		"buroucracy": "bureaucracy", "ppl": "people", "dicsipline": "discipline",
	} {
		got := ""
		if found := s.guess(in, "en"); len(found) > 0 {
			got = found[0].word
		}
		if got != want {
			t.Errorf("guess(%q) = %q, want %q", in, got, want)
		}
	}
	if found := s.guess("中国梦想家", "zh"); found != nil {
		t.Errorf("Chinese has no spelling, guessed %v", found)
	}
}

// No word that common English or the document's own vocabulary knows is ever
// read as another.
func TestGuessLeavesKnownWordsAlone(t *testing.T) {
	c := open(t)
	for _, e := range c.spell.vocabulary("en") {
		if text.Rarity(e.word) != text.Unlisted && c.spell.guess(e.word, "en") != nil && chatSpelling[e.word] == "" {
			t.Errorf("%q is a word and was read as %v", e.word, c.spell.guess(e.word, "en"))
		}
	}
}

func TestSound(t *testing.T) {
	for _, pair := range [][2]string{{"formalism", "phormalizm"}, {"discipline", "disipline"}, {"check", "chek"}} {
		if sound(pair[0]) != sound(pair[1]) {
			t.Errorf("%q sounds %q, %q sounds %q", pair[0], sound(pair[0]), pair[1], sound(pair[1]))
		}
	}
	if sound("a") != "" || sound("формализм") != "" {
		t.Error("a sound for what has none")
	}
}

func TestCompounds(t *testing.T) {
	c := newCompounds(&document.Document{Text: "The grass-roots unit has a to-do list and a check-up. E-mail."}, nil)
	for in, want := range map[string]string{
		"":                  "",
		"grass roots work":  "grass roots work grassroots",
		"Grass-Roots":       "Grass-Roots grassroots",
		"grass, roots":      "grass, roots",
		"what to do":        "what to do", // function words side by side are no compound
		"check up on grass": "check up on grass checkup",
	} {
		if got := c.fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
	if got := c.join("at the grass-roots, grass roots"); got != "at the grassroots, grassroots" {
		t.Errorf("join: %q", got)
	}
}

func TestContentPairs(t *testing.T) {
	pairs := func(s ...string) []search.Token {
		var out []search.Token
		for i, p := range s {
			out = append(out, search.Token{Term: p, Start: 3 * i, End: 3*i + 6, Pos: i + 1})
		}
		return out
	}
	known := func(s string) bool { return s == "形式" || s == "主义" || s == "问题" }
	var got []string
	for _, p := range contentPairs(pairs("形式", "式主", "主义", "义怎", "怎么", "么问", "问题", "题熊"), known) {
		got = append(got, p.Term)
	}
	// 式主 is a seam, 怎么 and its neighbours are made of particles; 题熊 may be a word.
	if want := []string{"形式", "主义", "问题", "题熊"}; !slices.Equal(got, want) {
		t.Errorf("content pairs %v, want %v", got, want)
	}
}

func TestSynonyms(t *testing.T) {
	c := open(t)
	s, err := c.shelf("en")
	if err != nil {
		t.Fatal(err)
	}
	syn := newSynonyms(s, map[string][]string{"gap": {"hole", "missing piece", "gap", "the of"}})
	for in, want := range map[string]int{"hole": 1, "holes": 1, "missing pieces": 1, "missing": 0, "piece": 0, "gap": 0} {
		tokens := s.analyze(in)
		if got := len(syn.at(tokens, 0)); got != want {
			t.Errorf("%q leads to %d words, want %d", in, got, want)
		}
	}
}

// A plan says each word once, however often it is typed, and a find is the same
// each time.
func TestFind(t *testing.T) {
	c := open(t)
	p := c.Plan("formalism formalism and bureaucracy", "en")
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
	if found, err := c.Find(t.Context(), c.Plan("", "en"), nil); err != nil || len(found) != 0 {
		t.Errorf("nothing asked, found %v, %v", found, err)
	}
}

func TestCoverage(t *testing.T) {
	p := Plan{words: []word{{weight: 1}, {weight: 0.5}}}
	for _, c := range []struct {
		met  []float64
		want float64
	}{{[]float64{0, 0}, 0}, {[]float64{1, 0}, 2.0 / 3}, {[]float64{1, 1}, 1}} {
		if got := p.Coverage(c.met); got != c.want {
			t.Errorf("coverage of %v = %v, want %v", c.met, got, c.want)
		}
	}
	if got := (Plan{}).Coverage(nil); got != 1 {
		t.Errorf("coverage of nothing asked = %v, want 1", got)
	}
}
