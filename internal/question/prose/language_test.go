package prose

import (
	"testing"

	"pincite/internal/question/grammar"
	"pincite/internal/text/words"
)

// Another language is two files: rules, and function words to tell it by.
func TestLanguagesHaveWords(t *testing.T) {
	for _, l := range latin() {
		if !grammar.Reads(l) || words.Function(l).Len() == 0 {
			t.Errorf("%s has no rules or no function words", l)
		}
	}
	if n := len(latin()); n < 8 {
		t.Errorf("%d languages", n)
	}
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
