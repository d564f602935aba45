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
	l, err := Open(t.Context(), Source{FS: sourcetest.FS("elmford.md", elmford, "larkton.md", larkton, "dog-excise.md", notes), Name: "."})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
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
	if got := place(ask(t, l, Ask{Message: "what is the fine for a loose dog in Larkton?"})); got != "larkton section-1" {
		t.Errorf("the fine: %s", got)
	}
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
