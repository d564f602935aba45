package word

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// A Side is the words of a text or of a document in a difference.
type Side struct {
	words   []string
	numbers []string // values of the numbers among them
	run     []string // words of the last number, if the last word is one
	parts   int      // words of numbers
	digits  int      // numbers that are not single Chinese characters, which many words have
	negated []string
	limits  []string // conditions
	signs   []string // of amounts: currencies, percent, comparisons
	names   []string
}

// InWord reports whether letters are on both sides of a word of s, which is a
// digit misread for a letter then.
func InWord(s string, w document.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:w.Start])
	after, _ := utf8.DecodeRuneInString(s[w.End:])
	return unicode.IsLower(before) && unicode.IsLower(after)
}

// A Concern is what makes a difference one to be named first.
type Concern string

// The concerns. The strings are part of the JSON contract.
const (
	Negation  Concern = "negation"
	Condition Concern = "condition"
	Limit     Concern = "limit"  // that a number is one: "at least", "or more"
	Number    Concern = "number" // or the sign that says of what: a currency, percent
	Name      Concern = "name"
)

// Rank orders concerns from the gravest, 0, to none.
func (c Concern) Rank() int {
	return (slices.Index(concerns, c) + len(concerns) + 1) % (len(concerns) + 1)
}

var concerns = []Concern{Negation, Condition, Limit, Number, Name}

// ConcernOf returns what makes a difference between two sides one to be named
// first, "" for any other.
func ConcernOf(a, b Side) Concern {
	switch {
	case !slices.Equal(a.negated, b.negated) || negates(a.words, b.words):
		return Negation
	case !slices.Equal(a.limits, b.limits):
		return Condition
	case !slices.Equal(a.numbers, b.numbers) && (a.certain() && b.certain() || len(a.numbers) > 0 && len(b.numbers) > 0):
		return Number
	case signsDiffer(a, b):
		return Number
	case !slices.Equal(a.names, b.names):
		return Name
	}
	return ""
}

// signsDiffer reports whether an amount is of something else, or of nothing: a sign
// is exchanged, or is on one side alone and no word on the other spells it out.
func signsDiffer(a, b Side) bool {
	if slices.Equal(a.signs, b.signs) {
		return false
	}
	return len(a.signs) > 0 && len(b.signs) > 0 || !a.spells() && !b.spells()
}

// spells reports whether there are words besides numbers and signs.
func (s *Side) spells() bool { return len(s.words) > s.parts+len(s.signs) }

// EndsSentence reports whether a sentence ends between two words.
func EndsSentence(gap string) bool { return strings.ContainsAny(gap, ".!?:。！？：\n") }

// Add adds a word; first tells that it begins a sentence, where any has a capital.
func (s *Side) Add(word string, first bool) {
	form := Form(word)
	s.words = append(s.words, form)
	form = SignOf(word) + form
	s.addNumber(word, form)
	switch {
	case IsSign(word):
		s.signs = append(s.signs, form)
	case isNegation(form):
		s.negated = append(s.negated, form)
	case conditions().words[form]:
		s.limits = append(s.limits, form)
	}
	if isName(word, first) {
		s.names = append(s.names, form)
	}
}

// addNumber adds a word if it is a number, or a part of the one before.
func (s *Side) addNumber(word, form string) {
	n, ok := number(word, form)
	if !ok {
		s.run = nil
		return
	}
	s.parts++
	if r, size := utf8.DecodeRuneInString(form); size < len(form) || !text.IsHan(r) {
		s.digits++
	}
	if whole, ok := wholeNumber(append(s.run, form)); ok {
		s.run = append(s.run, form)
		s.numbers[len(s.numbers)-1] = whole
		return
	}
	s.run = []string{form}
	s.numbers = append(s.numbers, n)
}

// certain reports whether numbers are meant to be numbers: they are not only
// characters within words of Chinese.
func (s *Side) certain() bool {
	return len(s.numbers) == 0 || s.digits > 0 || s.parts == len(s.words)
}

