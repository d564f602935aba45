package importer

import (
	"strings"
	"unicode/utf8"
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

var romanValue = map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}

// roman reads a whole well-formed Roman numeral up to CCCXCIX, in either case.
func roman(s string) int {
	upper := strings.ToUpper(s)
	n := 0
	for i := range len(upper) {
		v := romanValue[upper[i]]
		if v == 0 || i > 10 {
			return 0
		}
		if i+1 < len(upper) && romanValue[upper[i+1]] > v {
			n -= v
		} else {
			n += v
		}
	}
	if n < 1 || toRoman(n) != upper {
		return 0
	}
	return n
}

func toRoman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

const hanDigits = "〇一二三四五六七八九"

// han reads the Chinese number at the start of s: 十五, 二百零三, 一〇二, or digits.
func han(s string) (n, used int) {
	if n, used = arabic(s); used > 0 {
		return n, used
	}
	digit := 0
	for used < len(s) {
		r, size := utf8.DecodeRuneInString(s[used:])
		unit := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
		at := strings.IndexRune(hanDigits, r)
		switch {
		case unit > 0:
			n, digit = n+max(digit, 1)*unit, 0
		case r == '零':
		case r == '两':
			digit = 2
		case at >= 0:
			digit = digit*10 + at/3
		default:
			return n + digit, used
		}
		if used += size; n+digit > maxNumber {
			return 0, 0
		}
	}
	return n + digit, used
}

// ordinals are the numbers that headings spell out, by value from 1. Several
// forms of one number are joined by a bar.
var ordinals = [][]string{
	strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"),
	strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
	strings.Fields("primero|primera|primer|único|única segundo|segunda tercero|tercera|tercer cuarto|cuarta " +
		"quinto|quinta sexto|sexta séptimo|séptima octavo|octava noveno|novena décimo|décima undécimo|undécima duodécimo|duodécima"),
	strings.Fields("первый|первая|первое второй|вторая|второе третий|третья|третье четвертый|четвертая|четвёртый|четвёртая " +
		"пятый|пятая шестой|шестая седьмой|седьмая восьмой|восьмая девятый|девятая десятый|десятая"),
}

var ordinal = spelled()

func spelled() map[string]int {
	m := make(map[string]int)
	for _, list := range ordinals {
		for i, forms := range list {
			for form := range strings.SplitSeq(forms, "|") {
				m[form] = i + 1
			}
		}
	}
	return m
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
