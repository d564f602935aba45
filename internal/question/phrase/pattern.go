package phrase

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// A Pattern is a compiled pattern; see the package comment for its source.
type Pattern struct {
	Value int // what the table that holds the pattern says of it

	elems []element
}

type element struct {
	class    byte // 0 for words, else one of classes
	alts     [][]int32
	also     []byte // classes among the alternatives
	optional bool
}

// The classes of elements that are no words.
const (
	classLevel  = 'l'
	classPlural = 's'
	classRef    = 'r'
	classNumber = 'n'
	classTopic  = '+'
	classStart  = '^'
	classEnd    = '$'
)

var classes = map[string]byte{"@level": classLevel, "@levels": classPlural, "@ref": classRef, "@num": classNumber,
	"+": classTopic, "^": classStart, "$": classEnd}

// A Match says which words a pattern took and where its topic stands, both half
// open.
type Match struct{ Start, End, Topic, TopicEnd int }

// Len returns the number of words.
func (m Match) Len() int { return m.End - m.Start }

// at matches the pattern from word i.
func (p *Pattern) at(words []Token, i int) (Match, bool) {
	m := Match{Start: i}
	end, ok := step(words, i, p.elems, &m)
	m.End = end
	return m, ok
}

// step matches elems from word i and returns the end. Only optional elements
// and topics make it try twice, and patterns have few of them.
func step(words []Token, i int, elems []element, m *Match) (int, bool) {
	for len(elems) > 0 {
		e := &elems[0]
		elems = elems[1:]
		switch e.class {
		case classTopic:
			return stepTopic(words, i, elems, m)
		case classStart:
			if i >= len(words) || !words[i].Opens {
				return 0, false
			}
			continue
		case classEnd:
			if i < len(words) && (i == 0 || !words[i-1].Stop) {
				return 0, false
			}
			continue
		}
		n := e.length(words, i)
		switch {
		case n == 0 && !e.optional:
			return 0, false
		case e.optional && n > 0:
			if end, ok := step(words, i+n, elems, m); ok {
				return end, true
			}
		default:
			i += n
		}
	}
	return i, true
}

// maxTopic bounds the topic inside a pattern in words; one at the end of a
// pattern runs to the end of its sentence.
const maxTopic = 12

func stepTopic(words []Token, i int, rest []element, m *Match) (int, bool) {
	if len(rest) == 0 {
		end := i
		for end < len(words) && (end == i || !words[end-1].Stop) {
			end++
		}
		m.Topic, m.TopicEnd = i, end
		return end, end > i
	}
	for n := 1; n <= maxTopic && i+n <= len(words); n++ {
		if end, ok := step(words, i+n, rest, m); ok {
			m.Topic, m.TopicEnd = i, i+n
			return end, true
		}
		if words[i+n-1].Stop {
			break
		}
	}
	return 0, false
}

// length returns the number of words that e takes at word i, 0 if it does not
// match. Of several alternatives the longest wins.
func (e *element) length(words []Token, i int) int {
	if i >= len(words) {
		return 0
	}
	if e.class != 0 {
		return classLength(e.class, words, i)
	}
	best := 0
	for _, c := range e.also {
		best = max(best, classLength(c, words, i))
	}
	w := &words[i]
	if w.ID == 0 || w.Ref {
		return best
	}
	for _, a := range e.alts {
		if a[0] == w.ID && len(a) > best && begins(words[i:], a) {
			best = len(a)
		}
	}
	return best
}

// classLength is the length of an element of a class.
func classLength(class byte, words []Token, i int) int {
	w := &words[i]
	switch {
	case class == classLevel || class == classPlural && w.Plural:
		return w.Width
	case class == classRef:
		return One(w.Ref)
	case class == classNumber:
		_, ok := Numeral(words, i)
		return One(ok)
	}
	return 0
}

// One is 1 for true, 0 for false.
func One(b bool) int {
	if b {
		return 1
	}
	return 0
}

func begins(words []Token, ids []int32) bool {
	if len(ids) > len(words) {
		return false
	}
	for i, id := range ids {
		if words[i].ID != id {
			return false
		}
	}
	return true
}

// maxNumberWords is the length of the longest written number up to 9999,
// "nine thousand nine hundred and ninety nine".
const maxNumberWords = 8

// Numeral reads the number at words i; 第 counts as part of it.
func Numeral(words []Token, i int) (numeral.Numeral, bool) {
	if i < 0 {
		return numeral.Numeral{}, false
	}
	if i+1 < len(words) && words[i].Fold == "第" && words[i+1].Fold != "第" {
		n, ok := Numeral(words, i+1)
		n.Ordinal = true
		n.Used++
		return n, ok
	}
	if i >= len(words) || !words[i].number {
		return numeral.Numeral{}, false
	}
	var buf [maxNumberWords]string
	raw := buf[:0]
	for j := i; j < len(words) && len(raw) < maxNumberWords && !words[j].Mark; j++ {
		raw = append(raw, words[j].Raw)
	}
	if n, ok := numeral.Read(raw); ok {
		return n, true
	}
	n := words[i].numeral
	return n, n.Used > 0 && i+n.Used <= len(words)
}

// beginsNumber reports whether t is a number, alone or with what follows: no
// written number begins with a word that is none by itself. It is asked once a
// word, since many patterns ask.
func (v *Vocabulary) beginsNumber(t *Token) bool {
	if n, ok := v.listed(t.Fold); ok {
		t.numeral = n
		return true
	}
	r, _ := utf8.DecodeRuneInString(t.Fold)
	if text.IsHan(r) {
		return numeral.HanDigit(r)
	}
	word := [1]string{t.Raw}
	_, ok := numeral.Read(word[:])
	return ok
}

// listed returns the number that a grammar has for a word, or that is made of two of its:
// "vingt-deux", "ventidue", "ventuno"; "zweiundzwanzig", of "zweiund-" and "zwanzig".
func (v *Vocabulary) listed(word string) (numeral.Numeral, bool) {
	if n, ok := v.numbers[word]; ok {
		return n, true
	}
	for _, tens := range v.tens {
		if before, ok := strings.CutSuffix(word, tens); ok && v.numbers[before+"-"].Value > 0 {
			n := v.numbers[tens]
			n.Value += v.numbers[before+"-"].Value
			return n, true
		}
		rest, ok := strings.CutPrefix(word, tens)
		if !ok {
			rest, ok = strings.CutPrefix(word, tens[:len(tens)-1]) // "ventuno" has one vowel of two
		}
		if !ok || v.numbers[tens].Ordinal {
			continue
		}
		whole, most := v.numbers[tens].Value, 9
		if whole >= 60 && whole%20 == 0 {
			most = 19 // "soixante-douze"
		}
		if n := v.numbers[strings.TrimPrefix(rest, "-")]; n.Value > 0 && n.Value <= most {
			n.Value += whole
			return n, true
		}
	}
	return numeral.Numeral{}, false
}

// maxApart is how many words a number in a grammar is written in where they stand apart:
// "quatre vingt dix neuf".
const maxApart = 4

// joinNumbers reads the numbers of a grammar whose words stand apart: "vingt et un" is
// vingt-et-un, and not twenty.
func (v *Vocabulary) joinNumbers(tokens []Token) {
	for i := range tokens {
		word := tokens[i].Fold
		for j := i + 1; tokens[i].numeral.Used > 0 && j < min(i+maxApart, len(tokens)) && !tokens[j].Mark; j++ {
			word += "-" + tokens[j].Fold
			if n, ok := v.listed(word); ok {
				n.Used = j - i + 1
				tokens[i].numeral = n
			}
		}
	}
}
