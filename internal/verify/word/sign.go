package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// signed returns where the number at i begins if a minus belongs to it: one that begins
// the text or follows a blank, a bracket or a sign, and no other number. One that begins
// a line may be the mark of a point.
func signed(s string, i int) int {
	r, size := utf8.DecodeLastRuneInString(s[:i])
	if r = plainForm(r); !strings.ContainsRune("-–−‐‑", r) {
		return i
	}
	before := s[:i-size]
	line := strings.TrimRight(before, " \t")
	start := strings.TrimRightFunc(before, unicode.IsSpace)
	blank := before[len(start):]
	switch {
	case line != "" && strings.HasSuffix(line, "\n"):
		return i
	case blank == "" && start != "" && !opens(start):
		return i
	case digitBefore(start, 1) && !strings.ContainsRune(blank, '\t'):
		return i // a range
	}
	return i - size
}

// measured is how many characters of Chinese a unit has at most: "10厘米-20厘米".
const measured = 3

// opens reports whether a minus may follow right on what s ends with.
func opens(s string) bool {
	last, size := utf8.DecodeLastRuneInString(s)
	switch classOf(last) {
	case symbol:
		return !strings.ContainsRune(behindNumbers, last)
	case alone:
		return !digitBefore(s[:len(s)-size], measured-1) && !IsNumber(string(last))
	case mark:
		return !isDash(last) && (strings.ContainsRune("([{|,;:（［【，；：、", last) || isQuote(last))
	}
	return false
}

// digitBefore reports whether one of the last n characters of s is a digit.
func digitBefore(s string, n int) bool {
	for range n {
		r, size := utf8.DecodeLastRuneInString(s)
		if classOf(r) == digit {
			return true
		}
		s = s[:len(s)-size]
	}
	return false
}

// IsSigned reports whether a word is a number with a minus.
func IsSigned(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return isDash(plainForm(r)) && digitAt(word, size)
}

// A Place is a word where it stands: behind another one and what is between the two.
// Before is empty at the beginning of a text.
type Place struct{ Before, Gap, Word string }

// SameDash reports whether two places of a number have a minus or the dash of a range
// before it, both or neither. The dash that begins a line may be either's mark of a point.
func SameDash(p, q Place) bool {
	if !IsDigits(p.Word) || !IsDigits(q.Word) {
		return true
	}
	a, b := p.dash(), q.dash()
	return a == b || a == anyDash || b == anyDash
}

// What a dash before a number says.
const (
	noDash = iota
	someDash
	anyDash // it is the mark of a point, or a minus
)

func (p Place) dash() int {
	g := Between(p.Gap)
	switch {
	case IsSigned(p.Word):
		return someDash
	case g.dashes == "":
		return noDash
	case strings.Contains(p.Gap[:strings.IndexFunc(p.Gap, isRange)], "\n"):
		return anyDash
	case g.Marks == "" && IsDigits(p.Before):
		return someDash
	case g.Marks == "" && g.blanks == "" && !g.lines && (IsAlone(p.Before) || IsSign(p.Before)):
		return someDash
	}
	return noDash
}

// isRange reports whether r stands between the ends of a range.
func isRange(r rune) bool { r = plainForm(r); return isDash(r) || r == '~' }

// SamePrime reports whether the prime is the same on both sides, that of minutes and feet
// or that of seconds and inches, behind the number which ends at byte i of s and at byte
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
	return a == noPrime || isQuote(r) || closes(s, i)
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
		after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		switch starts := !unicode.IsLetter(before) && !unicode.IsNumber(before); {
		case !isQuote(r):
		case starts && i+utf8.RuneLen(r) < len(s) && !unicode.IsSpace(after):
			open = true
		case !unicode.IsLetter(after) && !unicode.IsNumber(before):
			open = false
		}
		before = r
	}
	return open
}
