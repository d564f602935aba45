package heading

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/text"
)

// maxNumber is the highest number of a heading; anything above is a year, a
// code or a sum of money.
const maxNumber = 1999

// arabic reads the digits at the start of s and returns how many bytes they take.
func arabic(s string) (n, used int) {
	for used < len(s) && s[used] >= '0' && s[used] <= '9' {
		if n = n*10 + int(s[used]-'0'); n > maxNumber {
			return 0, 0
		}
		used++
	}
	return n, used
}

// spelled reads a whole word as a number in the forms that headings have.
func spelled(word string, form text.Form) int {
	if n, ok := text.Number([]string{word}); ok && n.Form == form && n.Value <= maxNumber {
		return n.Value
	}
	return 0
}

// han reads the Chinese number at the start of s: 十五, 二百零三, 一〇二, or digits.
func han(s string) (n, used int) {
	if n, used = arabic(s); used > 0 {
		return n, used
	}
	for used < len(s) {
		r, size := utf8.DecodeRuneInString(s[used:])
		if !text.HanDigit(r) {
			break
		}
		used += size
	}
	if n = spelled(s[:used], text.Words); n == 0 {
		return 0, 0
	}
	return n, used
}

// cyrillicPoints is the order in which Russian texts letter their points.
const cyrillicPoints = "абвгдежзиклмнопрстуфхцчшщэюя"

// letter returns the place of a lower-case list letter in its alphabet.
func letter(r rune) int {
	if r >= 'a' && r <= 'z' {
		return int(r-'a') + 1
	}
	if i := strings.IndexRune(cyrillicPoints, r); i >= 0 {
		return i/2 + 1
	}
	return 0
}
