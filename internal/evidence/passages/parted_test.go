package passages

import (
	"strings"
	"testing"

	"pincite/internal/library/librarytest"
)

// TestParted: a word that only its parts are known of is read as these.
func TestParted(t *testing.T) {
	const satzung = `# Satzung

Die Aufnahme erfolgt auf schriftlichen Antrag. Die Kündigung wahrt eine Frist von drei
Monaten. Die Beitragsordnung regelt den Beitrag. Über jede Ordnung wacht der Vorstand.
Der Beruf ist anzugeben. Das Licht ist zu löschen.
`
	c, err := New(t.Context(), Options{Document: librarytest.Document(t, "satzung.md", satzung)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if got := c.Own().Language; got != "de" {
		t.Fatalf("language %q", got)
	}
	for in, want := range map[string]string{
		"":                         "",
		"?!":                       "?!",
		"Wetterfrosch":             "Wetterfrosch",    // nothing of it is known
		"Antragsflut":              "Antragsflut",     // one part is not
		"Beitragsordnung":          "Beitragsordnung", // it is known as a whole
		"Wer prüft den Fristantr?": "Wer prüft den Fristantr?",
		"Mein Aufnahmeantrag, und": "Mein Aufnahme antrag, und",
		"beruflich":                "beruflich", // what looks like "Licht" is no part
		"Berufslicht":              "Berufs licht",
		"Kündigungsfrist":          "Kündigungs frist", // with what joins them
	} {
		if got := c.Own().Parted(in); got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
	long := strings.Repeat("Antrags", 9) + "frist " + strings.Repeat("Wetterfrosch ", maxParted) + "Aufnahmeantrag"
	if got := c.Own().Parted(long); got != long {
		t.Errorf("beyond its bounds a message is read as %q", got)
	}
	if got := open(t).Own().Parted("party committee"); got != "party committee" {
		t.Errorf("an English question is read as %q", got)
	}
}
