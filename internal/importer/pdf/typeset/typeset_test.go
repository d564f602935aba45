package typeset

import (
	"math"
	"testing"
)

// row places signs from x at height y, five points each.
func row(x, y float64, text string) []Char {
	var out []Char
	for _, r := range text {
		out = append(out, Char{Rune: r, X0: x, X1: x + 5, X: x, Base: y, Size: 10})
		x += 5
	}
	return out
}

func TestFragments(t *testing.T) {
	nan := row(0, 0, "x")
	nan[0].Base = math.NaN()
	raised := append(row(0, 20, "metre"), Char{Rune: '2', X0: 25, X1: 28, Base: 16, Size: 6})
	for _, c := range []struct {
		name  string
		chars []Char
		want  []string
	}{
		{"nothing", nil, nil},
		{"nowhere", nan, nil},
		{"spaces alone", row(0, 0, "  "), nil},
		{"words", row(0, 0, "two words"), []string{"two words"}},
		{"a wide gap", append(row(0, 0, "left"), row(40, 0, "right")...), []string{"left", "right"}},
		{"another line", append(row(0, 0, "one"), row(15, 12, "two")...), []string{"one", "two"}},
		{"a raised figure", raised, []string{"metre²"}},
		{"an accent by itself", append(row(0, 0, "see"), row(20, 0, "¨")...), []string{"see¨"}},
		{"an accent of another line", append(row(0, 0, "name"), row(5, 12, "¨")...), []string{"name", "¨"}},
		{"an accent before its letter", append(row(0, 0, "m"), append(row(5.5, -1, "¨"), row(5, 0, "annlich")...)...), []string{"männlich"}},
		{"an accent behind the word", append(row(0, 0, "uber alles"), row(-0.5, 0, "¨")...), []string{"über alles"}},
		{"an accent over a letter without a dot", append(row(0, 0, "aquı"), row(15, 0, "´")...), []string{"aquí"}},
		{"new lines between signs of one", append(append(row(0, 0, "o"), row(1, 0, "\nk")...), append(row(11, 0, "\n"), row(14, 0, "so")...)...), []string{"ok so"}},
		{"a hyphen as PDFium marks it", row(0, 0, "hy\x02"), []string{"hy-"}},
	} {
		got := Fragments(c.chars)
		if len(got) != len(c.want) {
			t.Errorf("%s: %d fragments, want %q", c.name, len(got), c.want)
			continue
		}
		for i := range got {
			if got[i].Text != c.want[i] {
				t.Errorf("%s: %q, want %q", c.name, got[i].Text, c.want[i])
			}
		}
	}
}

func TestInOrder(t *testing.T) {
	var chars []Char
	for i := range 6 {
		y := 100 + 14*float64(i)
		chars = append(append(chars, row(0, y, "left left left left")...), row(130, y, "right right right rig")...)
	}
	frags := Fragments(append(chars, row(20, 60, "over both columns of the page")...))
	columns := ColumnsOf(frags)
	if columns == nil || columns.X < 95 || columns.X > 130 {
		t.Fatalf("columns %v", columns)
	}
	got := columns.InOrder(frags, 1)
	if len(got) != 13 || got[0].Text[:4] != "over" || got[6].Text[:4] != "left" || got[7].Text[:5] != "right" {
		t.Errorf("%d lines, first %q", len(got), got[0].Text)
	}
	if ColumnsOf(Fragments(chars[:40])) != nil {
		t.Error("columns of two lines")
	}
}

// drawn places signs from left to right as they are seen, each half as wide as it is high; a
// bar is a gap that no space of the file fills.
func drawn(seen string) []Char {
	var out []Char
	x := 100.0
	for _, r := range seen {
		if r == '|' {
			x += 4
			continue
		}
		out = append(out, Char{Rune: r, X0: x, X1: x + 5, X: x, Size: 10, Font: "Serif"})
		x += 5.5
	}
	return out
}

// TestRightToLeft reads what is seen from left to right on a page.
func TestRightToLeft(t *testing.T) {
	for _, c := range []struct{ name, seen, want string }{
		{"letters", "דגב א", "א בגד"},
		{"brackets as they are drawn", ".וה (דג) בא", "אב (גד) הו."},
		{"brackets as they are meant", ".וה )דג( בא", "אב (גד) הו."},
		{"quotation marks", "וה «דג» בא", "אב «גד» הו"},
		{"a bracket that ends elsewhere", "דג) בא", "אב (גד"},
		{"a range", "דג 978-3-16 בא", "אב 978-3-16 גד"},
		{"thousands", "דג 15,500 בא", "אב 15,500 גד"},
		{"Persian thousands", "هو ۱۵٬۵۰۰ گو", "وگ ۱۵٬۵۰۰ وه"},
		{"a number behind a letter", "דג 120-ב", "ב-120 גד"},
		{"a standard", "דג ISO 9001 בא", "אב ISO 9001 גד"},
		{"a unit", "דג GB 5 בא", "אב 5 GB גד"},
		{"a gap is a space", "דג|בא", "אב גד"},
		{"a sign above a letter", "\u064b|الو", "ولا\u064b"},
		{"in a number it is none", "גד 1|0 בא", "אב 10 דג"},
	} {
		got := Fragments(drawn(c.seen))
		if len(got) != 1 || got[0].Text != c.want {
			t.Errorf("%s: %+v, want %q", c.name, got, c.want)
		}
	}
}

// TestMadeUpSpaces has spaces without a width, as readers of files make up where signs do
// not follow one another: that between two words of which the letters come from left to
// right, and one beside a bracket where there is none.
func TestMadeUpSpaces(t *testing.T) {
	signs := drawn("הדג|בא")
	words := append(append([]Char{}, signs[3:]...), Char{Rune: ' ', X0: 110, X1: 110, Size: 1})
	words = append(words, signs[:3]...)
	if got := Fragments(words); len(got) != 1 || got[0].Text != "אב גדה" {
		t.Errorf("two words: %+v", got)
	}
	signs = drawn("(דג) בא")
	signs = append(signs[:4:4], append([]Char{{Rune: ' ', X0: signs[3].X0, X1: signs[3].X0, Size: 1}}, signs[4:]...)...)
	if got := Fragments(signs); len(got) != 1 || got[0].Text != "אב (גד)" {
		t.Errorf("a bracket: %+v", got)
	}
}
