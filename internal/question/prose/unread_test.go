package prose

import (
	"testing"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
)

// TestUnread has what is in no other language first: single words, names, codes, jargon and
// misspelt English.
func TestUnread(t *testing.T) {
	for message, want := range map[string]string{
		"":                               "read",
		"kuota":                          "read",
		"Müller":                         "read",
		"ben kerr":                       "read",
		"Ana Maria Kowalczyk":            "read",
		"kubectl apply ingress":          "read",
		"kubelet nodeport configmap":     "read",
		"asdf jkl qwer":                  "read",
		"ISO 9001 QX-7":                  "read",
		"wich articel is abuot teh dogs": "read",
		"wehn do memebrs hvae to pya":    "read",
		"whta hte comitee decieds":       "read",
		"café du parc opening times":     "read",
		"who feeds the penguins":         "read",
		"cuántos balones interceptó el portero": "read",
		"qué químico logró oxígeno":             "read",
		"perros en el patio":                    "read",
		"Mennyi a tagdíj?":                      "hu",
		"Hogyan lehet csatlakozni a klubhoz?":   "hu",
		"mikor kell fizetni":                    "hu",
		"Je, ninaweza kujiunga na klabu?":       "sw",
		"Miten voin liittyä tähän kerhoon?":     "fi",
		"Kulübe nasıl üye olabilirim?":          "tr",
		"Jak se mohu stát členem klubu?":        "cs",
		"Koľko stojí členstvo?":                 "sk",
		"Berapa biaya keanggotaan?":             "id",
		"Hur blir jag medlem?":                  "sv",
		"Có được mang chó không?":               "vi",
		"Magkano ang bayad?":                    "tl",
		"Hvernig gerðist þú félagi?":            "", // by its letters
	} {
		c := Count(phrase.Words(grammar.Scan(message)), []string{"en", "es"}, func(string) bool { return false })
		got := "read"
		if c.Unread() {
			got = c.Language
		}
		if got != want {
			t.Errorf("%q: %q, want %q: %+v", message, got, want, c)
		}
	}
}
