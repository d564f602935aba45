package analyzer

import (
	"strings"
	"testing"
)

// TestSpellings holds that spellings and forms of one word become one term, and that other
// words do not.
func TestSpellings(t *testing.T) {
	for _, c := range []struct {
		language, words string
		same            bool
	}{
		{"en", "cold could", false},
		{"en", "poem pet", false},
		{"en", "leaf left", false},
		{"en", "specimen specimens", true},
		{"en", "tyre tire tyres tires", true},
		{"en", "mould mold", true},
		{"en", "smouldering smoldering", true},
		{"en", "manoeuvre maneuver manoeuvres", true},
		{"en", "plough plow ploughs", true},
		{"en", "jewellery jewelry", true},
		{"en", "pyjamas pajamas", true},
		{"en", "paediatric pediatric", true},
		{"en", "anaesthetist anesthetist", true},
		{"en", "oestrogen estrogen", true},
		{"en", "encyclopaedia encyclopedia", true},
		{"en", "judgement judgment", true},
		{"en", "connexion connection", true},
		{"en", "wolf wolves", true},
		{"en", "louse lice", true},
		{"en", "briefed briefing brief", true},
		{"es", "juez jueces", true},
		{"es", "luz luces", true},
		{"es", "índice índices", true},
		{"es", "casa caza", false},
		{"de", "café cafe cafés", true},
		{"pl", "łukasz lukasz", true},
		{"da", "øl ol", true},
		{"hr", "Đuro đuro", true},
		{"en", "7,250.50 7.250,50 7250.50 7250,50", true},
		{"en", "12,500 12.500 12'500 12500", true},
		{"en", "2,5 2.5", true},
		{"en", "1.10 1.1", false},
		{"en", "31.03.2026 31032026", false},
	} {
		terms := map[string]bool{}
		for w := range strings.FieldsSeq(c.words) {
			terms[strings.Join(termsOf(t, c.language, w), " ")] = true
		}
		if same := len(terms) == 1; same != c.same {
			t.Errorf("%s: %s become %v", c.language, c.words, terms)
		}
	}
}

// termsOf returns what the analyzer of a language makes of s.
func termsOf(t *testing.T, language, s string) []string {
	t.Helper()
	a, err := Named(For(language))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, token := range a.Analyze([]byte(s)) {
		if token.Start < 0 || token.End > len(s) || token.Start >= token.End {
			t.Fatalf("%q: a word at %d to %d", s, token.Start, token.End)
		}
		out = append(out, string(token.Term))
	}
	return out
}

// TestUnspaced cuts scripts without blanks into pairs of letters with their marks, in a
// text of any language.
func TestUnspaced(t *testing.T) {
	for s, want := range map[string]string{
		"":             "",
		"ก":            "ก",
		"กข":           "กข",
		"กขค":          "กข ขค",
		"\u0e48":       "\u0e48", // a mark alone
		"ສະໂມສອນ":      "ສະ ະໂ ໂມ ມສ ສອ ອນ",
		"say กขค now":  "say กข ขค now",
		"កក្កដា":       "កក្ ក្ក កដា",
		"\xffกข\xff x": "กข x",
	} {
		if got := strings.Join(termsOf(t, "xx", s), " "); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
