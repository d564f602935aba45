package heading

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// worded reads "Article 5", "SEC. 2.1.", "CHAPTER II", "PART ONE", "§ 3",
// "Статья 5.1", "附件一".
func worded(s string) (Mark, bool) {
	head := s[:min(len(s), maxMark)]
	end := strings.IndexFunc(head, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-' })
	if end < 0 {
		end = len(head)
	}
	if strings.HasPrefix(head, "§") {
		end = len("§")
	}
	if r, _ := utf8.DecodeRuneInString(s); unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hangul, r) {
		end = wideWord(head)
	}
	if end <= 0 {
		return Mark{}, false
	}
	unit, end, known := lexicon.Leading(head, end)
	if first, _ := utf8.DecodeRuneInString(s); !known && unicode.IsUpper(first) && strings.HasPrefix(head[end:], ". ") {
		unit, known = lexicon.Abbreviated(head[:end])
	}
	glued := false
	if !known {
		if unit, end, glued = romanGlued(head, end); !glued {
			return Mark{}, false
		}
	}
	at := end
	if strings.HasPrefix(head[at:], ".") {
		at++
	}
	if at = SkipBlank(head, at); at == end && !glued && !glueable(head[:end], head[end:]) {
		return Mark{}, false
	}
	sign := numero(head[at:])
	at += sign
	m := Mark{Style: unit.Kind, Kind: unit.Kind, Rank: unit.Rank}
	if unit.Word == "§" {
		m.Style = unit.Word // a text may have sections with the word above those with the sign
	}
	used := m.count(head[at:])
	if used == 0 {
		used = m.preliminary(head[at:])
	}
	if n := unit.Cardinal(head[at : at+letters(head[at:])]); used == 0 && n > 0 {
		used, m.Number = letters(head[at:]), n
		m.Designation.Normal = strconv.Itoa(n)
	}
	if used == 0 {
		return Mark{}, false
	}
	m.Label = s[:at+used]
	m.Designation.Printed = s[at : at+used]
	if !m.follow(s, at+used) {
		return Mark{}, false
	}
	if n := lexicon.Spelled(m.Designation.Printed, numeral.Roman); n > 0 && n != m.Number {
		roman := m // Part L follows Part XLIX, or Part K
		roman.Number, roman.Designation.Normal = n, strconv.Itoa(n)
		m.Alt = &roman
	}
	return m, sign == 0 || m.Rest == len(s) || m.Rest > SkipBlank(s, at+used) // "Act No. 22 of 1963" is the text's own number
}

// romanGlued reads a word in capitals that has lost the space before its Roman number, as in
// the text of many a PDF: "CAPÍTULOIII – PERMANENCIA". letters is how long both are. A short
// word might be part of another: French has a PARTI.
func romanGlued(s string, letters int) (unit lexicon.Unit, end int, ok bool) {
	const long = 6 // letters
	both := s[:letters]
	if both != strings.ToUpper(both) {
		return unit, letters, false
	}
	for at := letters - 1; at > 0 && strings.IndexByte("IVXLC", both[at]) >= 0; at-- {
		if utf8.RuneCountInString(both[:at]) < long || lexicon.Spelled(both[at:], numeral.Roman) == 0 {
			continue
		}
		if unit, ok = lexicon.Of(both[:at]); ok {
			return unit, at, true
		}
	}
	return unit, letters, false
}

// numeroSigns are the words for a number that may stand between a word and its digits.
var numeroSigns = []string{"No", "NO", "no", "Nº", "N°", "Nr", "nr", "№", "#"}

// numero returns the length of such a word with the spaces behind it, where digits follow:
// "No. 5" of "Article No. 5"; 0 if there is none.
func numero(s string) int {
	for _, sign := range numeroSigns {
		if after, ok := strings.CutPrefix(s, sign); ok {
			after = strings.TrimPrefix(after, ".")
			at := SkipBlank(s, len(s)-len(after))
			if at < len(s) && s[at] >= '0' && s[at] <= '9' {
				return at
			}
		}
	}
	return 0
}

// glueable reports a word that a number may follow without a space.
func glueable(word, number string) bool {
	const long = 4 // letters
	r, _ := utf8.DecodeRuneInString(word)
	return word == "§" || unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hangul, r) ||
		unicode.IsUpper(r) && utf8.RuneCountInString(word) >= long && digit(number)
}

// wideWord returns the length of the unit word of a script without spaces that
// begins s, 0 if there is none.
func wideWord(s string) int {
	for at := range s {
		if at > 0 && lexicon.Exactly(s[:at]) { // these scripts have no case, and no accents to leave out
			return at
		}
	}
	return 0
}

