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
		{"de", "Markt Mark", false},
		{"de", "Jahrmarkt Jahrmärkte", true},
		{"de", "Goldmarkt Goldmark", false},
		{"de", "Nacht nach", false},
		{"de", "Sicht sich", false},
		{"de", "Schacht Schach", false},
		{"de", "Recht Rechen", false},
		{"de", "Geschäft Schaft", false},
		{"de", "Gericht richtet", false},
		{"de", "Geschlecht schlecht", false},
		{"de", "richten richtet", true},
		{"de", "Internet intern", false},
		{"de", "Planet Plan", false},
		{"de", "Ballett Ball", false},
		{"de", "Statut Statue", false},
		{"de", "Profit Profi", false},
		{"de", "Konsument Konsum", false},
		{"de", "Gebet geben", false},
		{"de", "Verwandte verwenden", false},
		{"de", "belegen belegt Beleg", true},
		{"de", "verlegen verlegt", true},
		{"de", "vergessen vergesse", true},
		{"de", "verhalten verhält", true},
		{"de", "öffnen öffnet geöffnet", true},
		{"de", "arbeiten arbeitet arbeitete Arbeit", true},
		{"de", "befreien befreit", true},
		{"de", "veröffentlichen veröffentlicht", true},
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
		{"nl", "plan plant", false},
		{"nl", "schade schat", false},
		{"nl", "toestand toestaan", false},
		{"nl", "lijst lijs", false},
		{"nl", "lid li", false},
		{"nl", "bedienen bedient bediend", true},
		{"nl", "betalen betaalt betaald", true},
		{"nl", "verhuren verhuurt verhuurd", true},
		{"nl", "stemmen stemt", true},
		{"nl", "gebied gebieden", true},
		{"sv", "kort kor", false},
		{"sv", "skatt skata", false},
		{"sv", "konsult konsul", false},
		{"sv", "svar svart", false},
		{"sv", "flytta flyta", false},
		{"da", "plante plan", false},
		{"no", "plante plan", false},
		{"sv", "betala betalar betalt", true},
		{"sv", "städa städar städat", true},
		{"da", "betale betaler betalt", true},
		{"no", "åpne åpner åpnet", true},
		{"fr", "vent v", false},
		{"fr", "présent près", false},
		{"fr", "violent viol", false},
		{"fr", "différent différé", false},
		{"fr", "présent présents présente", true},
		{"fr", "raconter racontent", true},
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
