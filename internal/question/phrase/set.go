package phrase

import (
	"iter"
	"strings"

	"pincite/internal/text/numeral"
)

// A Vocabulary numbers words; see the package comment.
type Vocabulary struct {
	ids    map[string]int32
	macros map[string]string  // alternatives by name, with the dollar sign
	read   map[string]element // elements by source

	numbers map[string]numeral.Numeral // number words beyond those that package numeral reads
	tens    []string                   // those of them that count tens, which others may follow
}

// NewVocabulary returns an empty vocabulary.
func NewVocabulary(macros map[string]string) *Vocabulary {
	return &Vocabulary{ids: make(map[string]int32, 4096), macros: macros, read: make(map[string]element, 2048),
		numbers: map[string]numeral.Numeral{}}
}

// AddNumber makes a word a number.
func (v *Vocabulary) AddNumber(word string, n numeral.Numeral) {
	if v.numbers[word] = n; n.Value >= 20 && n.Value%10 == 0 {
		v.tens = append(v.tens, word)
	}
}

// Counts reports whether a number may begin at t.
func (t *Token) Counts() bool { return t.number }

// Uncount makes t a word that is no number.
func (t *Token) Uncount() { t.number, t.numeral = false, numeral.Numeral{} }

// Len returns one more than the highest number given.
func (v *Vocabulary) Len() int { return len(v.ids) + 1 }

// has reports whether a pattern or a list has a folded word.
func (v *Vocabulary) has(word string) bool { return v.ids[word] > 0 }

// Number returns the numbers of the words of s, new ones where it lacks them.
func (v *Vocabulary) Number(s string) []int32 {
	if id, ok := v.ids[s]; ok { // as most are: tables repeat their words
		return []int32{id}
	}
	var out []int32
	for _, t := range Words(scan(s, v.has)) {
		id, ok := v.ids[t.Fold]
		if !ok {
			id = int32(len(v.ids)) + 1
			v.ids[t.Fold] = id
		}
		out = append(out, id)
	}
	return out
}

// compile reads one pattern.
func (v *Vocabulary) compile(src string, value int) Pattern {
	p := Pattern{Value: value}
	for f := range strings.FieldsSeq(src) {
		f, optional := strings.CutSuffix(f, "?")
		e := element{class: classes[f], optional: optional}
		if e.class == 0 {
			e.alts, e.also = v.alternatives(f)
		}
		p.elems = append(p.elems, e)
	}
	return p
}

// alternatives reads the alternatives of an element: words, and classes. Tables
// repeat them, so that those read before are kept.
func (v *Vocabulary) alternatives(f string) (alts [][]int32, also []byte) {
	if e, ok := v.read[f]; ok {
		return e.alts, e.also
	}
	defer func() { v.read[f] = element{alts: alts, also: also} }()
	for a := range strings.SplitSeq(f, "|") {
		if m, ok := v.macros[a]; ok {
			more, classes := v.alternatives(m)
			alts, also = append(alts, more...), append(also, classes...)
		} else if c, ok := classes[a]; ok {
			also = append(also, c)
		} else {
			alts = append(alts, v.Number(strings.ReplaceAll(a, "_", " ")))
		}
	}
	return alts, also
}

// A Set holds patterns by the first word that they can begin with, so that a
// word is only compared with those that might match.
type Set struct {
	vocabulary *Vocabulary
	all        []Pattern
	first      [][]int32        // by number of the first word: indexes in all
	byClass    map[byte][]int32 // those that begin with a class
}

// NewSet returns an empty set over the vocabulary.
func (v *Vocabulary) NewSet() *Set {
	return &Set{vocabulary: v, byClass: make(map[byte][]int32)}
}

// parting is what stands between two patterns on one line.
const parting = " ; "

// Add takes a line of patterns, all of one value.
func (s *Set) Add(table string, value int) {
	for src := range strings.SplitSeq(table, parting) {
		s.all = append(s.all, s.vocabulary.compile(src, value))
		s.index(int32(len(s.all) - 1))
	}
}

func (s *Set) index(n int32) {
	for _, e := range s.all[n].elems {
		switch e.class {
		case classStart, classEnd:
			continue
		case 0:
			for _, a := range e.alts {
				s.begin(a[0], n)
			}
			for _, c := range e.also {
				s.byClass[c] = append(s.byClass[c], n)
			}
		default:
			s.byClass[e.class] = append(s.byClass[e.class], n)
		}
		if !e.optional {
			return
		}
	}
}

// begin notes that pattern n can begin with word id.
func (s *Set) begin(id, n int32) {
	for int(id) >= len(s.first) {
		s.first = append(s.first, nil)
	}
	if l := s.first[id]; len(l) == 0 || l[len(l)-1] != n {
		s.first[id] = append(l, n)
	}
}

// Each returns the matches that begin at word i, with their patterns.
func (s *Set) Each(words []Token, i int) iter.Seq2[*Pattern, Match] {
	return func(yield func(*Pattern, Match) bool) {
		w := &words[i]
		lists := [...][]int32{nil, nil, nil, nil, s.byClass[classNumber], s.byClass[classTopic]}
		if w.ID != 0 && int(w.ID) < len(s.first) {
			lists[0] = s.first[w.ID]
		}
		if w.Width > 0 {
			lists[1], lists[2] = s.byClass[classLevel], s.byClass[classPlural]
		}
		if w.Ref {
			lists[3] = s.byClass[classRef]
		}
		for _, list := range lists {
			for _, n := range list {
				if m, ok := s.all[n].at(words, i); ok && !yield(&s.all[n], m) {
					return
				}
			}
		}
	}
}

// Longest returns the longest match that begins at word i, the first of several.
func (s *Set) Longest(words []Token, i int) (best Match, p *Pattern) {
	for q, m := range s.Each(words, i) {
		if p == nil || m.End > best.End {
			best, p = m, q
		}
	}
	return best, p
}