// count reads the number after a word, with its normal form, and returns its
// length in bytes.
func (m *Mark) count(s string) int {
	if n, used := lexicon.Han(s); used > 0 {
		m.Number = n
		m.Designation.Normal = strconv.Itoa(n)
		return m.extend(s, used)
	}
	if used := m.coded(s); used > 0 {
		return used
	}
	if n, used := inBrackets(s); used > 0 {
		m.Number = n
		m.Designation.Normal = strconv.Itoa(n)
		return m.latin(s, used)
	}
	end := strings.IndexFunc(s, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) && !unicode.IsMark(r) })
	if end < 0 {
		end = len(s)
	}
	word := strings.TrimRight(s[:end], "-")
	r, size := utf8.DecodeRuneInString(word)
	switch {
	case word == "":
		return 0
	case size == len(word) && (unicode.IsUpper(r) || unicode.Is(unicode.Hebrew, r)) && !strings.ContainsRune("IVXІХ", r): // the last two are Cyrillic
		m.Number = lexicon.Letter(unicode.ToLower(r)) // Annex C follows Annex B
		m.Designation.Normal = strings.ToLower(word)
		if m.Number > 0 && unicode.In(r, unicode.Greek, unicode.Hebrew) {
			return len(word) + keraia(s[len(word):])
		}
	case word == strings.ToUpper(word) && m.roman(word), m.romanOrdinal(word), scanned(word) && m.roman(strings.ReplaceAll(word, "l", "I")):
	default:
		m.Number = lexicon.Spelled(word, numeral.Words)
		if n, used := theOrdinal(s, len(word)); m.Number == 0 && n > 0 {
			m.Number, word = n, s[:used]
		}
		if n, used := twoOrdinals(s, len(word)); n > m.Number {
			m.Number, word = n, s[:used]
		}
		m.Designation.Normal = strconv.Itoa(m.Number)
	}
	if m.Number == 0 {
		return 0
	}
	return m.latin(s, len(word))
}

// scanned reports a Roman numeral in which a scanner read l for I: "VIll".
func scanned(word string) bool {
	return strings.Contains(word, "l") && strings.ContainsAny(word, "IVX") && strings.Trim(word, "IVXl") == ""
}

// roman reads "IV", and "IVA" and "IV-A", which are inserted behind it.
func (m *Mark) roman(word string) bool {
	number, inserted, hyphened := strings.Cut(word, "-")
	if last := word[len(word)-1]; !hyphened && len(word) > 1 && last >= 'A' && last <= 'H' && lexicon.Spelled(word, numeral.Roman) == 0 {
		number, inserted = word[:len(word)-1], word[len(word)-1:]
	}
	m.Number = lexicon.Spelled(number, numeral.Roman)
	if len(inserted) > 1 || m.Number == 0 {
		return false
	}
	m.Suffix = strings.ToLower(inserted)
	m.Designation.Normal = m.Full()
	return true
}

// romanOrdinal reads "Ier", "Ire" and "IIe", as French headings have them.
func (m *Mark) romanOrdinal(word string) bool {
	at := strings.IndexFunc(word, unicode.IsLower)
	return at > 0 && slices.Contains([]string{"er", "ère", "re", "e", "ème"}, word[at:]) && m.roman(word[:at])
}

// theOrdinal reads "the First" to the end of a line or a sign, of which the first word
// takes at bytes, and returns its length.
func theOrdinal(s string, at int) (n, used int) {
	begin := SkipBlank(s, at)
	end := begin + letters(s[begin:])
	if begin == at || end == begin || !ends(s[end:]) {
		return 0, 0
	}
	return lexicon.Ordinal(s[begin:end]), end
}

// twoOrdinals reads "vigésima primera", of which the first word takes at bytes, and returns
// its length. "Twenty First" is one number only to the end of a line or a sign: "Chapter Twenty
// First Aid".
func twoOrdinals(s string, at int) (n, used int) {
	begin := SkipBlank(s, at)
	end := begin + letters(s[begin:])
	if begin == at || end == begin || lexicon.Ordinal(s[begin:end]) == 0 || lexicon.Ordinal(s[:at]) == 0 && !ends(s[end:]) {
		return 0, 0
	}
	return lexicon.Ordinal(s[:end]), end
}

// extend reads what goes on with a number in digits: an ordinal sign, then any of ".1",
// "-1", "-A", "-bis" and "の3", then "a" or " bis".
func (m *Mark) extend(s string, used int) int {
	used += m.ordinalSign(s[used:])
	for n := -1; n != 0 && used < maxMark; used += n {
		n = m.further(s[used:])
	}
	used = m.inserts(s, used)
	if m.Suffix != "" {
		m.Designation.Normal += m.Suffix
	}
	return used
}

// ordinalSign returns the length of the sign that makes an ordinal of the digits before
// s: "º", "ª", "°", and the same behind a full stop; "o" where the number has one digit,
// since nobody writes 37o so, and that is inserted behind 37n.
func (m *Mark) ordinalSign(s string) int {
	body := strings.TrimPrefix(s, ".")
	r, size := utf8.DecodeRuneInString(body)
	if strings.ContainsRune("ºª°", r) {
		return len(s) - len(body) + size
	}
	if after, ok := strings.CutPrefix(s, "o"); ok && m.Number < 10 {
		if r, _ := utf8.DecodeRuneInString(after); after == "" || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return 1
		}
	}
	return 0
}

