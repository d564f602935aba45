package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxMarks is the number of combining marks kept on one letter. No orthography
// in use stacks more; a pile of them is decoration that costs time and space.
const maxMarks = 4

// Clean makes typed text fit to read: compatibility forms become plain ones
// (full width letters, circled digits, Roman numeral signs), invisible and
// direction-changing characters go, control characters become spaces, piles of
// combining marks are cut, and white space is folded and trimmed. It takes any
// bytes, in time linear in their number, and Clean(Clean(s)) == Clean(s).
func Clean(s string) string {
	if plain(s) {
		return s
	}
	return norm.NFC.String(strip(norm.NFKC.String(strip(strings.ToValidUTF8(s, " ")))))
}

// LowerRaised writes the digits above the line behind a number, as Article 5¹ has them, behind
// a hyphen: [Clean] would make 51 of them.
func LowerRaised(s string) string {
	if !strings.ContainsAny(s, Superscripts) {
		return s
	}
	var b strings.Builder
	before := ' '
	for _, r := range s {
		if unicode.IsDigit(before) && strings.ContainsRune(Superscripts, r) {
			b.WriteByte('-')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// plain reports whether s is printable ASCII with single spaces inside, as most
// questions are, so that there is nothing to clean.
func plain(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' || (c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ')) {
			return false
		}
	}
	return true
}

// strip drops what cannot be seen and folds white space. It runs before
// normalising, so that letters and marks meet, and after it, since that makes
// spaces and invisible characters of its own.
func strip(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	marks, gap := 0, false
	for _, r := range s {
		if r >= utf8.RuneSelf || r < ' ' {
			if unicode.Is(unicode.Mn, r) && !variation(r) {
				if marks++; marks <= maxMarks && !gap && b.Len() > 0 {
					b.WriteRune(r)
				}
				continue
			}
			if invisible(r) {
				continue
			}
		}
		if blank(r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap, marks = false, 0
		b.WriteRune(r)
	}
	return b.String()
}

// blank reports whether r separates words: white space, a control character,
// the braille cell without dots, the replacement of a broken byte.
func blank(r rune) bool {
	return r == ' ' || r == '\u2800' || r == utf8.RuneError || unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Z, r)
}

// invisible reports whether r shows nothing of its own: format characters
// (zero width, soft hyphen, bidi controls, tags), variation selectors, the
// keycap frame, Hangul fillers, private use and noncharacters.
func invisible(r rune) bool {
	switch r {
	case '\u115f', '\u1160', '\u3164', '\uffa0', '\u17b4', '\u17b5', '\u034f':
		return true
	}
	return variation(r) || unicode.In(r, unicode.Cf, unicode.Co, unicode.Me) || r&0xfffe == 0xfffe ||
		(r >= 0xfdd0 && r <= 0xfdef)
}

func variation(r rune) bool {
	return (r >= 0xfe00 && r <= 0xfe0f) || (r >= 0xe0100 && r <= 0xe01ef) || (r >= 0x180b && r <= 0x180f)
}

// Fold returns s in lower case and without accents, for comparing words and
// never for display: "Séptima" and "septima" meet, and so do "ё" and "е".
// The letter й keeps its mark, since и is another letter.
func Fold(s string) string {
	i := 0
	for i < len(s) && (s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z')) {
		i++
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for _, r := range s[i:] {
		foldRune(&b, unicode.ToLower(r))
	}
	return b.String()
}

// foldRune writes the lower case rune r without its accents.
func foldRune(b *strings.Builder, r rune) {
	switch {
	case r < utf8.RuneSelf || r == 'й' || IsHan(r) || (r >= 'а' && r <= 'я'):
		b.WriteRune(r)
		return
	case accent(r):
		return
	}
	if t, ok := ligatures[r]; ok {
		b.WriteString(t)
		return
	}
	var buf [utf8.UTFMax]byte
	d := norm.NFD.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition()
	if d == nil {
		b.WriteRune(r)
		return
	}
	for _, c := range string(d) { // decomposed in full: this goes one deep
		foldRune(b, c)
	}
}

// accent reports a mark that people leave out when they type: an accent, or the points of
// Hebrew and Arabic. In the scripts of India and of Southeast Asia marks are vowels.
func accent(r rune) bool {
	return r >= '\u0300' && unicode.Is(unicode.Mn, r) && unicode.In(r, unicode.Inherited, unicode.Hebrew, unicode.Arabic)
}

// ligatures are the letters that have no decomposition of their own but are
// typed without their stroke, or as two.
var ligatures = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ħ': "h", 'ŧ': "t", 'ı': "i", 'ð': "d", 'þ': "th",
	'ẞ': "SS", 'Æ': "AE", 'Œ': "OE", 'Ø': "O", 'Ł': "L", 'Đ': "D", 'Ħ': "H", 'Ŧ': "T", 'Ð': "D", 'Þ': "TH"}

// Unaccented returns s without the marks on its letters: "café" as "cafe", "łan" as "lan".
func Unaccented(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(s) {
		switch plain, ok := ligatures[r]; {
		case ok:
			b.WriteString(plain)
		case !accent(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Accented returns the letter that is r with a combining mark, and whether there is one:
// a and U+0308 make ä. A letter that lost its dot for a mark is the one with the dot.
func Accented(r, mark rune) (rune, bool) {
	switch r {
	case 'ı':
		r = 'i'
	case 'ȷ':
		r = 'j'
	}
	one := []rune(norm.NFC.String(string([]rune{r, mark})))
	return one[0], len(one) == 1
}
