package heading

import "testing"

func TestQualified(t *testing.T) {
	for _, tt := range []struct{ line, kind, words string }{
		{"", "", ""},
		{"Article", "", ""},
		{"Article I", "", ""},
		{"Article 3. Boats", "", ""},
		{"Article 3 of the Act", "", ""},
		{"Boats 3 old.", "", ""},
		{"Section 2 (old", "", ""},
		{"Section 2 bis. Oars", "", ""},
		{"Part 1 Chapter. Oars", "", ""},
		{"Article 3 of. The Act", "", ""},
		{"Section 2 Fees", "", ""}, // a title
		{"Artículo 1 Transitorio.- Los botes", "articulo-transitorio", "Artículo Transitorio"},
		{"Artículo\u00a01\u00a0transitorio.- Los botes", "articulo-transitorio", "Artículo transitorio"},
		{"Artículo segundo transitorio. Los remos", "articulo-transitorio", "Artículo transitorio"},
		{"Section 2 (transitional). Oars", "section-transitional", "Section transitional"},
		{"Chapter II (old)", "chapter-old", "Chapter old"},
	} {
		m, ok := Qualified(tt.line)
		if ok != (tt.kind != "") || ok && (m.Kind != tt.kind || m.Words() != tt.words) {
			t.Errorf("Qualified(%q) = %q, %q, %v", tt.line, m.Kind, m.Words(), ok)
		}
	}
}
