package text

import (
	"slices"
	"strings"
	"unicode"
)

// writtenIn are the scripts of the languages that are not written in Latin letters.
var writtenIn = map[string][]*unicode.RangeTable{
	"zh": {unicode.Han}, "ja": {unicode.Han, unicode.Hiragana, unicode.Katakana}, "ko": {unicode.Hangul, unicode.Han},
	"ru": {unicode.Cyrillic}, "uk": {unicode.Cyrillic}, "bg": {unicode.Cyrillic},
	"ar": {unicode.Arabic}, "fa": {unicode.Arabic}, "hi": {unicode.Devanagari}, "el": {unicode.Greek}, "he": {unicode.Hebrew},
	"th": {unicode.Thai}, "lo": {unicode.Lao}, "km": {unicode.Khmer}, "my": {unicode.Myanmar},
}

var inLatin = []*unicode.RangeTable{unicode.Latin}

// Scripts returns the scripts that a language is written in, the main one first: Latin
// for one that is not known.
func Scripts(language string) []*unicode.RangeTable {
	if s, ok := writtenIn[language]; ok {
		return s
	}
	return inLatin
}

// unspaced are the scripts that are written without spaces between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// Unspaced reports a letter of a script that is written without spaces between words.
func Unspaced(r rune) bool {
	const first = 0x0e00 // Thai, the first of them
	return r >= first && unicode.In(r, unspaced...)
}

// WrittenUnspaced reports whether a language is written without spaces between words.
func WrittenUnspaced(language string) bool { return slices.Contains(unspaced, Scripts(language)[0]) }

// InScriptOf reports whether s has a letter of a script that a language is written in, or
// a digit.
func InScriptOf(s, language string) bool {
	scripts := Scripts(language)
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, scripts...) || unicode.IsDigit(r) })
}

// Small reports a small letter of a script in which sentences begin with capitals. Georgian
// has small letters for all that is written.
func Small(r rune) bool { return unicode.IsLower(r) && !unicode.Is(unicode.Georgian, r) }
