package counter

import (
	"strconv"
	"strings"

	"pincite/internal/text/numeral"
)

// Format returns n in the style that the type attribute of a list names: "a", "A",
// "i", "I", and digits for anything else and for what letters and Roman numerals
// cannot count.
func Format(style string, n int) string {
	switch style {
	case "a":
		return strings.ToLower(letters(n))
	case "A":
		return letters(n)
	case "i":
		return strings.ToLower(roman(n))
	case "I":
		return roman(n)
	}
	return strconv.Itoa(n)
}

// Style returns the style of [Format] that style sheets call by a name; that of digits for
// one that is not known.
func Style(name string) string {
	switch strings.ToLower(name) {
	case "lower-alpha", "lower-latin":
		return "a"
	case "upper-alpha", "upper-latin":
		return "A"
	case "lower-roman":
		return "i"
	case "upper-roman":
		return "I"
	}
	return "1"
}

// letters counts A, B … Z, AA, AB.
func letters(n int) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

func roman(n int) string {
	if s := numeral.ToRoman(n); s != "" {
		return s
	}
	return strconv.Itoa(n)
}
