package layout

import (
	"strings"
	"testing"

	"pincite/internal/importer/pdf/typeset"
)

// TestHung reads numbers that stand beside several lines at half their height.
func TestHung(t *testing.T) {
	const ferry, fare = "When does the first ferry leave", "Who pays no fare at all on it"
	for _, c := range []struct {
		name string
		page *sheetOf
		want []string
	}{
		{"none above", new(sheetOf).text(70, 100, "2").text(100, 107, ferry, fare), []string{"paragraph p1: 2", "paragraph p1: " + ferry + " " + fare}},
		{"none below", new(sheetOf).text(100, 100, ferry).text(70, 107, "2").text(60, 140, full), []string{"paragraph p1: " + ferry, "paragraph p1: 2", "paragraph p1: " + full}},
		{"not at half the height", new(sheetOf).text(100, 100, ferry, fare, ferry).text(70, 107, "2").text(60, 160, full), []string{"paragraph p1: " + ferry, "paragraph p1: 2", "paragraph p1: " + fare, "paragraph p1: " + ferry, "paragraph p1: " + full}},
		{"in a table", new(sheetOf).text(100, 100, ferry, fare).text(70, 107, "1").text(70, 128, "2").text(100, 128, ferry).text(70, 142, "3").text(100, 142, fare),
			[]string{"paragraph p1: " + ferry, "paragraph p1: 1", "paragraph p1: " + fare, "paragraph p1: 2 " + ferry, "paragraph p1: 3 " + fare}},
		{"two lines", new(sheetOf).text(60, 80, "1").text(100, 80, fare).text(50, 110, full).text(100, 140, ferry, fare).text(60, 147, "2").text(50, 180, full),
			[]string{"paragraph p1: 1 " + fare, "paragraph p1: " + full, "paragraph p1: 2 " + ferry + " " + fare, "paragraph p1: " + full}},
		{"four lines", new(sheetOf).text(100, 140, ferry, fare, ferry, fare).text(60, 161, "3").text(50, 210, full),
			[]string{"paragraph p1: 3 " + ferry + " " + fare + " " + ferry + " " + fare, "paragraph p1: " + full}},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, dump(t, nil, c.page), c.want...) })
	}
}

// TestSecondNumbers has a Chinese sign under the number that it has for compatibility alone.
func TestSecondNumbers(t *testing.T) {
	frags := typeset.Fragments(new(sheetOf).text(70, 100, "附\uf93f二").Chars)
	if len(frags) != 1 || frags[0].Text != "附錄二" {
		t.Errorf("%+v", frags)
	}
}

// TestNumberAndParagraph has a number and that of its first paragraph beside the text: no
// table.
func TestNumberAndParagraph(t *testing.T) {
	s := new(sheetOf).text(70, 80, full)
	for i, mark := range []string{"2.(1)", "(2)", "(3)"} {
		s.text(90, 120+28*float64(i), mark).text(140, 120+28*float64(i), words(6), "by day.")
	}
	if got := dump(t, nil, s); strings.Contains(got, "row") || !strings.Contains(got, "paragraph p1: 2.(1) ") {
		t.Errorf("got\n%s", got)
	}
}
