package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/text"
	"pincite/internal/verify/between"
)

// A class says what a character does for the words around it.
type class int

const (
	mark   class = iota // punctuation, white space, anything else between words
	letter              // joins with letters
	digit               // joins with digits
	alone               // a word by itself, as in scripts that do not separate words
	symbol              // a word by itself: a currency, a comparison, a percent sign
	hidden              // shows nothing: soft hyphens, zero width characters
	joined              // a mark on the character before it
)

func classOf(r rune) class {
	r = between.PlainForm(r)
	if r < utf8.RuneSelf {
		return ascii[r]
	}
	switch {
	case r == 'ー' || r == '々' || r == '〇':
		return alone
	case r == 'ﾞ' || r == 'ﾟ' || unicode.Is(unicode.M, r):
		return joined
	case unicode.Is(unicode.Cf, r):
		return hidden
	case unicode.IsLetter(r):
		if text.Unspaced(r) {
			return alone
		}
		return letter
	case unicode.IsNumber(r):
		return digit
	case between.IsDash(r):
		return mark
	case unicode.In(r, unicode.Sc, unicode.Sm) || strings.ContainsRune("§‰°№℃", r):
		return symbol
	}
	return mark
}

// ascii holds the classes of the characters below utf8.RuneSelf.
var ascii = func() (classes [utf8.RuneSelf]class) {
	for c := range classes {
		switch r := rune(c); {
		case unicode.IsLetter(r):
			classes[c] = letter
		case unicode.IsDigit(r):
			classes[c] = digit
		case strings.ContainsRune("$%&+<=>@", r):
			classes[c] = symbol
		}
	}
	return classes
}()

// Next returns the span of the first word of s that begins at byte i or
// later; ok is false at the end of s.
func Next(s string, i int) (w document.Span, ok bool) {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch c := classOf(r); c {
		case letter:
			end := lettersEnd(s, i+size)
			if isMoney(s, end) || IsCode(s[i:end]) && beforeNumber(s, end) { // "-US$", "-CHF 5"
				i = signed(s, i)
			}
			return document.Span{Start: i, End: end}, true
		case digit:
			return document.Span{Start: signed(s, i), End: digitsEnd(s, i)}, true
		case alone:
			return document.Span{Start: i, End: marksEnd(s, i+size)}, true
		case symbol:
			end := repeatsEnd(s, i, size)
			if end == i+size && !quoteOfMail(s, i) {
				if isMoney(s, i) && beforeNumber(s, i) {
					i = signed(s, i)
				}
				return document.Span{Start: i, End: end}, true
			}
			i = end // a rule of signs, which draws and says nothing
		case mark:
			if pointed(s, i) {
				return document.Span{Start: signed(s, i), End: digitsEnd(s, i)}, true
			}
			i += size
		default:
			i += size
		}
	}
	return document.Span{}, false
}

// lettersEnd returns the end of the letters of a word that go on at i, with
// apostrophes inside it.
func lettersEnd(s string, i int) int {
	end := i
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch c := classOf(r); {
		case c == letter || c == joined:
			end = i
		case c == hidden || isApostrophe(r) && i-size == end:
		default:
			return end
		}
	}
	return end
}

// groupMarks are between the digits of a number in groups of three: blanks at which
// no line breaks, too.
const groupMarks = ",٬’'\u00a0\u2009\u202f"

// digitsEnd returns the end of a number that begins at i, with the points inside it and
// the marks between groups of three, of which the first has three digits at most.
func digitsEnd(s string, i int) int {
	digits := 0 // before any mark
	for start := i; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch plain := between.PlainForm(r); {
		case plain == '.' || plain == '٫':
			if r, _ := utf8.DecodeRuneInString(s[i+size:]); !unicode.Is(unicode.Nd, r) {
				return i
			}
		case strings.ContainsRune(groupMarks, plain):
			if !groupAt(s, i+size) || digits > 3 || s[start] == '0' {
				return i
			}
			digits = 0
		default:
			if c := classOf(r); c != digit && c != joined {
				return i
			}
			digits++
		}
		i += size
	}
	return i
}

func digitAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && classOf(r) == digit
}

