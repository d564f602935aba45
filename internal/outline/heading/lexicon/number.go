package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// Highest numbers of headings. A bare one that is higher is a code or a sum of
// money; whether it is a year, the sequence tells.
const (
	MaxNumber = 99999
	MaxWorded = 999999 // behind a word
)

// maxDigits is how far digits are read, in bytes.
const maxDigits = 64

// Arabic reads the digits at the start of s, of any script, and returns how many
// bytes they take.
func Arabic(s string, most int) (n, used int) {
	for used < len(s) && used < maxDigits {
		r, size := utf8.DecodeRuneInString(s[used:])
		if !unicode.IsDigit(r) {
			break
		}
		used += size
	}
	if used == 0 {
		return 0, 0
	}
	v, ok := numeral.Read([]string{s[:used]})
	if !ok || v.Value > most {
		return 0, 0
	}
	return v.Value, used
}

// Spelled reads a whole word as a number in the forms that headings have.
func Spelled(word string, form numeral.Form) int {
	if n, ok := numeral.Read([]string{word}); ok && n.Form == form && n.Value <= MaxWorded {
		return n.Value
	}
	if form == numeral.Words {
		return ordinals()[text.Fold(word)]
	}
	return 0
}

// Cardinal reads one, two and so on behind the word of a unit, in its language.
func (u Unit) Cardinal(word string) int {
	word = text.Fold(word)
	for language, words := range cardinals() {
		if n := words[word]; n > 0 && slices.Contains(Names(u.Kind)[language], u.Word) {
			return n
		}
	}
	return 0
}

//go:embed ordinals.txt
var ordinalsFile string

//go:embed cardinals.txt
var cardinalsFile string

// ordinals are the words of ordinals.txt, without accents, with their numbers. Where two
// languages have a word for different numbers, the first language has it.
var ordinals = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for line := range strings.Lines(ordinalsFile) {
		numbers(line, out)
	}
	return out
})

// cardinals are the words of cardinals.txt, without accents, by language.
var cardinals = sync.OnceValue(func() map[string]map[string]int {
	out := map[string]map[string]int{}
	for line := range strings.Lines(cardinalsFile) {
		words := map[string]int{}
		out[numbers(line, words)] = words
	}
	return out
})

// numbers adds the number words of a line to those of out that are not there yet, and
// returns the language of the line.
func numbers(line string, out map[string]int) string {
	language, words, ok := strings.Cut(line, ":")
	if !ok || line[0] == '#' {
		return ""
	}
	for i, forms := range strings.Fields(words) {
		for form := range strings.SplitSeq(forms, "|") {
			if form = text.Fold(form); out[form] == 0 {
				out[form] = i + 1
			}
		}
	}
	return language
}

// Ordinal reads a word as an ordinal, or several: "Erster", "Primera", "1.", "II.",
// "décima primera"; 0 if it is none.
func Ordinal(word string) int {
	if digits, ok := strings.CutSuffix(word, "."); ok {
		if n, used := Arabic(digits, MaxNumber); used == len(digits) {
			return n
		}
		return Spelled(digits, numeral.Roman)
	}
	words := strings.Fields(word)
	if n, ok := numeral.Read(words); ok && n.Ordinal && n.Used == len(words) {
		return n.Value
	}
	return ordinals()[text.Fold(word)]
}

// Han reads the Chinese number at the start of s: 十五, 二百零三, 一〇二, or digits.
func Han(s string) (n, used int) {
	if n, used = Arabic(s, MaxWorded); used > 0 {
		return n, used
	}
	for used < len(s) {
		r, size := utf8.DecodeRuneInString(s[used:])
		if !numeral.HanDigit(r) {
			break
		}
		used += size
	}
	if n = Spelled(s[:used], numeral.Words); n == 0 {
		return 0, 0
	}
	return n, used
}

// cyrillicPoints is the order in which Russian texts letter their points.
const cyrillicPoints = "абвгдежзиклмнопрстуфхцчшщэюя"

// greekPoints are the letters that Greek texts count with; the sixth is written στ.
const greekPoints = "αβγδεϛζηθι"

// hebrewPoints are the letters that Hebrew texts count with, up to ten.
const hebrewPoints = "אבגדהוזחטי"

// Letter returns the place of a lower-case list letter in its alphabet.
func Letter(r rune) int {
	if r >= 'a' && r <= 'z' {
		return int(r-'a') + 1
	}
	for _, points := range []string{cyrillicPoints, greekPoints, hebrewPoints} {
		if i := strings.IndexRune(points, r); i >= 0 {
			return utf8.RuneCountInString(points[:i]) + 1
		}
	}
	return 0
}
