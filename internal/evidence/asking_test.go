package evidence_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"pincite/internal/evidence"
	"pincite/internal/folder"
)

// TestUnmet holds which words of a question a sentence is said to lack: none that only
// joins the others, also with an article or pronoun before it that has lost its vowel, and
// no part of a compound that the text writes as one word.
func TestUnmet(t *testing.T) {
	for _, c := range []struct {
		language, text, question string
		want                     []string
	}{
		{"fr", "La clé de la réserve est rendue au gardien.", "À qui rendre la clé de la réserve si on l'a égarée chez soi ?", []string{"égarée"}},
		{"fr", "Le ponton ferme après trois crues.", "Au bout de combien de crues le ponton ferme-t-il ?", nil},
		{"fr", "La clé est rendue au gardien.", "Bonjour, hier je n'ai toujours rien compris alors à qui rendre la clé ?", []string{"compris"}},
		{"de", "Die Leiter wird gehoben.", "Wird die Leiter überhaupt immer gehoben, oder vielleicht selbst gebaut?", []string{"gebaut"}},
		{"it", "La chiave sta in cucina.", "Buongiorno, vorremmo la chiave insieme a qualche lanterna, forse adesso sta in cucina?", []string{"lanterna"}},
		{"pt", "A bandeira do clube pode ser usada.", "O logo do clube pode ser usado?", []string{"logo"}},
		{"nl", "De steiger is in de avond open.", "Is de steiger in de morgen open?", []string{"morgen"}},
		{"pt", "A chave fica na cozinha.", "Gostaria da chave agora, talvez fica ainda na cozinha?", nil},
		{"en", "Members pay two haltermen for the crane.", "Who pays the halter-men for the crane?", nil},
		{"en", "The key is kept in the hall.", "I have 3 boats since 25.12, is the key there 24/7?", []string{"boats"}},
		{"en", "The key is kept in the hall.", "Was the key there in 1999?", []string{"1999"}},
		{"en", "Members pay two men for the crane.", "Who pays the halter-men for the crane?", []string{"halter"}},
	} {
		b, err := folder.Load(fstest.MapFS{"rules.md": {Data: []byte("# 1\n\n" + c.text + "\n")}}, "rules.md")
		if err != nil {
			t.Fatal(err)
		}
		coll, err := evidence.New(t.Context(), evidence.Options{Document: b.Document, Params: evidence.DefaultParams()})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { coll.Close() })
		p, err := coll.Plan(c.question, c.language)
		if err != nil {
			t.Fatal(err)
		}
		p.Read(c.question, c.language)
		found, err := coll.Find(t.Context(), p, nil)
		if err != nil || len(found) == 0 {
			t.Fatal(c.question, err, len(found))
		}
		if got := p.Unmet(found[0].Met); !slices.Equal(got, c.want) {
			t.Errorf("%s: lacks %q, want %q", c.question, got, c.want)
		}
	}
}

// TestMissing: the words that only ask are none that the document lacks.
func TestMissing(t *testing.T) {
	b, err := folder.Load(fstest.MapFS{"rules.md": {Data: []byte("# 1\n\nLa clé est rendue au gardien.\n")}}, "rules.md")
	if err != nil {
		t.Fatal(err)
	}
	coll, err := evidence.New(t.Context(), evidence.Options{Document: b.Document, Params: evidence.DefaultParams()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { coll.Close() })
	for question, want := range map[string][]string{
		"":                                  nil,
		"pour combien de temps ?":           nil,
		"combien de temps dure un bateau ?": {"bateau"},
	} {
		p, err := coll.Plan(question, "fr")
		if err != nil {
			t.Fatal(err)
		}
		p.Read(question, "fr")
		if got := p.Missing(); !slices.Equal(got, want) {
			t.Errorf("%q: missing %q, want %q", question, got, want)
		}
	}
}