// wholeNumber returns the value of several words that are one number: "twenty one".
func wholeNumber(words []string) (string, bool) {
	if len(words) < 2 {
		return "", false
	}
	if IsAlone(words[0]) {
		words = []string{strings.Join(words, "")}
	}
	n, ok := numeral.Read(words)
	return strconv.Itoa(n.Value), ok && n.Used == len(words) && n.Form != numeral.Roman
}

// number returns the value of a number, in digits or in words. Roman numerals
// count in capitals, from two of them.
func number(word, form string) (string, bool) {
	if numberAt(unsigned(form), 0) {
		return form, true
	}
	n, ok := numeral.Read([]string{form})
	if n.Form == numeral.Roman {
		ok = len(word) > 1 && strings.ToUpper(word) == word
	}
	return strconv.Itoa(n.Value), ok
}

//go:embed negations.txt
var negationList string

//go:embed conditions.txt
var conditionList string

// A vocabulary is the words of a list, and the beginnings and endings in it that do
// the same to the rest of a word.
type vocabulary struct {
	words            map[string]bool
	prefix, suffixes []string
}

var (
	negations  = sync.OnceValue(func() vocabulary { return readVocabulary(negationList) })
	conditions = sync.OnceValue(func() vocabulary { return readVocabulary(conditionList) })
)

func readVocabulary(list string) vocabulary {
	v := vocabulary{words: map[string]bool{}}
	for line := range strings.Lines(list) {
		line, _, _ = strings.Cut(line, "#")
		for w := range strings.FieldsSeq(line) {
			switch {
			case strings.HasSuffix(w, "-"):
				v.prefix = append(v.prefix, w[:len(w)-1])
			case strings.HasPrefix(w, "-"):
				v.suffixes = append(v.suffixes, w[1:])
			default:
				v.words[w] = true
			}
		}
	}
	return v
}

// IsSign reports whether a word is the sign of an amount: of a currency, percent, a
// comparison. The signs for "and" and "at" are none.
func IsSign(word string) bool {
	word = unsigned(word)
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && classOf(r) == symbol && r != '&' && r != '@'
}

// IsNegation reports whether a word denies what is said. The sign № has the form of one
// and does not.
func IsNegation(word string) bool { return !IsSign(word) && isNegation(Form(word)) }

// Restricts reports whether a word denies what is said, or makes it hold in some cases
// alone.
func Restricts(word string) bool {
	return IsNegation(word) || conditions().words[Form(word)]
}

// IsNumber reports whether a word is a number, in digits or in words.
func IsNumber(word string) bool {
	_, ok := number(word, Form(word))
	return ok
}

func isNegation(form string) bool {
	return negations().words[form] || strings.HasSuffix(form, "n't")
}

// leastNegated is the length in letters from which the beginning of a word is
// taken to negate it: "to" and "into" are two words.
const leastNegated = 5

// negates reports whether one side has a word of the other with a negating
// beginning or ending: lawful, unlawful.
func negates(a, b []string) bool {
	for _, v := range a {
		for _, w := range b {
			if negated(v, w) || negated(w, v) {
				return true
			}
		}
	}
	return false
}

func negated(word, by string) bool {
	if utf8.RuneCountInString(word) < leastNegated {
		return false
	}
	for _, p := range negations().prefix {
		if by == p+word {
			return true
		}
	}
	for _, s := range negations().suffixes {
		if stem, ok := strings.CutSuffix(by, s); ok && (word == stem || strings.HasPrefix(word, stem) && len(stem) > 3 && len(word) <= len(stem)+3) {
			return true
		}
	}
	return false
}

// isName reports whether a word is written as names are, one letter among them, as of a
// class or an annex; first tells that it
// begins a sentence, where any word has a capital.
func isName(word string, first bool) bool {
	capitals, letters := 0, 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			letters++
		}
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	initial, _ := utf8.DecodeRuneInString(word)
	return capitals > 1 && capitals == letters || !first && unicode.IsUpper(initial) && word != "I"
}
