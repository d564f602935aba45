package text

import "testing"

func TestIsEveryday(t *testing.T) {
	for _, c := range []struct {
		word, language string
		want           bool
	}{
		{"", "en", false}, {"", "ru", false}, {"the", "xx", false}, {"делать", "es", false},
		{"people", "en", true}, {"formalism", "en", false},
		{"ещё", "ru", true}, {"формализм", "ru", false},
		{"cuántos", "es", true}, {"formalismo", "es", false},
	} {
		if got := IsEveryday(c.word, c.language); got != c.want {
			t.Errorf("IsEveryday(%q, %s) = %v", c.word, c.language, got)
		}
	}
}
