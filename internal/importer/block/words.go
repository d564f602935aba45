package block

import (
	"regexp"
	"strings"
)

// day is a date as files state it, with or without a time.
var day = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)(?:$|[T ])`)

// Day returns the day of a date that a file states, in ISO 8601; "" for what is no
// date in that form. A year alone is not a day.
func Day(s string) string {
	if m := day.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

var superscript = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹",
	"-", "⁻", "−", "⁻", "+", "⁺", "i", "ⁱ", "j", "ʲ", "k", "ᵏ", "m", "ᵐ", "n", "ⁿ", "p", "ᵖ", "x", "ˣ", "y", "ʸ", "z", "ᶻ")

// exponent holds what [Superscript] raises: the letters are those of variables, and not of
// the endings of ordinals.
const exponent = "0123456789-−+ijkmnpxyz"

// IsExponent reports whether a superscript is a power as of a number, which is no word: "6",
// "n", "n+1", and not "st".
func IsExponent(s string) bool { return s != "" && strings.Trim(s, exponent) == "" }

// Superscript returns s with its digits, signs and variables raised, for powers and units:
// "10" and a raised "6" are not 106, nor are "2" and a raised "n" 2n.
func Superscript(s string) string { return superscript.Replace(s) }

// ToFill reports words with a blank that a form leaves for a name or a date.
func ToFill(s string) bool { return strings.Contains(s, "____") }
