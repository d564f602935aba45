package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/verify/between"
)

// unbroken are blanks at which no line breaks: they hold a sign and its number together.
// A true minus and a tilde do so with any.
const unbroken = "\u00a0\u2007\u2009\u202f\u2060"

// signed returns where the amount whose first word is at i begins if a minus or a sign
// for "about" belongs to it: one that begins the text or follows a blank, a bracket or
// another sign, and no other number. One that begins a line may be the mark of a point.
func signed(s string, i int) int {
	before := strings.TrimRight(s[:i], unbroken+" ")
	r, size := utf8.DecodeLastRuneInString(before)
	blanks := s[len(before):i]
	switch plain := between.PlainForm(r); {
	case !strings.ContainsRune("-–−‐‑~", plain):
		return i
	case plain == '–' && blanks != "", plain != '−' && plain != '~' && strings.Contains(blanks, " "):
		return i // a dash that divides sentences, or the mark of a point
	}
	before = before[:len(before)-size]
	line := strings.TrimRight(before, " \t")
	start := strings.TrimRightFunc(before, unicode.IsSpace)
	blank := before[len(start):]
	switch {
	case line != "" && strings.HasSuffix(line, "\n") && r != '−':
		return i
	case blank == "" && start != "" && !opens(start):
		return i
	case digitBefore(start, 1) && !strings.ContainsRune(blank, '\t'):
		return i // a range
	}
	return len(before)
}

// measured is how many characters of Chinese a unit has at most: "10厘米-20厘米".
const measured = 3

// opens reports whether a sign may follow right on what s ends with.
func opens(s string) bool {
	last, size := utf8.DecodeLastRuneInString(s)
	switch classOf(last) {
	case symbol:
		return !strings.ContainsRune(behindNumbers, last)
	case alone:
		return !digitBefore(s[:len(s)-size], measured-1) && !IsNumber(string(last))
	case mark:
		return !between.IsDash(last) && (strings.ContainsRune("([{|,;:/~*_（［【，；：、～", last) || between.IsQuote(last))
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

// pointed reports whether a number begins with the point at byte i of s: ".5".
func pointed(s string, i int) bool {
	r, size := utf8.DecodeRuneInString(s[i:])
	next, _ := utf8.DecodeRuneInString(s[i+size:])
	if between.PlainForm(r) != '.' || !unicode.Is(unicode.Nd, next) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	return i == 0 || unicode.IsSpace(before) || between.IsDash(before) || classOf(before) == symbol || opens(s[:i])
}

// isSignMark reports whether r is of what [Next] puts before an amount.
func isSignMark(r rune) bool {
	return between.IsDash(r) || between.PlainForm(r) == '~' || r == ' ' || strings.ContainsRune(unbroken, r)
}

// unsigned returns an amount without the sign before it.
func unsigned(word string) string { return strings.TrimLeftFunc(word, isSignMark) }

// SignOf returns the sign before an amount, as it is compared: a hyphen for a minus, "~"
// for "about"; "" if there is none.
func SignOf(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case between.IsDash(between.PlainForm(r)):
			return '-'
		case between.PlainForm(r) == '~':
			return '~'
		}
		return -1
	}, word[:len(word)-len(unsigned(word))])
}

// IsSigned reports whether a word is a number, or the currency before one, with a sign.
func IsSigned(word string) bool { return SignOf(word) != "" }

// IsAmount reports whether a word begins as an amount does: with a sign, a digit, a
// point before one, or a currency.
func IsAmount(word string) bool {
	return IsSigned(word) || IsDigits(word) || isMoney(word, 0)
}

// A Place is a word where it is.
type Place struct {
	Lead   string // up to LeadWords words before it
	Before string // the last of them; "" at the beginning of a text
	Gap    string // between that and the word
	Word   string
	Rest   string // of the text after the word
}

// LeadWords is how many words before an amount may say the same.
const LeadWords = 8

// SameSign reports whether two places of an amount have the same sign before it: a minus
// or the dash of a range, one that says "about", the brackets of a loss, or none. The
// dash that begins a line may be any.
func SameSign(p, q Place) bool {
	if !IsAmount(p.Word) && !IsAmount(q.Word) {
		return true
	}
	a, b := p.sign(), q.sign()
	switch {
	case a == b || a == anyDash || b == anyDash:
		return true
	case IsSigned(p.Word) && IsSigned(q.Word):
		return false
	case a == loss || b == loss:
		return p.inBrackets() && q.inBrackets() && !IsSigned(p.Word) && !IsSigned(q.Word)
	}
	return q.dashed(p) || p.dashed(q)
}

// IsRange reports whether the dash before an amount is that of a range, which ends there.
func (p Place) IsRange() bool { return !IsSigned(p.Word) && p.sign() == minus }

// What is before an amount and belongs to it.
const (
	noSign  = ""
	minus   = "-" // or the dash of a range
	loss    = "(" // or a gain that is written as one
	anyDash = "?" // the mark of a point, or a minus
)

func (p Place) sign() string {
	g := between.Of(p.Gap)
	switch {
	case IsSigned(p.Word):
		return SignOf(p.Word)
	case p.isLoss():
		return loss
	case g.Dashes == "":
		return noSign
	case strings.Contains(p.Gap[:strings.IndexFunc(p.Gap, isRange)], "\n"):
		return anyDash
	case g.Marks == "" && IsDigits(p.Before):
		return minus
	case g.Marks == "" && g.Blanks == "" && !g.Lines && (IsAlone(p.Before) || IsSign(p.Before)):
		return minus
	}
	return noSign
}

// isRange reports whether r is between the ends of a range.
func isRange(r rune) bool { r = between.PlainForm(r); return between.IsDash(r) || r == '~' }

// dashed reports whether p, which has no sign, has the dash of q with other blanks around
// it, or what tells that it is a minus is cut off.
func (p Place) dashed(q Place) bool {
	g := between.Of(p.Gap)
	if IsSigned(p.Word) || !IsSigned(q.Word) || g.Dashes == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(p.Gap)
	return isRange(last) || strings.ContainsAny(q.Word[:len(q.Word)-len(unsigned(q.Word))], unbroken+" ")
}
