package word

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text/numeral"
	"pincite/internal/verify/between"
)

// isLoss reports whether an amount is a loss, as accountants write it: alone in brackets,
// as money or in a cell of a table. A sum in brackets that restates the words before it is
// none: "seven hundred dollars ($700)".
func (p Place) isLoss() bool {
	before, opened := p.opened()
	sum := p.sum()
	if !opened || !closesBracket(sum.behind) || p.restates(sum.number) {
		return false
	}
	_, size := utf8.DecodeRuneInString(sum.behind)
	inCell := strings.ContainsAny(before, "|\t") || beginsLine(before, p.Before) && endsCell(sum.behind[size:])
	return sum.isMoney || before == "" && isMoney(p.Before, 0) || inCell
}

// Brackets returns how many bytes before the word of a loss and after it belong to the
// loss, brackets included; 0 for anything else.
func (p Place) Brackets() (before, behind int) {
	if !p.isLoss() {
		return 0, 0
	}
	rest := p.sum().behind
	_, size := utf8.DecodeRuneInString(rest)
	return p.Opened(), len(p.Rest) - len(rest) + size
}

// Opened returns how many bytes before the word the bracket begins that it follows on; 0 if
// it follows on none.
func (p Place) Opened() int {
	if before, ok := p.opened(); ok {
		return len(p.Gap) - len(before)
	}
	return 0
}

// inBrackets reports whether a bracket is beside an amount, on either side: what is
// cut off within brackets has one.
func (p Place) inBrackets() bool {
	_, opened := p.opened()
	return opened || closesBracket(p.sum().behind)
}

// opened returns what of the gap is before the bracket that a word follows on.
func (p Place) opened() (before string, ok bool) {
	before = strings.TrimRight(p.Gap, " "+unbroken)
	r, size := utf8.DecodeLastRuneInString(before)
	return before[:len(before)-size], between.PlainForm(r) == '('
}

func closesBracket(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return between.PlainForm(r) == ')'
}

// A sum is a number that begins at a word, or after the currency that the word is.
type sum struct {
	number, behind string // and what follows; both are "" where there is no number
	isMoney        bool   // a currency is before it or after it
}

func (p Place) sum() sum {
	s := unsigned(p.Word) + p.Rest
	from := moneyEnd(s, 0)
	if !numberAt(s, from) {
		return sum{}
	}
	to := digitsEnd(s, from)
	end := moneyEnd(s, to)
	isCurrency := func(r rune) bool { return unicode.Is(unicode.Sc, between.PlainForm(r)) }
	return sum{s[from:to], s[end:], strings.ContainsFunc(s[:end], isCurrency)}
}

// restates reports whether the words before p are a number of the same value.
func (p Place) restates(number string) bool {
	var lead []string
	for w, ok := Next(p.Lead, 0); ok; w, ok = Next(p.Lead, w.End) {
		lead = append(lead, Form(p.Lead[w.Start:w.End]))
	}
	for i := range lead {
		if n, ok := numeral.Read(lead[i:]); ok && strconv.Itoa(n.Value) == Form(number) {
			return true
		}
	}
	return false
}

// beginsLine reports whether a line begins after a gap and the word before it.
func beginsLine(gap, word string) bool {
	gap = strings.TrimRight(gap, " "+unbroken)
	return gap == "" && word == "" || strings.HasSuffix(gap, "\n")
}

// endsCell reports whether a cell of a table ends where s begins.
func endsCell(s string) bool {
	s = strings.TrimLeft(s, " "+unbroken)
	return s == "" || strings.ContainsAny(s[:1], "|\t\r\n")
}

// isMoney reports whether the character at byte i of s is a currency.
func isMoney(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.Is(unicode.Sc, between.PlainForm(r))
}

// IsCode reports whether a word may be the code of a currency, after a sign or not: three
// capitals.
func IsCode(word string) bool {
	word = unsigned(word)
	return len(word) == 3 && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// beforeNumber reports whether nothing but currencies and blanks are between byte i of s
// and a number.
func beforeNumber(s string, i int) bool { return numberAt(s, moneyEnd(s, i)) }

// moneyEnd returns the end of the currencies and blanks at byte i of s.
func moneyEnd(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r != ' ' && !strings.ContainsRune(unbroken, r) && !isMoney(s, i) {
			break
		}
		i += size
	}
	return i
}

// numberAt reports whether a number begins at byte i of s, with a digit or with a point.
func numberAt(s string, i int) bool { return i < len(s) && (digitAt(s, i) || pointed(s[i:], 0)) }
