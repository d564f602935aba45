package layout

import (
	"testing"

	"pincite/internal/importer/pdf/typeset"
)

// TestJoin joins the halves of words as the rest of the text writes them.
func TestJoin(t *testing.T) {
	var lines []typeset.Line
	for _, s := range []string{"La demi-pension et les demi-finales.", "Les journées sont longues, au cours de la sélection.", "Une auto-école, une demi-", "Il porte un re-portage, un porte-manteau, un portefeuille et la feuille."} {
		lines = append(lines, typeset.Line{Text: s})
	}
	j := newJoiner(lines)
	for _, c := range []struct{ a, b, want string }{
		{"", "", " "},
		{"-", "journées", "- journées"},
		{"trois sé-", "lection", "trois sélection"},
		{"trois jour-", "nées", "trois journées"},
		{"deux demi-", "journées", "deux demi-journées"},
		{"la demi-", "pension", "la demi-pension"},
		{"un porte-", "feuille", "un portefeuille"},
		{"un demi-", "tour", "un demitour"},
		{"Paris-", "Lyon", "Paris-Lyon"},
		{"il re-", "porte", "il reporte"},
	} {
		if got := j.join(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %q, want %q", c.a, c.b, got, c.want)
		}
	}
}
