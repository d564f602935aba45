package heading

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// decimal reads "1.", "1)", "1、", "1.2", "1.2.3.", "5a.", "101.1a" and, before a
// capital, "1 ".
func decimal(s string) (Mark, bool) {
	n, at := lexicon.Arabic(s, lexicon.MaxNumber)
	last := 0
	for at > 0 && at+1 < len(s) && s[at] == '.' {
		m, used := lexicon.Arabic(s[at+1:], lexicon.MaxWorded)
		if used == 0 {
			break
		}
		n, last, at = m, at+1, at+1+used
	}
	if at == 0 || at > maxMark {
		return Mark{}, false
	}
	m := Mark{Number: n, Prefix: s[:last]}
	if r, size := utf8.DecodeRuneInString(s[at:]); latin(r) && at+size < len(s) && strings.ContainsRune(". )\t", rune(s[at+size])) {
		m.Suffix = strings.ToLower(s[at : at+size])
		at += size
	} else if end := at + letters(s[at:]); document.InsertedLetters(s[at:end]) && strings.HasPrefix(s[end:], ".") {
		m.Suffix = strings.ToLower(s[at:end])
		at = end
	}
	m.Label = s[:at]
	m.Designation = document.Designation{Printed: s[:at], Normal: strings.ToLower(s[:at])}
	if m.Prefix == "" && m.Suffix == "" && m.ordinal(s, at) {
		return m, true
	}
	if !m.sign(s, at) {
		return Mark{}, false
	}
	if m.Prefix != "" && m.Suffix != "" {
		inserted := m
		m.Inserted = &inserted
		m.Prefix, m.Number, m.Suffix = m.Prefix+strconv.Itoa(n), lexicon.Letter(rune(m.Suffix[0])), ""
		m.Style += "a"
	}
	return m, true
}

// letterDotted reads "A.1" and "B.2.3.", as appendices number their sections, and "IV.1.2"
// of articles that have Roman numerals.
func letterDotted(s string) (Mark, bool) {
	dot := strings.IndexByte(s[:min(len(s), maxMark)], '.')
	if dot < 1 || dot+1 == len(s) || s[0] < 'A' || s[0] > 'Z' || dot > 1 && !capitalRoman(s[:dot]) || !unicode.IsDigit(rune(s[dot+1])) {
		return Mark{}, false
	}
	m, ok := decimal("1" + s[dot:])
	if !ok || m.Prefix == "" {
		return Mark{}, false
	}
	more := dot - 1 // bytes of the first number beyond that of the digit
	m.Prefix, m.Label, m.Rest = s[:dot]+m.Prefix[1:], s[:len(m.Label)+more], m.Rest+more
	m.Designation = document.Designation{Printed: m.Label, Normal: strings.ToLower(m.Label)}
	m.Inserted = nil
	return m, true
}

// capitalRoman reports a Roman numeral in capitals.
func capitalRoman(s string) bool { return s == strings.ToUpper(s) && numeral.IsRoman(s) }

// dotted reads "4.9.1 debian/rules" of a heading that the format gives: what would be a
// sum in a sentence is a number there, whatever follows.
func dotted(s string) (Mark, bool) {
	end := strings.IndexFunc(s, Blank)
	if end < 0 {
		return Mark{}, false
	}
	m, ok := decimal(s[:end])
	if !ok || m.Prefix == "" || m.Rest < end {
		return Mark{}, false
	}
	m.Rest = SkipBlank(s, end)
	return m, true
}

// InDots takes "Section 12.3a" apart: "12.", 3 and "a"; n is 0 if there is no dot.
func (m *Mark) InDots() (prefix string, n int, suffix string) {
	if m.Kind == "" || m.Given() || m.Prefix != "" || !strings.HasPrefix(m.Suffix, ".") {
		return "", 0, ""
	}
	n, used := lexicon.Arabic(m.Suffix[1:], lexicon.MaxWorded)
	if suffix = m.Suffix[1+used:]; strings.Contains(suffix, ".") {
		return "", 0, ""
	}
	return strconv.Itoa(m.Number) + ".", n, suffix
}

