package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Superscripts are the digits above the line, from zero: powers, and numbers of notes.
const Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// QuestionMarks are the signs that a question ends in.
const QuestionMarks = "?？؟"

// EndsIn reports whether the last rune of s is one of signs.
func EndsIn(s, signs string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(signs, r)
}

// BreaksOff reports whether s ends after a word, a comma or a dash, as what introduces a
// list does: "Nobody may enter who", "if –".
func BreaksOff(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(last) || EndsIn(s, ",，、–—-")
}

// Sentences returns the byte spans [start, end) of the sentences of s, in order
// and without the white space between them; base is added to every offset, so
// that a paragraph's sentences come out as spans of the whole text.
//
// A sentence ends at a stop (. ! ? … and the forms of other scripts, with the
// quotes and brackets that close after it) that white space follows. Full stops
// after abbreviations, initials, ordinals and list numbers don't end one; a stop
// glued to the next sentence ("the system.Party committees") does. A sentence too
// long to be quoted is cut at its semicolons. What is abbreviated in which
// language is in abbreviations/; time is linear in len(s).
func Sentences(s string, base int) [][2]int {
	var out [][2]int
	start := skipSpace(s, 0)
	add := func(end int) {
		for _, piece := range clauses(s, start, end) {
			out = append(out, [2]int{base + piece[0], base + piece[1]})
		}
	}
	for i := start; i < len(s); {
		if s[i] < utf8.RuneSelf && s[i] != '.' && s[i] != '!' && s[i] != '?' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isStop(r) {
			i += size
			continue
		}
		end, next := stopRun(s, i), 0
		if next = skipSpace(s, end); endsSentence(s, start, i, end, next) {
			add(end)
			start = next
		}
		i = end
	}
	if end := len(strings.TrimRightFunc(s, unicode.IsSpace)); start < end {
		add(end)
	}
	return out
}

// maxSentence is the length, in bytes, from which a sentence is cut at its
// semicolons: nobody reads a quote that long.
const maxSentence = 700

// clauses cuts s[start:end] at semicolons if it is too long for one sentence.
func clauses(s string, start, end int) [][2]int {
	var out [][2]int
	for at, long := start, end-start > maxSentence; long; {
		i := strings.Index(s[at:end], "; ")
		if i < 0 {
			break
		}
		at += i + 1
		if next := skipSpace(s, at); next < end {
			out = append(out, [2]int{start, at})
			start, at = next, next
		}
	}
	return append(out, [2]int{start, end})
}

// isStop reports whether r can end a sentence. The Chinese semicolon counts:
// between the measures of a list it is where English has a full stop.
func isStop(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '；', '｡', '．', '؟', '۔', '।', '॥', '።', '։':
		return true
	}
	return false
}

func wideStop(r rune) bool { return isStop(r) && r > unicode.MaxLatin1 && r != '…' }

func isCloser(r rune) bool {
	return ClosesQuote(r) || strings.ContainsRune(")]}）】", r)
}

// stopRun returns the end of the stops at i, of the closers after them, and of the numbers
// of notes that are glued to these.
func stopRun(s string, i int) int {
	i = skipFunc(s, i, isStop)
	i = skipFunc(s, i, isCloser)
	for n := -1; n != 0; i += n {
		n = noteCall(s[i:])
	}
	return i
}

// noteCall returns the length of a raised number, or one in square brackets, that begins s.
func noteCall(s string) int {
	const longest = len("[123]")
	if n := skipFunc(s, 0, func(r rune) bool { return strings.ContainsRune(Superscripts, r) }); n > 0 {
		return n
	}
	end := strings.IndexByte(s[:min(len(s), longest)], ']')
	if end < 2 || s[0] != '[' || !digits(s[1:end]) {
		return 0
	}
	return end + 1
}

func skipSpace(s string, i int) int { return skipFunc(s, i, unicode.IsSpace) }

func skipFunc(s string, i int, in func(rune) bool) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !in(r) {
			break
		}
		i += size
	}
	return i
}

