package words

import (
	"strings"
	"testing"
)

func TestIsEveryday(t *testing.T) {
	for _, c := range []struct {
		word, language string
		want           bool
	}{
		{"", "en", false}, {"", "ru", false}, {"the", "xx", false}, {"the", "../en", false}, {"делать", "es", false},
		{"people", "en", true}, {"formalism", "en", false},
		{"ещё", "ru", true}, {"формализм", "ru", false},
		{"cuántos", "es", true}, {"formalismo", "es", false},
	} {
		if got := IsEveryday(c.word, c.language); got != c.want {
			t.Errorf("IsEveryday(%q, %s) = %v", c.word, c.language, got)
		}
	}
}

func TestFunction(t *testing.T) {
	for _, c := range []struct {
		word, language string
		want           bool
	}{
		{"", "en", false}, {"the", "", false}, {"the", "xx", false}, {"The", "en", false},
		{"the", "en", true}, {"whether", "en", true}, {"meeting", "en", false}, {"don't", "en", true},
		{"её", "ru", true}, {"съезд", "ru", false}, {"qué", "es", true}, {"que", "es", true}, {"partido", "es", false},
		{"的", "zh", true}, {"是", "zh", true}, {"党", "zh", false},
	} {
		if got := Function(c.language).Has(c.word); got != c.want {
			t.Errorf("Function(%q).Has(%q) = %v", c.language, c.word, got)
		}
	}
	if Particles("zh").Has("是") || !Particles("zh").Has("吗") || Particles("en").Len() != 0 {
		t.Error("particles are characters of Chinese of which one is enough")
	}
}

// TestSingular has words that are no plurals first, and a language without endings.
func TestSingular(t *testing.T) {
	for _, c := range []struct{ plural, want string }{
		{"", ""}, {"s", ""}, {"us", ""}, {"business", ""}, {"minibus", ""}, {"basis", ""}, {"statistics", ""}, {"membership", ""}, {"ids", ""},
		{"by-laws", "by-law"}, {"byelaws", "byelaw"}, {"policies", "policy"}, {"boxes", "box"}, {"watches", "watch"}, {"orders", "order"}, {"clauses", "clause"}, {"axes", "axe"}, {"ties", "tie"},
	} {
		if got, known := Singular(c.plural, "en"); got != c.want || !known {
			t.Errorf("%q: %q, %v, want %q", c.plural, got, known, c.want)
		}
	}
	for _, c := range []struct{ plural, language, want string }{
		{"fases", "es", ""}, {"as", "es", ""}, {"temps", "fr", "temp"}, {"avis", "fr", ""}, {"lápis", "pt", ""},
		{"pasos", "es", "paso"}, {"decisiones", "es", "decisión"}, {"veces", "es", "vez"}, {"consignes", "fr", "consigne"}, {"niveaux", "fr", "niveau"}, {"razões", "pt", "razão"},
	} {
		if got, _ := Singular(c.plural, c.language); got != c.want {
			t.Errorf("%q: %q, want %q", c.plural, got, c.want)
		}
	}
	if got, known := Singular("regeln", "de"); got != "" || known {
		t.Errorf("German: %q, %v", got, known)
	}
}

// TestFiles holds the lists to one form: lower case, no word in a list that
// nobody reads.
func TestFiles(t *testing.T) {
	known := map[string]bool{"function": true, "particle": true, "everyday": true, "telling": true, "irregular": true, "short": true, "article": true, "light": true, "joins": true, "of": true, "plural": true, "whole": true}
	for _, language := range []string{"en", "zh", "ru", "es"} {
		lists := listsOf(language)
		if lists["function"].Len() == 0 {
			t.Errorf("%s: no function words", language)
		}
		for name, set := range lists {
			if !known[name] {
				t.Errorf("%s: there is no list %q", language, name)
			}
			for word := range set.words {
				if word != strings.ToLower(word) || strings.ContainsAny(word, "ё[]#") {
					t.Errorf("%s, %s: %q is not in the form that is looked up", language, name, word)
				}
			}
		}
	}
}

// TestLight: no noun, adjective or verb with a meaning of its own fills a question up, though
// it may be written as a word that does.
func TestLight(t *testing.T) {
	for language, content := range map[string]string{
		"de": "einfach lassen lässt bleiben bleibt",
		"es": "solo incluso buenas buenos",
		"fr": "certain certaine laisse laisser salut sommes vers", // sure, a leash, a greeting, sums, worms
		"it": "ancora nulla proprio sei verso",                    // an anchor, void, one's own, six, a verse
		"nl": "blijft blijven echt enkele gewoon morgen weer",     // stay, real, single, ordinary, morning, weather
		"pt": "logo nada só",                                      // an emblem, swims, alone
		"ru": "действительно добрый",                              // valid, kind
	} {
		for w := range strings.FieldsSeq(content) {
			if Light(language).Has(w) {
				t.Errorf("%s: %q says something of its own", language, w)
			}
		}
	}
	for language, filler := range map[string]string{"de": "eigentlich", "es": "siempre", "fr": "toujours", "it": "sempre", "nl": "altijd", "pt": "sempre", "ru": "всегда"} {
		if !Light(language).Has(filler) {
			t.Errorf("%s: %q says nothing of its own", language, filler)
		}
	}
}
