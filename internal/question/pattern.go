package question

import "strings"

// A pattern is a sequence of words to look for. In its source, spaces part
// elements, "|" parts alternatives, "_" joins the words of one alternative, a
// closing "?" makes an element optional, and
//
//	@level   a word that names a level     @levels  the same, in the plural
//	@ref     a reference                   @num     a number word or digits
//	+        one or more words, the topic; as few as the rest allows
//	$name    the alternatives listed in macros
//
// Chinese alternatives are written as they are; each character is a word.
type pattern struct {
	elems []element
	value int // what the table that holds the pattern says of it
}

type element struct {
	class    byte // 0 for words, else 'l', 's', 'r', 'n', '+'
	alts     [][]string
	optional bool
}

// compile reads one pattern.
func compile(src string, value int) pattern {
	p := pattern{value: value}
	for f := range strings.FieldsSeq(src) {
		f, optional := strings.CutSuffix(f, "?")
		e := element{optional: optional}
		switch f {
		case "@level":
			e.class = 'l'
		case "@levels":
			e.class = 's'
		case "@ref":
			e.class = 'r'
		case "@num":
			e.class = 'n'
		case "+":
			e.class = '+'
		default:
			e.alts = alternatives(f)
		}
		p.elems = append(p.elems, e)
	}
	return p
}

func alternatives(f string) [][]string {
	var out [][]string
	for a := range strings.SplitSeq(f, "|") {
		if m, ok := macros[a]; ok {
			out = append(out, alternatives(m)...)
			continue
		}
		var words []string
		for _, t := range wordsOf(scan(strings.ReplaceAll(a, "_", " "))) {
			words = append(words, t.fold)
		}
		out = append(out, words)
	}
	return out
}

// A match says which words a pattern took and where its topic stands, both
// half open.
type match struct{ start, end, topic, topicEnd int }

// at matches the pattern from word i.
func (p *pattern) at(words []token, i int) (match, bool) {
	m := match{start: i}
	end, ok := step(words, i, p.elems, &m)
	m.end = end
	return m, ok
}

// step matches elems from word i and returns the end. Only optional elements
// and topics make it try twice, and patterns have few of them.
func step(words []token, i int, elems []element, m *match) (int, bool) {
	if len(elems) == 0 {
		return i, true
	}
	e, rest := &elems[0], elems[1:]
	if e.class == '+' {
		return stepTopic(words, i, rest, m)
	}
	if n := e.length(words, i); n > 0 {
		if end, ok := step(words, i+n, rest, m); ok {
			return end, true
		}
	}
	if e.optional {
		return step(words, i, rest, m)
	}
	return 0, false
}

// maxTopic bounds the topic inside a pattern in words; one at the end of a
// pattern runs to the end of its sentence.
const maxTopic = 12

func stepTopic(words []token, i int, rest []element, m *match) (int, bool) {
	if len(rest) == 0 {
		end := i
		for end < len(words) && (end == i || !words[end-1].stop) {
			end++
		}
		m.topic, m.topicEnd = i, end
		return end, end > i
	}
	for n := 1; n <= maxTopic && i+n <= len(words); n++ {
		if end, ok := step(words, i+n, rest, m); ok {
			m.topic, m.topicEnd = i, i+n
			return end, true
		}
		if words[i+n-1].stop {
			break
		}
	}
	return 0, false
}

// length returns the number of words that e takes at word i, 0 if it does not
// match. Of several alternatives the longest wins.
func (e *element) length(words []token, i int) int {
	if i >= len(words) {
		return 0
	}
	w := &words[i]
	switch e.class {
	case 'l':
		return w.width
	case 's':
		if w.plural {
			return w.width
		}
		return 0
	case 'r':
		if w.ref != nil {
			return 1
		}
		return 0
	case 'n':
		if _, ok := numeral(words, i); ok {
			return 1
		}
		return 0
	}
	best := 0
	for _, a := range e.alts {
		if len(a) > best && w.ref == nil && begins(words[i:], a) {
			best = len(a)
		}
	}
	return best
}

// A patternSet holds patterns by the first word that they can begin with, so
// that a word is only compared with those that might match.
type patternSet struct {
	all   []pattern
	first map[string][]int // by first word
	any   []int            // those that begin with a class or an optional element
}

// add takes patterns, one a line.
func (s *patternSet) add(src string, value int) {
	if s.first == nil {
		s.first = make(map[string][]int)
	}
	for line := range strings.Lines(src) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		s.index(compile(line, value))
	}
}

func (s *patternSet) index(p pattern) {
	n := len(s.all)
	s.all = append(s.all, p)
	for _, e := range p.elems {
		if e.class != 0 {
			s.any = append(s.any, n)
			return
		}
		for _, a := range e.alts {
			if l := s.first[a[0]]; len(l) == 0 || l[len(l)-1] != n {
				s.first[a[0]] = append(l, n)
			}
		}
		if !e.optional {
			return
		}
	}
}

// each calls f with every match that begins at word i until f returns false.
func (s *patternSet) each(words []token, i int, f func(*pattern, match) bool) {
	for _, list := range [2][]int{s.first[words[i].fold], s.any} {
		for _, n := range list {
			if m, ok := s.all[n].at(words, i); ok && !f(&s.all[n], m) {
				return
			}
		}
	}
}

// longest returns the longest match that begins at word i.
func (s *patternSet) longest(words []token, i int) (best match, p *pattern) {
	s.each(words, i, func(q *pattern, m match) bool {
		if p == nil || m.end > best.end {
			best, p = m, q
		}
		return true
	})
	return best, p
}
