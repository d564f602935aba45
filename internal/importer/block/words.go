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
	"-", "⁻", "−", "⁻", "+", "⁺")

// Superscript returns s with its digits and signs raised, for powers and units: "10"
// and a raised "6" are not 106.
func Superscript(s string) string { return superscript.Replace(s) }
