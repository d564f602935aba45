package analyzer

import (
	"strings"
	"testing"
)

// TestVerbs holds that what a verb says is done and what people ask may be done is one term,
// and that other words are others.
func TestVerbs(t *testing.T) {
	for _, c := range []struct {
		language, words string
		same            bool
	}{
		{"de", "verein verleihen", false},
		{"de", "bedienen bedient bediente bedienten", true},
		{"de", "verwalten verwaltet verwaltete", true},
		{"de", "haften haftet", true},
		{"de", "fahren fährt", true},
		{"de", "reinigen reinigt gereinigt", true},
		{"de", "versichern versichert", true},
		{"de", "bericht berichte berichten berichtet berichts", true}, // a noun in all its forms
		{"de", "monat monate monaten monats", true},
		{"de", "beschließen beschlossen beschlossene beschließt", true},
		{"de", "bestehen bestanden besteht", true},
		{"de", "übernehmen übernommen übernommenen", true},
		{"de", "genehmigen genehmigt genehmigte", true},
		{"de", "gehören gehört angehören", false},
		{"de", "angehören angehört", true},
		{"nl", "maand man", false},
		{"nl", "lid li", false},
		{"nl", "bedienen bedient bediend", true},
		{"nl", "betalen betaalt betaald", true},
		{"nl", "verhuren verhuurt verhuurd", true},
		{"nl", "stemmen stemt", true},
		{"nl", "gebied gebieden", true},
		{"sv", "kort kor", false},
		{"sv", "betala betalar betalt", true},
		{"sv", "städa städar städat", true},
		{"da", "betale betaler betalt", true},
		{"no", "åpne åpner åpnet", true},
		{"fr", "vent v", false},
		{"fr", "agent ag", false},
		{"fr", "utiliser utilise utilisent", true},
		{"fr", "président présidents présidente", true},
		{"pl", "bywać być", false},
		{"pl", "obsługiwać obsługuje obsługują", true},
		{"pl", "oczekiwać oczekuje oczekiwanie", true},
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
