package word_test

import (
	"testing"

	"pincite/internal/verify/word"
)

// TestSigned shows which numbers have a minus: the last one of each text.
func TestSigned(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		// Of a list, a range, a name, a rule.
		{"a list\n-4", false},
		{"a list\n  -4", false},
		{"- 4", false},
		{"1990-2000", false},
		{"5 -10", false},
		{"5 - 10", false},
		{"Annex A-5", false},
		{"10%-20", false},
		{"--5", false},
		{"3天-5", false},
		{"10-$", false},
		{"a list\n-$4", false},
		{"Anti-US$", false},
		{"see - 4", false},
		{"so –\u00a04", false},
		{"10厘米-20", false},
		// Of a number.
		{"-4", true},
		{"  −4", true},
		{"from -5", true},
		{"(-5", true},
		{"“-5", true},
		{"\"–5", true},
		{"x=-5", true},
		{"≥−5", true},
		{"$-5", true},
		{"温度为-5", true},
		{"| 15 | -5", true},
		{"15\t-5", true},
		{"-3 to -5", true},
		{"1; -5", true},
		{"1,-5", true},
		{"a list\n−4", true},
		{"from -.5", true},
		{"at -\u00a05", true},
		{"at − 5", true},
		{"at ~5", true},
	} {
		last := ""
		for w, ok := word.Next(tt.text, 0); ok; w, ok = word.Next(tt.text, w.End) {
			last = tt.text[w.Start:w.End]
		}
		if got := word.IsSigned(last); got != tt.want {
			t.Errorf("%q: %t", tt.text, got)
		}
	}
}

// TestSameSign: a range or a minus is none without its dash, of whatever kind.
func TestSameSign(t *testing.T) {
	p := func(before, gap, w string) word.Place {
		return word.Place{Lead: before, Before: before, Gap: gap, Word: w}
	}
	for _, tt := range []struct {
		a, b word.Place
		want bool
	}{
		{p("5", "-", "10"), p("5", " ", "10"), false},
		{p("5", " – ", "10"), p("5", " ", "10"), false},
		{p("5", "~", "10"), p("5", " ", "10"), false},
		{p("at", " ", "-5"), p("at", " ", "5"), false},
		{p("年", "-", "2024"), p("年", "", "2024"), false},
		{p("%", "–", "20"), p("%", " ", "20"), false},
		{p("5", "-", "10"), p("5", "–", "10"), true},
		{p("5", " -", "10"), p("5", "—", "10"), true},
		{p("5", "\n-", "10"), p("5", " ", "10"), true},
		{p("", "\n-", "10"), p("", " ", "-10"), true},
		{p("Covid", "-", "19"), p("Covid", " ", "19"), true},
		{p("twenty", "-", "one"), p("twenty", " ", "one"), true},
		{p("at", " ", "−5"), p("at", " ", "-5"), true},
	} {
		if got := word.SameSign(tt.a, tt.b); got != tt.want {
			t.Errorf("%q, %q: %t", tt.a, tt.b, got)
		}
		if got := word.SameSign(tt.b, tt.a); got != tt.want {
			t.Errorf("%q, %q: %t", tt.b, tt.a, got)
		}
	}
}

// TestSamePrime: minutes are no seconds; what closes a quotation is neither.
func TestSamePrime(t *testing.T) {
	for _, tt := range []struct {
		text, doc string
		want      bool
	}{
		{"6'", "6\"", false},
		{"6", "6\"", false},
		{"6″", "6", false},
		{"a pipe of 6’", "a pipe of 6″", false},
		{"6\"", "6″", true},
		{"6'", "6′", true},
		{"room 6", "“room 6”", true},
		{"room 6”", "“room 6”", true},
		{"'room 6'", "\"room 6\"", true},
		{"'room 6'", "room 6", true},
		{"the dogs' 6", "the dogs' 6'", false},
		{"\xff6\"", "room 6", false}, // a byte that is no character
	} {
		i, j := end(tt.text), end(tt.doc)
		if got := word.SamePrime(tt.text, i, tt.doc, j); got != tt.want {
			t.Errorf("%q, %q: %t", tt.text, tt.doc, got)
		}
	}
}

// end returns the end of the last word of s.
func end(s string) int {
	n := 0
	for w, ok := word.Next(s, 0); ok; w, ok = word.Next(s, w.End) {
		n = w.End
	}
	return n
}
