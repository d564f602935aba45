package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/verify/between"
)

// maxRoman is the length of the longest number of a point in small letters: "viii".
const maxRoman = 4

// IsDesignation reports whether a word may be the number or letter of a point: "3",
// "a", "iv".
func IsDesignation(word string) bool {
	if IsNumber(word) || utf8.RuneCountInString(word) == 1 && isLetter(word) {
		return true
	}
	return len(word) <= maxRoman && strings.Trim(Form(word), "ivx") == ""
}

// EndsLabel reports whether a gap ends the number of a point: "a)", "3.", "一、".
func EndsLabel(gap string) bool { return strings.ContainsAny(between.Of(gap).Marks, ".)、") }

// IsCapitalised reports whether a word begins with a capital.
func IsCapitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// SameBefore reports whether two gaps before the label of a point are the same but for its
// brackets.
func SameBefore(v, w string) bool { return sameWithout("()[]【】", v, w) }

// SameBehind is SameBefore for the gaps after a label, and the marks that end it.
func SameBehind(v, w string) bool { return sameWithout("()[]【】.、", v, w) }

func sameWithout(marks, v, w string) bool {
	return strings.Trim(between.Of(v).Marks, marks) == strings.Trim(between.Of(w).Marks, marks)
}
