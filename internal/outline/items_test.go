package outline

import (
	"testing"

	"pincite/internal/importer/block"
)

// TestCallItems has a list of two points below each heading, and what the second is called.
func TestCallItems(t *testing.T) {
	for _, c := range []struct{ title, heading, text, want string }{
		{"Club", "COMMITTEES", "Nobody is paid.", "Item 2"}, // that is what they are about
		{"Club business", "BUSINESS", "Nobody is paid.", "Item 2"},
		{"Constitution", "BY-LAWS", "Nobody is paid.", "Item 2"}, // nothing else says so
		{"Constitution", "ABOUT BY-LAWS", "As by-law 2 says, nobody is paid.", "Item 2"},
		{"Constitution", "THE 3 PLEDGES OF THE CLUB", "Nobody is paid.", "Item 2"}, // there are two
		{"Constitution", "THE II PLEDGES", "Nobody is paid.", "Item 2"},
		{"Constitution", "THE TWO", "Nobody is paid.", "Item 2"},
		{"Estatuto", "LAS DOS FASES", "Nadie cobra, y la caja está cerrada. El presidente tiene la llave.", "Punto 2"},
		{"Constitution", "THE TWO SOLEMN PLEDGES OF THE CLUB", "Nobody is paid.", "Pledge 2"},
		{"Constitution", "OUR 2 PLEDGES", "Nobody is paid.", "Pledge 2"},
		{"Estatuto", "LOS DOS PASOS DEL ENCENDIDO", "Nadie cobra, y la caja está cerrada. El presidente tiene la llave.", "Paso 2"},
		{"Constitution and By-laws", "BY-LAWS", "Nobody is paid.", "By-law 2"},
		{"Constitution and Bylaws", "BYE-LAWS", "Nobody is paid.", "Item 2"},
		{"Constitution and Bylaws", "BYELAWS", "Nobody is paid.", "Byelaw 2"},
		{"Constitution", "BY-LAWS", "As by-law 2 says, nobody is paid.", "By-law 2"},
		{"Constitution", "HOUSE RULES", "Nobody is paid.", "Rule 2"},
		{"Satzung", "REGELN", "Niemand wird bezahlt, und die Kasse ist zu. Das ist die Regel.", "Regel 2"},
		{"Estatuto", "NORMAS", "Nadie cobra, y la caja está cerrada. El presidente tiene la llave, según la norma 2.", "Norma 2"},
	} {
		source := c.title + "\n\n1. ONE\n\n1.1 " + c.text + "\n\n1.2 " + c.text + "\n\n2. TWO\n\n2.1 " + c.text + "\n\n2.2 " + c.text +
			"\n\n" + c.heading + "\n\n1. " + c.text + "\n\n2. " + c.text + "\n\nOTHER THINGS\n\n1. " + c.text + "\n\n2. " + c.text + "\n"
		d := build(t, &block.Source{Text: source}, Hints{})
		got, under := "", -1
		for i, s := range d.Sections {
			if d.Heading(i) == c.heading {
				under = i
			}
			if s.Parent == under && under >= 0 {
				got = s.Label
			}
		}
		if got != c.want {
			t.Errorf("%s, %s: the last is %q, want %q", c.title, c.heading, got, c.want)
		}
	}
}
