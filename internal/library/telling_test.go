package library

import (
	"testing"

	"pincite/internal/answer"
	"pincite/internal/importer/sourcetest"
)

// TestTold asks two by-laws that have the same words by a part of their names.
func TestTold(t *testing.T) {
	const (
		elmford = "# BY-LAWS OF THE TOWN OF ELMFORD\n\n## Section 1\n\nThe fine for a loose dog is ten dollars.\n\n## Section 2\n\nThe clerk of Elmford keeps the seal.\n"
		larkton = "# BY-LAWS OF THE TOWN OF LARKTON\n\n## Section 1\n\nThe fine for a loose dog is five dollars.\n\n## Section 2\n\nDogs of Elmford are dogs.\n"
		notes   = "# Notes\n\n## Section 1\n\nOf dogs, by-laws speak.\n"
	)
	l := libraryOf(t, "elmford.md", elmford, "larkton.md", larkton, "dog-excise.md", notes)
	for message, want := range map[string]string{
		"":                                    "",
		"what do the by-laws say of towns?":   "", // in several names
		"is there an excise?":                 "dog-excise",
		"is there a dog excise?":              "dog-excise", // dogs are in the other texts, excises are not
		"the fine for a loose dog in Larkton": "larkton",
		"LARKTON: the fine for a loose dog":   "larkton",
		"the larks in Larkton's fields":       "larkton",
		"the clerk in Elmford":                "", // Larkton's text names it, too
		"the excise in Larkton":               "", // one of each
	} {
		e := l.current().told(message)
		if got := nameOf(e); got != want {
			t.Errorf("%q: %q, want %q", message, got, want)
		}
	}
	if a := ask(t, l, Ask{Message: "/find seal or Larkton"}); a.Kind != answer.KindList || len(a.Others) != 2 {
		t.Errorf("a list of a telling word and another: %s of %d documents", a.Kind, 1+len(a.Others))
	}
	if got := place(ask(t, l, Ask{Message: "what is the fine for a loose dog in Larkton?"})); got != "larkton section-1" {
		t.Errorf("the fine: %s", got)
	}
}

// TestNamedSections names a section that one of two documents has, beside a word that the
// name of one tells it by.
func TestNamedSections(t *testing.T) {
	const (
		handbook = "# Employee Handbook\n\n## Section 1. Hours\n\nThe office opens at nine. Meals are served at noon.\n\n## Section 2. Keys\n\nA lost key costs twenty crowns.\n"
		absence  = "# Absence Rules\n\n## Section 1. Days\n\nStaff get ten days.\n\n## Section 2. Notice\n\nIt is asked for in May.\n\n## Section 3. Dogs\n\nDogs stay at home.\n"
	)
	l := libraryOf(t, "absence.md", absence, "handbook.md", handbook)
	for message, want := range map[string]string{
		"section 3": "absence section-3",
		"what does section 3 say on the dogs of an employee?": "absence section-3",
		"what does section 3 of the handbook say?":            "none",
		"what does section 9 say on the dogs of an employee?": "none",
		"section 2 keys":                                        "handbook section-2",
		"section 2 notice":                                      "absence section-2",
		"what does section 1 say about meals?":                  "handbook section-1",
		"what does section 2 of the handbook say?":              "handbook section-2",
		"what does section 3 say on the costs of a lost thing?": "absence section-3",
	} {
		if got := place(ask(t, l, Ask{Message: message})); got != want {
			t.Errorf("%q: %s, want %s", message, got, want)
		}
	}
}

// TestLackedLevels has a document that has articles and one before it that lacks them.
func TestLackedLevels(t *testing.T) {
	l := libraryOf(t, "handbook.md", "# Handbook\n\n## Section 1. Hours\n\nThe office opens at nine.\n\n## Section 2. Keys\n\nA lost key costs ten.\n\n## Section 3. Dogs\n\nDogs stay at home.\n",
		"law.md", "# Lake Law\n\n## Article 1. Aim\n\nThis law is about the lake.\n\n## Article 2. Boats\n\nBoats carry a light.\n")
	for message, want := range map[string]string{
		"article 3":                              "none",
		"section 2":                              "handbook section-2",
		"article 2":                              "law article-2",
		"what does article 2 say about boats?":   "law article-2",
		"what does article 2 say about keys?":    "law article-2",
		"what does article 1 say about parking?": "law article-1",
	} {
		if got := place(ask(t, l, Ask{Message: message})); got != want {
			t.Errorf("%q: %s, want %s", message, got, want)
		}
	}
}

// TestTitlesOfLanguages has a title in another language than the text: its function words
// tell no document.
func TestTitlesOfLanguages(t *testing.T) {
	l := libraryOf(t, "yard/source.md", "# Rules of the Mill\n\n## Section 1. Days\n\nStaff get ten days.\n",
		"yard/document.yaml", "language: en\ntitles:\n  es: Reglas sobre el molino\n",
		"dogs.md", "# Reglamento de perros\n\n## Artículo 1. Multa\n\nLa multa por un perro suelto es de diez euros.\n\n## Artículo 2. Registro\n\nEl registro guarda la lista de perros.\n")
	for message, want := range map[string]string{
		"": "", "¿qué dice el artículo 1 sobre la multa?": "", "¿qué dice el molino?": "yard", "sobre el molino": "yard",
	} {
		if got := nameOf(l.current().told(message)); got != want {
			t.Errorf("%q: %q, want %q", message, got, want)
		}
	}
	if got := place(ask(t, l, Ask{Message: "¿qué dice el artículo 1 sobre la multa?"})); got != "dogs article-1" {
		t.Error(got)
	}
}

// libraryOf opens a library of such files.
func libraryOf(t *testing.T, files ...string) *Library {
	t.Helper()
	l, err := Open(t.Context(), Source{FS: sourcetest.FS(files...), Name: "."})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

func nameOf(e *entry) string {
	if e == nil {
		return ""
	}
	return e.doc.Name
}

// TestCapitals: a title in capitals shows no abbreviations.
func TestCapitals(t *testing.T) {
	for title, want := range map[string]int{"": 0, "GENERAL BY-LAWS": 0, "GDPR": 1, "GDPR 条例": 1, "The GDPR and You": 1} {
		if got, _ := abbreviations(title); len(got) != want {
			t.Errorf("%q: %q", title, got)
		}
	}
}

// TestDocumentsAsked: which documents there are is told where several are asked, and is a
// question like others where one is.
func TestDocumentsAsked(t *testing.T) {
	l := twoDocuments(t)
	for message, want := range map[string]answer.Reason{
		"which documents are filed?":    "",
		"which documents are there?":    answer.ReasonDocuments,
		"hello, what files do you have": answer.ReasonDocuments,
	} {
		if got := ask(t, l, Ask{Message: message}).Reason; (got == answer.ReasonDocuments) != (want != "") {
			t.Errorf("%s: %q", message, got)
		}
	}
	if got := ask(t, l, Ask{Message: "which documents are there?", Document: "lake"}).Reason; got == answer.ReasonDocuments {
		t.Error("of one document: told which there are")
	}
}
