package heading

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/text"
)

// coded reads the number of an article of a French code: "L. 211-1", "R123-4".
func (m *Mark) coded(s string) int {
	const codes = "LRDA" // laws and decrees
	code, rest := s[:min(1, len(s))], s[min(1, len(s)):]
	if m.Kind != "article" || code == "" || strings.IndexByte(codes, code[0]) < 0 {
		return 0
	}
	rest = strings.TrimLeftFunc(strings.TrimLeft(rest, ".*"), Blank)
	n, used := lexicon.Arabic(rest, lexicon.MaxWorded)
	if n == 0 || n < 100 && !strings.HasPrefix(rest[used:], "-") {
		return 0 // "Article A 3 ladders"
	}
	m.Prefix, m.Number = code, n
	at := len(s) - len(rest) + used
	for k := -1; k != 0 && at < maxMark; at += k {
		k = m.further(s[at:])
	}
	m.Designation.Normal = strings.ToLower(m.Full())
	return at
}

// inBrackets reads the number of "Article (3)", with a space before it.
func inBrackets(s string) (n, used int) {
	if !strings.HasPrefix(s, "(") {
		return 0, 0
	}
	n, used = lexicon.Arabic(s[1:], lexicon.MaxWorded)
	if n == 0 || !strings.HasPrefix(s[1+used:], ")") {
		return 0, 0
	}
	return n, 1 + used + 1
}

// keraia returns the length of the sign that makes a number of a Greek or a Hebrew letter,
// in the forms that people type it.
func keraia(s string) int {
	if r, size := utf8.DecodeRuneInString(s); strings.ContainsRune("\u0374\u0384\u00B4'\u2019\u02B9\u05F3", r) {
		return size
	}
	return 0
}

// latin reads bis, ter and so on behind a number that takes used bytes of s.
func (m *Mark) latin(s string, used int) int {
	at := SkipBlank(s, used)
	word := s[at : at+letters(s[at:])]
	if k := document.LatinOrdinal(word); k > 0 && at > used {
		m.Suffix += "-" + strconv.Itoa(k)
		m.Designation.Normal += "-" + strconv.Itoa(k)
		used = at + len(word)
		for used < len(s) {
			r, size := utf8.DecodeRuneInString(s[used:])
			if !unicode.IsMark(r) {
				break
			}
			used += size
		}
	}
	return used
}

// preliminary reads the word of a title that stands before the first one.
func (m *Mark) preliminary(s string) int {
	word := s[:letters(s)]
	if !zeroth[text.Fold(word)] {
		return 0
	}
	m.Zeroth, m.Designation.Normal = true, "0"
	return len(word)
}

// zeroth are the words, without accents, that number a title before the first one.
var zeroth = map[string]bool{"preliminar": true, "preliminary": true, "preliminaire": true, "preliminare": true}

// CodeStyle begins the styles of [Code].
const CodeStyle = "1c"

// Code reads "V2.1 Passwords", "A1-2 Gloves", "G3: Review", "R-7" and "17/041 Leave", as
// standards and handbooks number what they require: one or two capitals glued to numbers,
// or a number, a slash and three figures or more. Many words look like it: a line is read
// so if the format gives a heading, or a sequence of lines tells.
func Code(s string) (Mark, bool) {
	const most = 2 // capitals
	at := 0
	for at < len(s) && at < most && s[at] >= 'A' && s[at] <= 'Z' {
		at++
	}
	capitals := at
	if capitals > 0 && at < len(s) && s[at] == '-' {
		at++
	}
	n, used := lexicon.Arabic(s[at:], lexicon.MaxNumber)
	if used == 0 {
		return Mark{}, false
	}
	m := Mark{Number: n, Prefix: s[:at], Style: CodeStyle}
	at += used
	for at+1 < len(s) && strings.IndexByte(".-/", s[at]) >= 0 {
		if n, used = lexicon.Arabic(s[at+1:], lexicon.MaxNumber); used == 0 || capitals == 0 && !serial(s[at:at+1+used]) {
			break
		}
		m.Number, m.Prefix, m.Style = n, s[:at+1], m.Style+".1"
		at += 1 + used
	}
	if capitals == 0 && m.Prefix == "" {
		return Mark{}, false
	}
	m.Label = s[:at]
	m.Designation = document.Designation{Printed: m.Label, Normal: strings.ToLower(m.Label)}
	return m, m.follow(s, at)
}

// serial reports a slash and three figures or more, which are neither a fraction nor a day.
func serial(s string) bool {
	const figures = 3
	return s[0] == '/' && len(s) > figures
}
