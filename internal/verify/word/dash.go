package word

import (
	"strings"

	"pincite/internal/text/numeral"
	"pincite/internal/verify/between"
)

// CountsDash reports whether a dash between two words is part of what they say, as it is
// between numbers: "12-26" is neither 1226 nor 12 26. Numbers in words are no such, which
// are written with hyphens or without: "twenty-one".
func CountsDash(a, b string) bool {
	return isNumeral(a) && isNumeral(b) || isRoman(a) && isRoman(b)
}

// isNumeral reports whether a word is a number in digits or in Chinese.
func isNumeral(word string) bool { return IsDigits(word) || IsAlone(word) && IsNumber(word) }

// isRoman reports whether a word is a Roman numeral of one letter or more, all in capitals or
// in small letters.
func isRoman(word string) bool {
	if !isASCII(word) || word != strings.ToUpper(word) && word != strings.ToLower(word) {
		return false
	}
	n, ok := numeral.Read([]string{Form(word)})
	return ok && n.Form == numeral.Roman
}

// SameDash reports whether the gaps before b and before d both have a dash, or neither, if
// one counts there.
func SameDash(a, gap, b, c, other, d string) bool {
	return (between.Of(gap).Dashes == "") == (between.Of(other).Dashes == "") || !CountsDash(a, b) && !CountsDash(c, d)
}

// Joint returns what two words with a gap between them are divided by: nothing for a hyphen,
// unless it counts, a blank and its marks for any other.
func Joint(a, gap, b string) string {
	g := between.Of(gap)
	switch {
	case g.Dashes != "" && CountsDash(a, b):
		return "-" + g.Marks
	case g.IsHyphen():
		return ""
	}
	return " " + g.Marks
}