// further reads one more piece of a number at the start of s, and returns its length; 0
// if there is none.
func (m *Mark) further(s string) int {
	for _, mark := range document.InsertionMarks {
		if after, ok := strings.CutPrefix(s, mark); ok {
			if k, more := lexicon.Han(after); k > 0 {
				m.Suffix += "-" + strconv.Itoa(k)
				return len(mark) + more
			}
		}
	}
	if s == "" || strings.IndexByte(".-/", s[0]) < 0 {
		return 0
	}
	if body := strings.TrimLeftFunc(s[1:], Blank); s[0] == '-' && len(body) < len(s)-1 && letters(body) == 1 && body[0] >= 'A' && body[0] <= 'Z' && ends(body[1:]) {
		m.Suffix += strings.ToLower(body[:1]) // "16- A."
		return len(s) - len(body) + 1
	}
	if _, more := lexicon.Arabic(s[1:], lexicon.MaxWorded); more > 0 && s[0] != '/' {
		m.Suffix += s[:1+more]
		return 1 + more
	}
	word := s[1:][:letters(s[1:])]
	switch k := document.LatinOrdinal(word); {
	case s[0] == '.', s[0] == '/' && len(word) != 1:
		return 0
	case k > 0:
		m.Suffix += "-" + strconv.Itoa(k)
	case len(word) == 1 && word[0] >= 'A' && word[0] <= 'Z':
		m.Suffix += strings.ToLower(word)
	default:
		return 0
	}
	return 1 + len(word)
}

// letters returns the length of the letters and digits that s begins with.
func letters(s string) int {
	if end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); end >= 0 {
		return end
	}
	return len(s)
}

// inserts reads the letter or the word of an inserted section behind its number.
func (m *Mark) inserts(s string, used int) int {
	at := SkipBlank(s, used)
	end := at
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += size
	}
	word := s[at:end]
	_, size := utf8.DecodeRuneInString(word)
	n, ordinal := numeral.Read([]string{strconv.Itoa(max(m.Number, 1)) + word})
	switch {
	case word == "":
		return used
	case document.LatinOrdinal(word) > 0:
		m.Suffix += "-" + strconv.Itoa(document.LatinOrdinal(word))
		return end
	case at > used && (size != len(word) || word != strings.ToUpper(word) || !ends(s[end:])):
		return used
	case size < len(word) && ordinal && n.Ordinal: // Artigo 1o, Article 1er
		return end
	case size == len(word), at == used && document.InsertedLetters(word):
		m.Suffix += strings.ToLower(word)
		return end
	}
	return used
}

// ends reports whether nothing but a sign follows a number.
func ends(s string) bool {
	s = strings.TrimLeftFunc(s, Blank)
	return s == "" || strings.ContainsRune(".:—–", []rune(s)[0])
}

// follow finds the words after a worded number and reports whether the line
// can be a heading: "Article 5 of the Treaty" goes on in lower case and is none.
func (m *Mark) follow(s string, at int) bool {
	at += noteCall(s[at:])
	if call := raised(s[at:]); call != "" {
		m.Raised = call
		at += len(call)
	}
	body := strings.TrimLeftFunc(s[at:], Blank)
	r, size := utf8.DecodeRuneInString(body)
	signed := strings.Contains(s[at:len(s)-len(body)], "\n") // of a heading in two lines
	for body != "" && strings.ContainsRune(".:—–-)：．", r) {
		signed = true
		body = strings.TrimLeftFunc(body[size:], Blank)
		r, size = utf8.DecodeRuneInString(body)
	}
	m.Rest = len(s) - len(body)
	if strings.HasPrefix(s[at:], "(") || strings.HasPrefix(s[at:], ").") || deeper(s[at:]) || chapterAndVerse(s[at:]) {
		return false // §4.2(4) and Article IV.B.3 are references, and so is what ends in a bracket
	}
	return body == "" || signed || m.Rest > at && !text.Small(r) && !strings.ContainsRune(",;)", r)
}

// chapterAndVerse reports that s goes on with the number before it as those of verses, and of
// statutes in a collection, do: ":15" of "Chapter 5:15".
func chapterAndVerse(s string) bool {
	return len(s) > 1 && s[0] == ':' && unicode.IsDigit(rune(s[1]))
}

// noteCall returns the length of the call of a note that s begins with: "[2]".
func noteCall(s string) int {
	if !strings.HasPrefix(s, "[") {
		return 0
	}
	if _, used := lexicon.Arabic(s[1:], lexicon.MaxNumber); used > 0 && strings.HasPrefix(s[1+used:], "]") {
		return 1 + used + 1
	}
	return 0
}

// deeper reports that s goes on with the number before it, down to a point: ".B.3: Clause".
func deeper(s string) bool {
	const longest = 3
	if !strings.HasPrefix(s, ".") {
		return false
	}
	n := letters(s[1:])
	return n > 0 && n <= longest && 1+n < len(s) && strings.IndexByte(".:,;", s[1+n]) >= 0
}