// endsSentence reports whether the stop at s[stop:end] ends the sentence that
// began at start; next is where the text goes on.
func endsSentence(s string, start, stop, end, next int) bool {
	first, size := utf8.DecodeRuneInString(s[stop:])
	after, _ := utf8.DecodeRuneInString(s[next:])
	switch {
	case next >= len(s):
		return true
	case wideStop(first):
		return true
	case strings.ContainsRune(",;:，、；：", after):
		return false // the stop belongs to a quoted title or an abbreviation
	case next == end:
		return glued(s, start, stop, end)
	}
	lower := Small(after) || dashed(s, next)
	last, _ := utf8.DecodeLastRuneInString(s[:end])
	if first != '.' {
		return !lower || isStop(last) && first != '…'
	}
	if isCloser(last) {
		return !lower && !abbreviated(s, start, stop, next)
	}
	if end > stop+size { // an ellipsis of full stops
		return !lower
	}
	if lastNumber(s[next:]) || spacedLetters(s[start:stop], s[next:]) || lower && shortened(s, start, stop) {
		return false
	}
	return !abbreviated(s, start, stop, next)
}

// maxShort is how many letters a word has at most that is taken for an abbreviation by its
// place alone.
const maxShort = 5

// shortened reports that the full stop at s[stop], before a word in lower case, ends an
// abbreviation: after a short word, in a sentence that itself begins with a capital.
func shortened(s string, start, stop int) bool {
	first, _ := utf8.DecodeRuneInString(s[start+skipFunc(s[start:], 0, notWord):])
	if Small(first) {
		return false
	}
	word := wordBefore(s, start, stop)
	n := utf8.RuneCountInString(word)
	return n > 0 && n <= maxShort && !strings.ContainsFunc(word, unicode.IsDigit)
}

// lastNumber reports that s is nothing but a number, or goes on with a comma after it:
// no sentence "3." is in "Bahnhofstr. 3."
func lastNumber(s string) bool {
	s = s[:min(len(s), maxToken)]
	rest := strings.TrimLeft(s, "0123456789")
	return rest != s && (strings.HasPrefix(rest, ",") || strings.Trim(rest, ".ªº° \n") == "")
}

// spacedLetters reports that the full stop between before and after stands between the
// letters of an abbreviation, or after its last one: "i. H. v. five".
func spacedLetters(before, after string) bool {
	words := strings.Fields(before[max(0, len(before)-maxToken):])
	n := len(words)
	if n == 0 || !letter(words[n-1]) {
		return false
	}
	first, size := utf8.DecodeRuneInString(after)
	return unicode.IsLetter(first) && strings.HasPrefix(after[size:], ". ") ||
		n > 1 && Small(first) && letter(strings.TrimSuffix(words[n-2], "."))
}

// letter reports a word of one letter.
func letter(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r) && size == len(word)
}

// dashed reports a dash before a lower-case word: «Why?» — he asked.
func dashed(s string, i int) bool {
	r, size := utf8.DecodeRuneInString(s[i:])
	if r != '—' && r != '–' && r != '-' {
		return false
	}
	r, _ = utf8.DecodeRuneInString(s[skipSpace(s, i+size):])
	return Small(r)
}

// glued reports whether a full stop without white space after it ends a
// sentence: a lower-case letter before it (or a closing quote), a capitalised
// word after it, and nothing about it that smells of an address or of code.
func glued(s string, start, stop, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:stop])
	if s[stop] != '.' || end != stop+1 || !unicode.IsLower(before) && before != '"' && before != '”' {
		return false
	}
	r, size := utf8.DecodeRuneInString(s[end:])
	second, _ := utf8.DecodeRuneInString(s[end+size:])
	if !unicode.IsUpper(r) || !unicode.IsLower(second) && second != ' ' {
		return false
	}
	word := token(s, start, stop)
	if !strings.Contains(s[max(start, stop-maxToken):stop], " ") || strings.ContainsAny(word, "/@_`\\:=(<.") {
		return false
	}
	return utf8.RuneCountInString(word) > 2
}

// maxToken bounds how far back and ahead a token is looked for, in bytes, so
// that a text without white space costs linear time.
const maxToken = 80

// token returns the run without white space around the stop: what precedes it,
// and what follows as far as a sign of an address could be.
func token(s string, start, stop int) string {
	from := max(start, stop-maxToken)
	if i := strings.LastIndexFunc(s[from:stop], unicode.IsSpace); i >= 0 {
		from += i + 1
	}
	to := stop + 1
	for to < len(s) && to < stop+maxToken && s[to] > ' ' {
		to++
	}
	return s[from:stop] + s[stop+1:to]
}

