package evidence_test

import (
	"testing"
	"testing/fstest"

	"pincite/internal/document"
	"pincite/internal/evidence"
	"pincite/internal/folder"
)

// collect returns a text in Markdown as a document, and what finds evidence in it.
func collect(t *testing.T, text string) (*document.Document, *evidence.Collection) {
	t.Helper()
	b, err := folder.Load(fstest.MapFS{"rules.md": {Data: []byte(text)}}, "rules.md")
	if err != nil {
		t.Fatal(err)
	}
	c, err := evidence.New(t.Context(), evidence.Options{Document: b.Document, Params: evidence.DefaultParams()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return b.Document, c
}

// found returns how a question is looked for, and the sections that speak for it.
func found(t *testing.T, c *evidence.Collection, question, language string) (evidence.Plan, []evidence.Section) {
	t.Helper()
	p, err := c.Plan(question, language)
	if err != nil {
		t.Fatal(err)
	}
	p.Read(question, language)
	all, err := c.Find(t.Context(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p, all
}

// TestEitherSpelling: a section is found by an initialism and by its words alike, and none
// leads for being written in the one that was asked.
func TestEitherSpelling(t *testing.T) {
	d, c := collect(t, `# Rowing Club

## 1 Members

Members pay 40 pounds by June.

## 2 Annual General Meeting

The Annual General Meeting is held on the second Saturday of March. The Annual General Meeting elects the committee.

## 3 Committee

The committee reports to the Annual General Meeting on its work.

## 4 Bonfires

Bonfires are held after the AGM of the year and at no other time.

## 5 Quorum

Twenty members are a quorum of the AGM.
`)
	for _, test := range []struct{ asked, want string }{
		{"what is paid by June?", "section-1"},
		{"when is the AGM held?", "section-2"},
		{"when is the annual general meeting held?", "section-2"},
		{"what is reported to the AGM on its work?", "section-3"},
		{"are bonfires held after the annual general meeting?", "section-4"},
		{"what is the quorum of the annual general meeting?", "section-5"},
		{"what is the quorum of the AGM?", "section-5"},
	} {
		p, all := found(t, c, test.asked, "en")
		if got := d.Sections[all[0].Index].ID; got != test.want {
			t.Errorf("%q finds %s first, want %s", test.asked, got, test.want)
		}
		if f := c.Features(p, all, all[0].Best(), "en"); f.Text < 0.9 {
			t.Errorf("%q: the sentence meets %.2f of it", test.asked, f.Text)
		}
	}
}

// TestDone: what a rule says is done is found by who asks whether one may do it, in languages
// whose stemmers keep the two apart.
func TestDone(t *testing.T) {
	for language, test := range map[string]struct {
		rules string
		asked []string
	}{
		"de": {"# Hofordnung\n\n## 1 Kran\n\nDen Kran bedient nur, wer geschult ist.\n\n## 2 Halle\n\nDie Halle verwaltet der Vorstand. Er schließt sie am Abend.\n",
			[]string{"wer darf den krahn bedienen", "Wer soll die Halle verwalten?"}},
		"nl": {"# Huisregels\n\n## 1 Kraan\n\nDe kraan bedient alleen wie geschoold is.\n\n## 2 Zaal\n\nDe penningmeester verhuurt de zaal aan leden en betaalt het licht.\n",
			[]string{"wie mag de kraan bedienen?", "wie mag de zaal verhuren?"}},
		"fr": {"# Règlement du port\n\n## 1 Grue\n\nSeuls les membres formés utilisent la grue.\n\n## 2 Salle\n\nLes gardiens du port gardent la barque et conservent la clé de la salle.\n",
			[]string{"qui peut utiliser la grue ?", "qui doit conserver la clé de la sale ?"}},
		"sv": {"# Ordningsregler\n\n## 1 Golv\n\nGolvet ska vara städat av den som sist gick hem.\n\n## 2 Avgift\n\nAvgiften ska vara betalt av medlemmarna före maj.\n",
			[]string{"vem ska städa golvet?", "vem ska betala avgiften?"}},
		"pl": {"# Regulamin przystani\n\n## 1 Dźwig\n\nDźwig obsługuje tylko osoba przeszkolona.\n\n## 2 Sala\n\nCzłonkowie oczekują na klucz do sali przed wejściem.\n",
			[]string{"kto może obsługiwać dźwig?", "gdzie trzeba oczekiwać na klucz?"}},
	} {
		_, c := collect(t, test.rules)
		for _, asked := range test.asked {
			p, all := found(t, c, asked, language)
			if len(all) == 0 {
				t.Errorf("%s: nothing is found by %q", language, asked)
				continue
			}
			if f := c.Features(p, all, all[0].Best(), language); f.Text < 0.85 {
				t.Errorf("%s: the sentence that is found by %q meets %.2f of it: %v", language, asked, f.Text, p.Unmet(all[0].Met))
			}
		}
	}
}
