package numeral

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"pincite/internal/text"
)

const (
	hundred  = 100
	thousand = 1000
	// minGuess and minTyped are the shortest number word, in runes, that is
	// recognised with a slip, and the shortest that can be a slip of it:
	// below them every other word of the language is one letter away.
	minGuess = 5
	minTyped = 4
	// maxTyped is more than the longest number word has.
	maxTyped = 32
)

// A numberWord is a word with a value. Words of value hundred and thousand
// multiply what is before them unless they are ordinals.
type numberWord struct {
	value   int
	ordinal bool
}

// written reads number words: "one hundred and five", "twenty-first", "двадцать
// первая", "treinta y dos".
func written(words []string) (Numeral, bool) {
	var s speller
	for i, w := range words {
		if s.done || !s.word(w) {
			break
		}
		if !s.joined {
			s.used = i + 1
			s.value = min(s.total+s.cur, Max)
			s.lastOrdinal = s.ordinal
		}
	}
	return Numeral{Value: s.value, Used: s.used, Ordinal: s.lastOrdinal, Form: Words}, s.used > 0
}

// A speller adds up number words one by one.
type speller struct {
	total, cur int // thousands; what is below them
	begun      bool
	joined     bool // the last word was "and", which needs another
	ordinal    bool
	done       bool // an ordinal unit ends the number

	value, used int // the longest numeral so far
	lastOrdinal bool
}

// word takes one typed word, all of its hyphenated pieces or none.
func (s *speller) word(w string) bool {
	f := text.Fold(w)
	if !strings.Contains(f, "-") {
		return s.piece(f)
	}
	for p := range strings.SplitSeq(f, "-") {
		if s.done || !s.piece(p) {
			return false
		}
	}
	return true
}

func (s *speller) piece(p string) bool {
	if p == "and" || p == "y" {
		ok := s.begun && !s.joined && !s.ordinal && s.joins(p)
		s.joined = ok
		return ok
	}
	w, ok := numberWords()[p]
	if !ok || s.ordinal && !w.ordinal || !s.add(w) {
		return false
	}
	s.begun, s.joined = true, false
	s.ordinal = w.ordinal
	s.done = w.ordinal && (w.value%10 != 0 || w.value >= hundred)
	return true
}

// joins reports whether "and" (or "y") continues the number: English joins
// after hundreds, Spanish after tens.
func (s *speller) joins(p string) bool {
	if p == "and" {
		return s.cur%hundred == 0
	}
	return s.cur%10 == 0 && s.cur%hundred != 0
}

// add reports whether w can follow what there is, and adds it.
func (s *speller) add(w numberWord) bool {
	switch {
	case w.value == thousand:
		if s.total > 0 || s.ordinal {
			return false
		}
		s.total, s.cur = max(s.cur, 1)*thousand, 0
	case w.value == hundred && s.cur > 0:
		if s.cur >= 10 {
			return false
		}
		s.cur *= hundred
	case !s.begun || s.cur == 0 && s.total > 0:
		s.cur = w.value
	case w.value >= hundred || w.value == 0:
		return false
	case s.cur%hundred == 0 && s.cur > 0:
		s.cur += w.value
	case w.value < 10 && s.cur%10 == 0 && (s.cur%hundred >= 20 || s.ordinal || s.joined):
		s.cur += w.value
	default:
		return false
	}
	return true
}

// guess returns the number word that f, folded, is one slip away from. Words
// that mean something else are not slips. Of two numbers as near, as ninth and
// ninety are to "nineth", it takes the smaller: outlines have more of those.
func guess(f string) (numberWord, bool) {
	if n := utf8.RuneCountInString(f); n < minTyped || n > maxTyped || notNumbers[f] {
		return numberWord{}, false
	}
	typed := []rune(f)
	var found numberWord
	hit := false
	for _, c := range guessable() {
		if hit && c.value >= found.value || text.Distance(typed, c.runes, 1) > 1 {
			continue
		}
		found, hit = c.numberWord, true
	}
	return found, hit
}

type guessWord struct {
	numberWord
	word  string
	runes []rune
}

// guessable lists the words that may be misspelt.
var guessable = sync.OnceValue(func() []guessWord {
	var out []guessWord
	for w, v := range numberWords() {
		if r := []rune(w); len(r) >= minGuess {
			out = append(out, guessWord{v, w, r})
		}
	}
	slices.SortFunc(out, func(a, b guessWord) int { return strings.Compare(a.word, b.word) })
	return out
})

// numberWords holds every form of every number word, folded. It is built on
// first use; the lists below stay readable that way.
var numberWords = sync.OnceValue(func() map[string]numberWord {
	m := make(map[string]numberWord, 1024)
	for _, l := range numberLists {
		l.addTo(m)
	}
	return m
})

// A wordList gives values in sequence: from, from+step, … Forms of one value
// are joined by a slash.
type wordList struct {
	from, step int
	ordinal    bool
	words      string
	endings    string // when not empty, words are stems and each takes all of these
}

func (l wordList) addTo(m map[string]numberWord) {
	for i, forms := range strings.Fields(l.words) {
		n := numberWord{l.from + i*l.step, l.ordinal}
		for f := range strings.SplitSeq(forms, "/") {
			if l.endings == "" {
				put(m, f, n)
			}
			for e := range strings.FieldsSeq(l.endings) {
				put(m, f+e, n)
			}
		}
	}
}

// put adds a word. The first meaning stays: the lists come in order of how
// likely their language is in a question.
func put(m map[string]numberWord, w string, n numberWord) {
	w = text.Fold(w)
	if _, ok := m[w]; !ok {
		m[w] = n
	}
}

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
