package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/verify/between"
)

// SamePrime reports whether the prime is the same on both sides, that of minutes and feet
// or that of seconds and inches, after the number which ends at byte i of s and at byte
// j of a document. What closes a quotation is none.
func SamePrime(s string, i int, doc string, j int) bool {
	a, b := primeOf(s[i:]), primeOf(doc[j:])
	switch {
	case a == b || !digitBefore(doc[:j], 1) || b != noPrime && b == curled[firstRune(s[i:])]:
		return true
	case b != noPrime && !closes(doc, j):
		return false
	}
	r, _ := utf8.DecodeRuneInString(doc[j:])
	return a == noPrime || between.IsQuote(r) || closes(s, i)
}

// IsPrime reports whether the quotation mark at byte i of s may be a prime.
func IsPrime(s string, i int) bool { return primeOf(s[i:]) != noPrime && digitBefore(s[:i], 1) }

const noPrime = rune(0)

// curled are the closing quotation marks that word processors make of primes. They are
// none in a document, where they end what is quoted: “the fee is 30”.
var curled = map[rune]rune{'’': '′', '”': '″'}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// primeOf returns the prime that s begins with, as it is compared.
func primeOf(s string) rune {
	switch r, _ := utf8.DecodeRuneInString(s); r {
	case '′', '\'':
		return '′'
	case '″', '"':
		return '″'
	}
	return noPrime
}

// closes reports whether a quotation that begins in the paragraph of byte i of s is open
// there.
func closes(s string, i int) bool { return quotes(s[strings.LastIndex(s[:i], "\n\n")+1 : i]) }

// quotes reports whether a quotation begins in s that does not end there.
func quotes(s string) bool {
	open := false
	before := ' '
	for i, r := range s {
		// a byte that is no character is read as one of three bytes
		_, n := utf8.DecodeRuneInString(s[i:])
		rest := s[i+n:]
		after := firstRune(rest)
		switch starts := !unicode.IsLetter(before) && !unicode.IsNumber(before); {
		case !between.IsQuote(r):
		case starts && rest != "" && !unicode.IsSpace(after):
			open = true
		case !unicode.IsLetter(after) && !unicode.IsNumber(before):
			open = false
		}
		before = r
	}
	return open
}
