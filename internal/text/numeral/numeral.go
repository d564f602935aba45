package numeral

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// Max is what a number too large to hold becomes: large enough to be
// out of any document's range, small enough for every int.
const Max = 1<<31 - 1

// maxLowerRoman bounds Roman numerals in lower case, where "mix", "dim" and
// "civil" are words; no outline numbered in Roman goes further.
const maxLowerRoman = 39

// maxRoman is the largest number that Roman signs write.
const maxRoman = 3999

// A Numeral is a number as it was written.
type Numeral struct {
	Value   int // 0 to Max, where larger ones saturate
	Used    int // words it takes up, 1 or more
	Ordinal bool
	Form    Form
}

// Form is how a numeral was written, for callers that trust some forms only
// beside the right word.
type Form int

// The forms. Guessed is a misspelt number word, which only Guess reads.
const (
	Digits Form = iota
	Words
	Roman
	Guessed
)

// Read reads the numeral that begins words, which are as typed: digits of
// any script with or without an ordinal ending ("7", "7th", "7-я", "7ª"), number
// words from 0 to 9999 in English, Russian and Spanish, Chinese numerals (with
// or without 第), and Roman numerals. It reads the longest numeral there is.
func Read(words []string) (Numeral, bool) {
	if len(words) == 0 {
		return Numeral{}, false
	}
	if n, ok := digitWord(words[0]); ok {
		return n, true
	}
	if n, ok := hanNumber(words[0]); ok {
		return n, true
	}
	if n, ok := written(words); ok {
		return n, true
	}
	if v := roman(words[0]); v > 0 {
		return Numeral{Value: v, Used: 1, Form: Roman}, true
	}
	return Numeral{}, false
}

// Guess reads a number word of five letters or more with one slip
// ("elevn", "sevnth"). It is apart from Read because it costs a hundred
// times as much and is only worth trusting beside a word that wants a number.
func Guess(word string) (Numeral, bool) {
	w, ok := guess(text.Fold(word))
	return Numeral{Value: w.value, Used: 1, Ordinal: w.ordinal, Form: Guessed}, ok
}

// ordinalEndings may follow digits: English, Spanish (º and ª become o and a),
// Russian, French as it is met in English text.
var ordinalEndings = set(`st nd rd th o a er ro ra do da to ta mo ma vo va no na os as ero era
	й я е ю го му м х ми ый ий ой ая ое ую ые ых ого ому ья ье ью ему его ей ым им`)

// digitWord reads a word of digits with an optional ordinal ending.
func digitWord(w string) (Numeral, bool) {
	v, n := 0, 0
	for i, r := range w {
		d := digit(r)
		if d < 0 {
			end := strings.TrimPrefix(w[i:], "-")
			if n == 0 || !ordinalEndings[text.Fold(strings.TrimPrefix(end, "."))] {
				return Numeral{}, false
			}
			return Numeral{Value: v, Used: 1, Ordinal: true}, true
		}
		v, n = min(v*10+d, Max), n+1
	}
	return Numeral{Value: v, Used: 1}, n > 0
}

// digit returns the value of a decimal digit of any script, or -1. Digits of a
// script are in runs of ten that begin where the table's range does or a
// multiple of ten after, except the mathematical ones, which Clean has folded.
func digit(r rune) int {
	if r < 0x80 {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	if !unicode.Is(unicode.Nd, r) {
		return -1
	}
	d := 0
	for d < 9 && unicode.Is(unicode.Nd, r-rune(d)-1) {
		d++
	}
	return d
}

// roman returns the value of a Roman numeral in its one valid form, which is the one
// that its value is written in, or 0. All letters are of one case; lower case ends at
// maxLowerRoman.
func roman(w string) int {
	if w != "" && w[0] >= utf8.RuneSelf {
		w = asLatin.Replace(w)
	}
	if strings.Trim(w, "IVXLCDMivxlcdm") != "" {
		return 0
	}
	upper := strings.ToUpper(w)
	v, rest := 0, upper
	for _, s := range romanSigns {
		for strings.HasPrefix(rest, s.sign) {
			v, rest = v+s.value, rest[len(s.sign):]
		}
	}
	switch {
	case ToRoman(v) != upper:
		return 0
	case w == upper, v <= maxLowerRoman && w == strings.ToLower(w):
		return v
	}
	return 0
}

// asLatin writes Roman numerals that a Cyrillic keyboard has typed, as Ukrainian texts often
// have them, in the letters that they look like: capitals, since the small "і" is a word.
var asLatin = strings.NewReplacer("І", "I", "Х", "X")

// IsRoman reports whether word is a Roman numeral, as [Read] reads them.
func IsRoman(word string) bool {
	n, ok := Read([]string{word})
	return ok && n.Form == Roman
}

// ToRoman writes v, 1 to 3999, as a Roman numeral in upper case; "" for any other
// number.
func ToRoman(v int) string {
	if v < 1 || v > maxRoman {
		return ""
	}
	var b strings.Builder
	for _, s := range romanSigns {
		for v >= s.value {
			b.WriteString(s.sign)
			v -= s.value
		}
	}
	return b.String()
}

var romanSigns = []struct {
	sign  string
	value int
}{
	{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90}, {"L", 50},
	{"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1},
}

// hanNumber reads a word of Chinese numerals, 第 before it making an ordinal:
// with units (二十一, 一百零五) or digit by digit (二〇二四).
func hanNumber(w string) (Numeral, bool) {
	rest, ordinal := strings.CutPrefix(w, "第")
	if rest == "" {
		return Numeral{}, false
	}
	if n, ok := digitWord(rest); ordinal && ok {
		n.Ordinal = true
		return n, true
	}
	v, ok := hanValue(text.Simplified(rest))
	return Numeral{Value: v, Used: 1, Ordinal: ordinal, Form: Words}, ok
}

func hanValue(s string) (int, bool) {
	total, digit, plain, n := 0, -1, 0, 0
	for _, r := range s {
		d, unit := hanDigit(r)
		switch {
		case d < 0:
			return 0, false
		case unit:
			if digit < 0 && n > 0 && total == 0 {
				return 0, false
			}
			if digit < 0 {
				digit = 1
			}
			total, digit = min(total+digit*d, Max), -1
			plain = -1
		default:
			if plain >= 0 {
				plain = min(plain*10+d, Max)
			}
			digit = d
		}
		n++
	}
	if plain >= 0 {
		return plain, n > 0
	}
	return total + max(digit, 0), n > 0
}

// hanDigit returns the value of a numeral character and whether it is a unit
// that multiplies the digit before it; -1 for any other.
func hanDigit(r rune) (value int, unit bool) {
	switch r {
	case '十', '拾':
		return 10, true
	case '廿':
		return 20, true
	case '卅':
		return 30, true
	case '百':
		return 100, true
	case '千':
		return 1000, true
	case '两', '兩':
		return 2, false
	case '零', '〇':
		return 0, false
	}
	if i := strings.IndexRune("一二三四五六七八九", r); i >= 0 && r >= 0x80 {
		return i/len("一") + 1, false
	}
	return -1, false
}

// HanDigit reports whether r is a Chinese numeral character.
func HanDigit(r rune) bool {
	d, _ := hanDigit(r)
	return d >= 0
}
