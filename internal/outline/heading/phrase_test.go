package heading

import "testing"

func TestPhrase(t *testing.T) {
	for _, tt := range []struct{ line, kind, words string }{
		{"", "", ""},
		{"12", "", ""},
		{"byelaw 3.", "", ""},
		{"Article 3. Boats", "", ""},
		{"As was said in the Article 9, this", "", ""},
		{"Provisional Article 9 of the Act", "", ""},
		{"Byelaw 3 was repealed.", "", ""},
		{"Byelaw 3(1).", "", ""},
		{"Mr. Brown 3. came", "", ""},
		{"Room12: Boats", "", ""},
		{"Byelaw 3. Boats", "byelaw", "Byelaw"},
		{"Byelaw 3A", "byelaw", "Byelaw"},
		{"STANDING ORDER 12: Quorum", "standing-order", "STANDING ORDER"},
		{"GEÇİCİ MADDE 1 – (1) Çeşmeler", "gecici-madde", "GEÇİCİ MADDE"},
		{"Урок 4. Глаголы", "урок", "Урок"},
	} {
		m, ok := Phrase(tt.line)
		if ok != (tt.kind != "") || ok && (m.Kind != tt.kind || m.Words() != tt.words) {
			t.Errorf("Phrase(%q) = %q, %q, %v", tt.line, m.Kind, m.Words(), ok)
		}
	}
}