func latin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// sign reads what stands behind a decimal number and sets its style.
func (m *Mark) sign(s string, at int) bool {
	sign, size := utf8.DecodeRuneInString(s[at:])
	m.Rest = SkipBlank(s, at+size)
	dotted := m.Prefix != ""
	if dotted && (Blank(sign) || sign == '.') {
		m.Rest = skipDash(s, m.Rest)
	}
	after, _ := utf8.DecodeRuneInString(s[m.Rest:])
	switch {
	case strings.ContainsRune(".)、．）", sign) && at < len(s):
		m.Style = "1" + string(sign)
		if unicode.IsDigit(after) && m.Rest == at+size {
			return false
		}
		m.Rest = skipDash(s, m.Rest)
		if second := s[at+size:]; sign == '.' && second != "" && strings.IndexByte(")-", second[0]) >= 0 { // 1.), 1.-
			m.Style += second[:1]
			m.Rest = SkipBlank(s, at+size+1)
		}
	case Blank(sign) && !dotted && skipDash(s, m.Rest) > m.Rest:
		m.Style, m.Rest = "1-", skipDash(s, m.Rest) // "1 — A biblioteca abre às 10 horas."
		first, _ := utf8.DecodeRuneInString(s[m.Rest:])
		return begins(first) && (after != '-' || Stopped(s) || len(s) > maxPlain/2)
	case at == len(s) && dotted:
	case Blank(sign) && dotted && (begins(after) || unicode.IsDigit(after) && hasWord(s[m.Rest:])):
	case Blank(sign) && !dotted && begins(after) && (len(s) <= maxPlain && !Stopped(s) || len(s) <= maxQuestion && text.EndsIn(s, text.QuestionMarks)):
		m.Style = "1 "
	default:
		return false
	}
	if dotted {
		m.Style = "1" + strings.Repeat(".1", strings.Count(m.Prefix, "."))
	}
	return true
}

// maxParagraph is the highest number of such a paragraph: 1990 is a year.
const maxParagraph = 999

// Paragraph reads "1 This Act may be cited as the Ferries Act.": a number without any sign
// before running text, as British, Canadian and Swiss laws have it. Many other lines begin
// so; only a sequence of them tells.
func Paragraph(s string) (Mark, bool) {
	n, at := lexicon.Arabic(s, maxParagraph)
	if n == 0 {
		return Mark{}, false
	}
	m := Mark{Style: ParagraphStyle, Number: n}
	if word := s[at : at+letters(s[at:])]; document.LatinOrdinal(word) > 0 {
		m.Suffix = "-" + strconv.Itoa(document.LatinOrdinal(word))
		at += len(word)
	} else if len(word) == 1 || document.InsertedLetters(word) {
		m.Suffix = strings.ToLower(word)
		at += len(word)
	}
	m.Rest = SkipBlank(s, at)
	first, size := utf8.DecodeRuneInString(s[m.Rest:])
	m.Label = s[:at]
	m.Designation = document.Designation{Printed: s[:at], Normal: strconv.Itoa(n) + m.Suffix}
	blank, _ := utf8.DecodeRuneInString(s[at:])
	return m, Blank(blank) && blank < utf8.RuneSelf && m.Rest == at+1 && m.Rest+size < len(s) && (begins(first) || strings.HasPrefix(s[m.Rest:], "(1) "))
}

// ordinal reads what makes an ordinal of the digits that s begins with, up to at: "1º",
// "1.ª", and, with a sign behind it, "1st." and "2do)".
func (m *Mark) ordinal(s string, at int) bool {
	end := at + m.ordinalSign(s[at:])
	style, signed := OrdinalSignStyle, end > at
	if !signed {
		style, end = "1st", at+letters(s[at:])
		if n, ok := numeral.Read([]string{s[:end]}); !ok || !n.Ordinal || end-at < len("st") {
			return false
		}
	}
	last := m.inserts(s, end)
	if !signed && (last == len(s) || strings.IndexByte(".):", s[last]) < 0) || !m.follow(s, last) {
		m.Suffix = ""
		return false
	}
	m.Style, m.Label = style, s[:last]
	m.Designation = document.Designation{Printed: s[:at] + s[end:last], Normal: strconv.Itoa(m.Number) + m.Suffix}
	return true
}

// skipDash returns the byte of s behind a dash that stands alone at byte at, as
// between the number and the words of "2.1 - Fees"; at where there is none.
func skipDash(s string, at int) int {
	r, size := utf8.DecodeRuneInString(s[at:])
	if behind := SkipBlank(s, at+size); strings.ContainsRune("-–—", r) && behind > at+size {
		return behind
	}
	return at
}

// hasWord reports whether s has a capitalised word, or is letters for the most part, as a
// title that begins with a digit: "802.11 Networks", "25 years and older".
func hasWord(s string) bool {
	n := 0
	for _, r := range s[:min(len(s), maxPlain)] {
		if unicode.IsLetter(r) {
			n++
		}
	}
	if n*2 > utf8.RuneCountInString(s) && !Stopped(s) {
		return true
	}
	for w := range strings.FieldsSeq(s[:min(len(s), maxPlain)]) {
		w = strings.TrimLeft(w, "0123456789") // 3D-Printers
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && len(w) > 1 {
			return true
		}
	}
	return false
}

// maxPlain is the longest line, in bytes, that is a heading after a number
// without any sign: "1 Scope".
const maxPlain = 100

// maxQuestion is the longest of those that ask something: "2 When do the ferries run?"
const maxQuestion = 200

// begins reports a letter that can begin a heading or a sentence; a number that
// goes on in lower case is a sum: 1.5 million.
func begins(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsLetter(r) && !text.Small(r) || strings.ContainsRune("\"“‘«¿¡", r)
}
