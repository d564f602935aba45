package counter

import "testing"

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		style string
		n     int
		want  string
	}{
		{"a", 0, "0"}, {"a", -3, "-3"}, {"i", 0, "0"}, {"I", 4000, "4000"}, {"", 12, "12"}, {"1", 3, "3"}, {"?", 1, "1"},
		{"a", 1, "a"}, {"a", 26, "z"}, {"a", 27, "aa"}, {"A", 52, "AZ"}, {"A", 703, "AAA"},
		{"i", 4, "iv"}, {"I", 1994, "MCMXCIV"}, {"I", 3999, "MMMCMXCIX"},
	} {
		if got := Format(c.style, c.n); got != c.want {
			t.Errorf("%d in %q: %s, want %s", c.n, c.style, got, c.want)
		}
	}
}

func TestMark(t *testing.T) {
	for s, want := range map[string]bool{
		"": false, "Fee": false, "2019": false, "(a": false, "(see above)": false,
		"(a)": true, "(12).": true, "[1]": true, "1.": true, "4.2.1.": true, "ii)": true, "—": true, "•": true, "б)": true,
	} {
		if got := Mark(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestNumbered(t *testing.T) {
	for _, c := range []struct {
		text, label string
		want        bool
	}{
		{"", "1.", false}, {"Text", "1.", false}, {"3 days", "3.", false}, {"(see above) x", "1.", false}, {"e.g. x", "1.", false},
		{"1. x", "1.", true}, {"(a) x", "1.", true}, {"A) x", "a.", true}, {"[2] x", "2.", true},
	} {
		if got := Numbered(c.text, c.label); got != c.want {
			t.Errorf("%q at %s: %v", c.text, c.label, got)
		}
	}
}
