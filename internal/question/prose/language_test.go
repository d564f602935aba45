package prose

import (
	"slices"
	"testing"
	"unicode"

	"pincite/internal/question/grammar"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// Another language is two files: rules, and function words to tell it by.
func TestLanguagesHaveWords(t *testing.T) {
	for _, l := range []string{"de", "en", "es", "fr", "it", "nl", "pl", "pt"} {
		if !slices.Contains(latin(), l) {
			t.Errorf("%s is in no question", l)
		}
	}
	for _, l := range grammar.Languages() {
		if words.Function(l).Len() == 0 && text.Scripts(l)[0] == unicode.Latin {
			t.Errorf("%s has no function words", l)
		}
	}
}

// Words that a language shares with English make no message of it, and ties go by what is
// expected and by how many words there are to meet, not by the order of the files.
func TestLikeliest(t *testing.T) {
	for _, c := range []struct{ message, want string }{
		{"do co owners pay?", "en"},
		{"do we sell ale", "en"},
		{"to co owner", "en"},
		{"co to jest", "pl"},
		{"do kiedy mamy czas?", "pl"},
		{"вход и выход", "ru"},
		{"собаки", "ru"},
		{"Какой сбор за просрочку?", "ru"},
		{"Какво е работното време?", "bg"},
		{"Колко струва билетът?", "bg"},
		{"Скільки коштує квиток?", "uk"},
	} {
		if got := Language(c.message, []string{"en"}, ""); got != c.want {
			t.Errorf("%q: %s, want %s", c.message, got, c.want)
		}
	}
	none := func(string) bool { return false }
	for _, order := range [][]string{{"de", "nl", "fr"}, {"fr", "nl", "de"}} {
		if got := likeliest(order, map[string]int{"de": 1, "fr": 1}, "en", "en", none); got != fewer("de", "fr") {
			t.Errorf("of %v: %s", order, got)
		}
		if got := likeliest(order, map[string]int{"de": 1, "nl": 1}, "en", "nl", none); got != "nl" {
			t.Errorf("of %v: %s, which is not the document's", order, got)
		}
		if got := likeliest(order, nil, "en", "nl", none); got != "en" {
			t.Errorf("of %v without a word: %s", order, got)
		}
	}
}

// fewer is that of two languages with fewer function words.
func fewer(a, b string) string {
	if words.Function(a).Len() < words.Function(b).Len() {
		return a
	}
	return b
}

// TestLanguageOfTheDocument holds that a question in the document's own language is taken
// for it, whatever that is, and one in English is not.
func TestLanguageOfTheDocument(t *testing.T) {
	for _, c := range []struct{ message, document, want string }{
		{"o której zaczyna się cisza nocna?", "pl", "pl"},
		{"when does the quiet time begin?", "pl", "en"},
		{"o której zaczyna się cisza nocna?", "en", "pl"}, // there are rules for it
		{"kdy začíná noční klid?", "en", "en"},            // and none
		{"kdy začíná noční klid?", "cs", "cs"},
		{"meddig tart a csend?", "hu", "hu"},
		{"när börjar nattron?", "sv", "sv"},
		{"gece sessizliği kaçta başlar?", "tr", "tr"},
		{"коли починається тиша?", "uk", "uk"},
		{"застава", "uk", "uk"},
		{"сколько длится тишина и что это?", "uk", "ru"},
		{"кога започва тишината?", "bg", "bg"},
		{"сколько длится тишина?", "en", "ru"},
		{"when does the quiet time begin?", "uk", "en"},
	} {
		if got := Language(c.message, []string{c.document}, ""); got != c.want {
			t.Errorf("%q about a document in %s: %s, want %s", c.message, c.document, got, c.want)
		}
	}
}

// What is written in Chinese characters alone is in the language of a Japanese document,
// unless its words or the person's client say that it is Chinese.
func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		message, document, client, want string
	}{
		{"", "ja", "", "und"},
		{"第三条", "ja", "", "ja"},
		{"利用料金", "ja", "en", "ja"},
		{"第三条说什么", "ja", "", "zh"},
		{"дай ключ", "ru", "", "ru"}, // a word of Bulgarian
		{"ласка", "en", "ru", "ru"},
		{"第三条", "ja", "zh", "zh"},
		{"第三条", "zh", "", "zh"},
		{"第三条", "en", "", "zh"},
		{"休場日は", "ja", "", "ja"},
	} {
		if got := Language(c.message, []string{c.document}, c.client); got != c.want {
			t.Errorf("%q about a document in %s, client %q: %s, want %s", c.message, c.document, c.client, got, c.want)
		}
	}
}