// abbreviated reports whether the full stop at s[stop] belongs to the word
// before it: an abbreviation, an initial, or a list number that opens the
// sentence.
func abbreviated(s string, start, stop, next int) bool {
	from := max(start, stop-maxToken)
	if i := strings.LastIndexFunc(s[from:stop], notWord); i >= 0 {
		_, size := utf8.DecodeRuneInString(s[from+i:])
		from += i + size
	}
	word := strings.ToLower(s[from:stop])
	after, _ := utf8.DecodeRuneInString(s[next:])
	known := abbreviations()
	switch {
	case word == "":
		return false
	case from == start && digits(word), known.names[word], known.numbers[word] && numeral(s[next:]):
		return true
	case digits(word):
		return utf8.RuneCountInString(word) <= 2 && (Month(s[next:]) || known.ordinals[wordBefore(s, start, from)])
	case placed(s, start, from, stop, next), doubled(s[from:stop]) && doubled(firstWord(s[next:])):
		return true
	case known.middles[word] && (utf8.RuneCountInString(word) > 1 || s[from:stop] == word): // "Г." is an initial, "г." a year
		return !unicode.IsUpper(after)
	}
	return initial(s[from:stop], after)
}

// placed reports that the word s[from:stop] is one letter in lower case between a word and a
// number, "p. 5", or, as Russian has it, a name: "в г. Омске". After a number it is a unit.
func placed(s string, start, from, stop, next int) bool {
	r, size := utf8.DecodeRuneInString(s[from:])
	after, _ := utf8.DecodeRuneInString(s[next:])
	if from+size != stop || !unicode.IsLower(r) || !unicode.IsDigit(after) && !(unicode.Is(unicode.Cyrillic, r) && unicode.IsUpper(after)) {
		return false
	}
	before := strings.TrimRight(wordBefore(s, start, from), ",")
	return !strings.ContainsFunc(before, func(r rune) bool { return !unicode.IsLetter(r) }) && (before != "" || unicode.IsDigit(after))
}

// doubled reports the short form of a plural that is a capital twice: "EE. UU.".
func doubled(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && word == word[:size]+word[:size]
}

// nextWord returns the word that begins s, in lower case.
func nextWord(s string) string { return strings.ToLower(firstWord(s)) }

// firstWord returns the word that begins s, as it is written.
func firstWord(s string) string {
	s = s[:min(len(s), maxToken)]
	if end := strings.IndexFunc(s, notWord); end >= 0 {
		s = s[:end]
	}
	return strings.TrimRight(s, ".")
}

// wordBefore returns the word that ends before byte at, in lower case.
func wordBefore(s string, start, at int) string {
	s = strings.TrimRightFunc(s[max(start, at-maxToken):at], unicode.IsSpace)
	if i := strings.LastIndexFunc(s, notWord); i >= 0 {
		_, size := utf8.DecodeRuneInString(s[i:])
		s = s[i+size:]
	}
	return strings.ToLower(s)
}

// numeral reports whether s begins with a number as references have it: 5, (5),
// § 5, IV, No. 5. A lone I is rather the pronoun.
func numeral(s string) bool {
	s = strings.TrimLeft(s[:min(len(s), maxToken)], "§№( \n\t")
	if s == "" {
		return false
	}
	if word, rest, ok := strings.Cut(s, "."); ok && abbreviations().numbers[strings.ToLower(word)] {
		return numeral(rest)
	}
	n := len(s) - len(strings.TrimLeft(s, "IVXLC"))
	r, _ := utf8.DecodeRuneInString(s[n:])
	return n == 0 && unicode.IsDigit(r) || (n > 1 || n == 1 && s[0] != 'I') && !unicode.IsLetter(r)
}

func notWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '-'
}

func digits(s string) bool {
	return strings.Trim(s, "0123456789.") == ""
}

// initial reports whether word is one capital letter ("J. Smith") or letters
// with stops between them ("U.S. Army", "т.е."); these end a sentence only
// where they seldom do otherwise.
func initial(word string, after rune) bool {
	if utf8.RuneCountInString(word) == 1 {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r) || unicode.Is(unicode.Cyrillic, r) && unicode.IsLower(after)
	}
	if !strings.Contains(word, ".") {
		return false
	}
	for part := range strings.SplitSeq(word, ".") {
		if utf8.RuneCountInString(part) > 2 {
			return false
		}
	}
	return true
}
