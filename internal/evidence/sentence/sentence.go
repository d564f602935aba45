package sentence

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/evidence/passages"
	"pincite/internal/search"
	"pincite/internal/sought"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
	"pincite/internal/text/words"
)

// MaxRunes is how much of a sentence is read.
const MaxRunes = 1000

// Words tell which terms of a sentence are words of a question.
type Words struct {
	Narrows func(term string) bool // one that narrows it, or means the same
	Thing   func(term string) bool // the word for the thing asked for
	Verb    func(term string) bool // the word for what is done, where it is asked who does it
}

// A Sentence is a sentence or a heading, analysed. It is for one goroutine.
type Sentence struct {
	// Start is where the first word that narrows the question stands, 0 at the beginning
	// to 1, which is also for a sentence that has none: what a sentence is about stands at
	// its beginning as a rule.
	Start float64

	// News is how much the sentence tells beyond the words of the question: the logarithm
	// of what its other words tell.
	News float64

	// Covered is how much of the sentence the question's words are, by what its words
	// tell: 1 for a question that has all of them.
	Covered float64

	text  string
	in    *passages.Index
	asked Words
	all   []word // nil until needed
}

// A word is a word of a sentence, and whether it narrows the question.
type word struct {
	search.Token
	narrows bool
}

// ordinal is the number or letter that a point of a list bears: "3. ", "(12) ", "b) ".
var ordinal = regexp.MustCompile(`^(?:[(（]?(?:\pN{1,3}|\p{Ll})[)）、]|\pN{1,3}[.．](?:\s|$))`)

// Unnumbered returns what is read of a sentence: without the number that it bears as a
// point of a list, which counts nothing.
func Unnumbered(s string) string {
	return text.Limit(strings.TrimLeft(s[len(ordinal.FindString(s)):], " "), MaxRunes)
}

// Read analyses a sentence in the language of an index, for a question of these words.
func Read(x *passages.Index, s string, asked Words) Sentence {
	out := Sentence{Start: 1, text: Unnumbered(s), in: x, asked: asked}
	var met, news, all float64
	terms := x.Analyze(out.text)
	for i, t := range terms {
		tells := x.Telling(t.Term)
		all += tells
		if !asked.Narrows(t.Term) {
			news += tells
			continue
		}
		met += tells
		if out.Start == 1 {
			out.Start = float64(i) / float64(len(terms))
		}
	}
	out.News, out.Covered = math.Log1p(news), met/max(all, 1e-9)
	return out
}

// words returns all words of the sentence, function words included.
func (s *Sentence) words() []word {
	if s.all == nil {
		for _, t := range s.in.AllWords(s.text) {
			s.all = append(s.all, word{t, s.asked.Narrows(t.Term)})
		}
	}
	return s.all
}

// NearNumber is 1 / how many words a number stands from a word that narrows the question,
// the nearest of them; 0 if there is none.
func (s *Sentence) NearNumber() (near float64) {
	number, narrows := -1, -1
	for i, w := range s.words() {
		if w.narrows {
			narrows = i
		} else if _, ok := numeral.Read([]string{strings.ToLower(s.text[w.Start:w.End])}); ok {
			number = i
		}
		if number >= 0 && narrows >= 0 {
			near = max(near, 1/math.Abs(float64(number-narrows)))
		}
	}
	return near
}

// InOtherWords returns those of the kinds that the sentence has in other words than those
// of the question. Whoever does what it asks is an agent, whichever word says who it is.
func (s *Sentence) InOtherWords(wanted sought.Kind) sought.Kind {
	if wanted == 0 {
		return 0
	}
	var left strings.Builder
	at, done := 0, false
	for _, w := range s.words() {
		sign := sought.KnownSign
		if s.asked.Verb != nil && s.asked.Verb(w.Term) {
			sign, done = sought.DoneSign, true
		}
		if w.Start >= at && (w.narrows || sign == sought.DoneSign) {
			left.WriteString(s.text[at:w.Start] + sign)
			at = w.End
		}
	}
	left.WriteString(s.text[at:])
	has, _ := sought.In(left.String(), s.in.Language, wanted)
	if done && wanted.Has(sought.Agent) && sought.Doer(left.String(), s.in.Language) {
		has |= sought.Agent
	}
	return has
}

// Counts reports whether the sentence has a number right before the word for the thing
// asked for: "five classes of members" counts classes, not members. A number at the end of
// the sentence counts what it is about: "The quorum shall be fifteen."
func (s *Sentence) Counts() bool {
	for _, w := range s.words() {
		if s.asked.Thing(w.Term) {
			if number, _ := sought.In(justBefore(s.text[:w.Start]), s.in.Language, sought.Count); number != 0 {
				return true
			}
		}
	}
	return s.endsInCount()
}

// endsInCount reports whether the last word of the sentence is a number that is no year,
// nor one of a day or of another place.
func (s *Sentence) endsInCount() bool {
	all := s.words()
	if len(all) == 0 {
		return false
	}
	last := all[len(all)-1]
	number, _ := sought.In(s.text[last.Start:last.End], s.in.Language, sought.Count)
	if number == 0 || last.narrows || s.labels(last.Start) {
		return false
	}
	has, _ := sought.In(justBefore(s.text[:last.Start])+" "+s.text[last.Start:], s.in.Language, sought.Count|sought.Date)
	return has == sought.Count
}

// labels reports whether a number at byte i only names what stands right before it: "block 7".
func (s *Sentence) labels(i int) bool {
	before := strings.Fields(s.text[:i])
	if len(before) == 0 {
		return false
	}
	w := before[len(before)-1]
	number, _ := sought.In(w, s.in.Language, sought.Count)
	r, _ := utf8.DecodeLastRuneInString(w)
	return number == 0 && unicode.IsLetter(r) && !words.Function(s.in.Language).Has(text.Fold(w))
}

// justBefore returns the last two words of s; of a text without spaces, the last four
// characters.
func justBefore(s string) string {
	words := strings.Fields(s)
	s = strings.Join(words[max(0, len(words)-2):], " ")
	if r := []rune(s); len(r) > 4 && text.IsHan(r[len(r)-1]) {
		s = string(r[len(r)-4:])
	}
	return s
}
