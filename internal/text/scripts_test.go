package text

import "testing"

func TestInScriptOf(t *testing.T) {
	for _, c := range []struct {
		s, language string
		want        bool
	}{
		{"", "en", false},
		{"?!", "en", false},
		{"ß", "en", true},
		{"42", "ru", true},
		{"lift", "ru", false},
		{"лифт", "ru", true},
		{"лифт lift", "xx", true}, // a language that is not known is written in Latin
		{"電梯", "en", false},
		{"リフト", "ja", true},
	} {
		if got := InScriptOf(c.s, c.language); got != c.want {
			t.Errorf("%q is in the script of %s: %v", c.s, c.language, got)
		}
	}
}
