package spell

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pincite/internal/text"
	"pincite/internal/text/words"
)

func speller() *Speller {
	return New([]string{"en", "zh"}, func(string) []Word {
		return Count([]string{"the political health check of the government; discipline, bureaucracy and formalism; people of the party", "形式主义"})
	})
}

func TestGuess(t *testing.T) {
	s := speller()
	for in, want := range map[string]string{
		"": "", "x": "", "the": "", "party": "", "recipe": "", // right, or too short to tell
		"qwertyuiopasdf": "", "zzzzzz": "",
		"helth": "health", "polital": "political", "disipline": "discipline", "goverment": "government",
		"buroucracy": "bureaucracy", "ppl": "people", "dicsipline": "discipline",
	} {
		got := ""
		if found := s.Guess(in, "en"); len(found) > 0 {
			got = found[0].Word
		}
		if got != want {
			t.Errorf("guess(%q) = %q, want %q", in, got, want)
		}
	}
	if found := s.Guess("中国梦想家", "zh"); found != nil {
		t.Errorf("Chinese has no spelling, guessed %v", found)
	}
}

// TestGuessShort: where no list says which words are right, a short one is corrected that
// differs in nothing but how long its vowels are.
func TestGuessShort(t *testing.T) {
	known := map[string]string{"de": "kran schiff stelle hütte wahl", "fr": "salle grue basse", "it": "carro palla", "es": "carro perro", "nl": "bommen"}
	s := New(slices.Sorted(maps.Keys(known)), func(lang string) []Word { return Count([]string{known[lang]}) })
	for _, test := range []struct{ language, in, want string }{
		{"de", "", ""},
		{"de", "kron", ""},  // another vowel
		{"de", "gran", ""},  // another consonant
		{"de", "kra", ""},   // too short
		{"de", "krank", ""}, // a letter that is heard
		{"de", "krahn", "kran"},
		{"de", "schif", "schiff"},
		{"de", "hüte", "hutte"},
		{"de", "wahhl", "wahl"},
		{"fr", "sale", "salle"},
		{"fr", "grues", ""},
		{"fr", "base", ""}, // another sound
		{"it", "caro", ""},
		{"it", "pala", ""},
		{"es", "caro", ""},
		{"nl", "bomen", ""},
	} {
		got := ""
		if found := s.Guess(test.in, test.language); len(found) > 0 {
			got = found[0].Word
		}
		if got != test.want {
			t.Errorf("%s: guess(%q) = %q, want %q", test.language, test.in, got, test.want)
		}
	}
}

// No word that common English or the document's own vocabulary knows is ever
// read as another.
func TestGuessLeavesKnownWordsAlone(t *testing.T) {
	s := speller()
	for _, e := range s.vocabulary("en") {
		if _, short := words.Long(e.Text, "en"); words.Rarity(e.Text) != words.Unlisted && s.Guess(e.Text, "en") != nil && !short {
			t.Errorf("%q is a word and was read as %v", e.Text, s.Guess(e.Text, "en"))
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
	c := NewCompounds([]string{"The grass-roots unit has a to-do list and a check-up. E-mail."})
	for in, want := range map[string]string{
		"":                  "",
		"grass roots work":  "grass roots work grassroots",
		"Grass-Roots":       "Grass-Roots grassroots",
		"grass, roots":      "grass, roots",
		"what to do":        "what to do", // function words side by side are no compound
		"check up on grass": "check up on grass checkup",
	} {
		if got := c.Fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
	if got := c.Join("at the grass-roots, grass roots"); got != "at the grassroots, grassroots" {
		t.Errorf("join: %q", got)
	}
}

// Letters rule out no word that is near enough.
func TestLettersBoundTheDistance(t *testing.T) {
	words := []string{"health", "helth", "hleath", "wealth", "", "a", "policy", "polcy", "poiicyy", "формализм", "формолизм", "discipline", "disipline", "ßtraße", "strasse"}
	for _, a := range words {
		for _, b := range words {
			if d, least := text.Distance([]rune(a), []rune(b), 20), lettersOf(a).apart(lettersOf(b)); least > d {
				t.Errorf("%q and %q are %d apart, their letters at least %d", a, b, d, least)
			}
		}
	}
}

// BenchmarkGuess looks for a word that is near none, in a large vocabulary.
func BenchmarkGuess(b *testing.B) {
	var all strings.Builder
	for n := range 30_000 {
		for ; n > 0; n /= 20 {
			all.WriteString(string("bcdfghklmnprstvwaeio"[n%20]) + string("aeiou"[n%5]))
		}
		all.WriteByte(' ')
	}
	s := New([]string{"en"}, func(string) []Word { return Count([]string{all.String()}) })
	s.Warm()
	for b.Loop() {
		s.Guess("theoreticl", "en")
	}
}

func TestEncode(t *testing.T) {
	for _, texts := range [][]string{nil, {""}, {"Größe, naïve naive;\nGrösse 12 ab"}, {"слово слова слово", "words of\r\nwords"}} {
		words := Count(texts)
		got, err := Decode(Encode(words))
		if err != nil || !slices.Equal(got, words) {
			t.Errorf("%q: %v, error %v, want %v", texts, got, err, words)
		}
	}
	for _, bad := range []string{"word\n", "3 \n", "x word\n", "3"} {
		if got, err := Decode([]byte(bad)); err == nil {
			t.Errorf("%q: %v, no error", bad, got)
		}
	}
}

// Every hyphen of a text counts, whatever stands around the words.
func TestHyphens(t *testing.T) {
	c := NewCompounds([]string{"-grass-roots-level— «check-up»-", "a--long-lived", "étoile-née"})
	for in, want := range map[string]string{
		"grass roots level": "grass roots level grassroots rootslevel",
		"check up":          "check up checkup",
		"long lived":        "long lived longlived",
		"étoile née":        "étoile née étoilenée",
		"up a long":         "up a long",
	} {
		if got := c.Fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
}