// groupAt reports whether exactly three digits are at i.
func groupAt(s string, i int) bool {
	for range 3 {
		if !digitAt(s, i) {
			return false
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return !digitAt(s, i)
}

// marksEnd returns the end of the combining marks at i.
func marksEnd(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if classOf(r) != joined {
			break
		}
		i += size
	}
	return i
}

// repeatsEnd returns the end of the run of the character at s[i:i+size].
func repeatsEnd(s string, i, size int) int {
	end := i + size
	for strings.HasPrefix(s[end:], s[i:i+size]) {
		end += size
	}
	return end
}

// quoteOfMail reports whether the sign at i is the one that mail puts before the
// lines that it quotes.
func quoteOfMail(s string, i int) bool {
	return s[i] == '>' && (i == 0 || s[i-1] == '\n')
}

func isApostrophe(r rune) bool { return strings.ContainsRune("'’‘ʼ＇", r) }

// Form returns what a word is compared by: lower case, compatible characters, е for ё
// and simplified Chinese, plain apostrophes, and the digits of a number in one group,
// with what is raised apart and without the sign before them, which [SameSign] compares.
func Form(word string) string {
	if word = unsigned(word); numberAt(word, 0) {
		word = apart(ungrouped(word))
	}
	if isASCII(word) {
		return strings.ToLower(word)
	}
	f := text.Simplified(strings.ToLower(text.Clean(raisedApart(word))))
	f = strings.ReplaceAll(f, "ß", "ss") // in capitals; see SameSharp
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'ё':
			return 'е'
		case isApostrophe(r):
			return '\''
		case between.IsDash(r):
			return '-'
		}
		return r
	}, f)
}

// SameSharp reports whether two words of one form have the same sharp s, which is SS in
// capitals: "Maße" is "MASSE" and not "Masse".
func SameSharp(v, w string) bool {
	const sharp = "ßẞ"
	a, b := strings.ContainsAny(v, sharp), strings.ContainsAny(w, sharp)
	return a == b || a && !strings.Contains(w, "ss") || b && !strings.Contains(v, "ss")
}

// apart returns a number with a caret before the digits that are raised, lowered or a
// fraction, after others: "10²" is no 102.
func apart(number string) string {
	if isASCII(number) {
		return number
	}
	var b strings.Builder
	plain := false // the digit before
	for _, r := range number {
		if plain && unicode.Is(unicode.No, r) {
			b.WriteByte('^')
		}
		plain = unicode.Is(unicode.Nd, r)
		b.WriteRune(r)
	}
	return b.String()
}

// variables are the raised letters that are powers where no others are beside them.
const variables = "ⁱʲᵏᵐⁿᵖˣʸᶻ"

// raisedApart returns a word with a caret before the variables that are raised in it: "2ⁿ"
// is no 2n, though "1ˢᵗ" is 1st.
func raisedApart(word string) string {
	at := strings.IndexAny(word, variables)
	if at < 0 || strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Lm, r) && !strings.ContainsRune(variables, r) }) {
		return word
	}
	return word[:at] + "^" + word[at:]
}

// ungrouped returns a number without the marks between its groups of digits.
func ungrouped(number string) string {
	return strings.Map(func(r rune) rune {
		if isGroupMark(r) {
			return -1
		}
		return r
	}, number)
}

func isGroupMark(r rune) bool {
	return r == ' ' || strings.ContainsRune(groupMarks, between.PlainForm(r))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// IsDivision reports whether the word at w goes on with the one that ends at byte
// end: a hyphen and the end of a line are all that is between them.
func IsDivision(s string, end int, w document.Span) bool {
	hyphen, size := utf8.DecodeRuneInString(s[end:w.Start])
	if hyphen != '-' && hyphen != '‐' && hyphen != '\u00ad' {
		return false
	}
	blank := s[end+size : w.Start]
	before, _ := utf8.DecodeLastRuneInString(s[:end])
	after, _ := utf8.DecodeRuneInString(s[w.Start:])
	return strings.Contains(blank, "\n") && strings.TrimSpace(blank) == "" && unicode.IsLetter(before) && unicode.IsLower(after)
}

// IsBracketed reports whether the word at w goes on with the letter at v in brackets,
// by which people who quote tell that it was another case: "[T]he".
func IsBracketed(s string, v, w document.Span) bool {
	return utf8.RuneCountInString(s[v.Start:v.End]) == 1 && strings.HasSuffix(s[:v.Start], "[") && s[v.End:w.Start] == "]"
}

// IsInBrackets reports whether the word at w is one letter in square brackets.
func IsInBrackets(s string, w document.Span) bool {
	return utf8.RuneCountInString(s[w.Start:w.End]) == 1 && strings.HasSuffix(s[:w.Start], "[") && strings.HasPrefix(s[w.End:], "]")
}

// IsAlone reports whether a word is of a script that does not separate words.
func IsAlone(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return classOf(r) == alone
}

// Cuts reports whether byte i of s is inside a word.
func Cuts(s string, i int) bool {
	if i == 0 || i == len(s) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	k := classOf(after)
	return k == joined || k == classOf(before) && (k == letter || k == digit)
}
