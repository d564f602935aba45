package phrase

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// show writes tokens with what was noted of them: "!" for marks, "." for a stop.
func show(tokens []Token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Fold)
		if t.Mark {
			b.WriteByte('!')
		}
		if t.Stop {
			b.WriteByte('.')
		}
	}
	return b.String()
}

func TestScan(t *testing.T) {
	for in, want := range map[string]string{
		"":                      "",
		"\xff":                  "\xff!",
		"What’s Measure 7?":     "what's measure 7. ?!",
		"m7 7th 7-я VII":        "m 7 7th 7-я vii",
		"第十五條讲什麼":               "第 十五 条 讲 什 么",
		"«Séptima», “x” *y*":    "septima ,! x y",
		"self-criticism - ёлка": "self-criticism -! елка",
		"3:e, 5:nnen 4 §:ssä":   "3 ,! 5 4 §!",
		"7:who 7: a § : n":      "7 :! who 7 :! a §! :! n",
	} {
		if got := show(scan(in, func(w string) bool { return w == "who" })); got != want {
			t.Errorf("scan(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPatterns(t *testing.T) {
	for _, c := range []struct{ pattern, in, want string }{
		{"a b", "a", ""},
		{"a b", "a b c", "a b"},
		{"a|b_c d", "b c d", "b c d"},
		{"a|b_c d", "b d", ""},
		{"a x? b", "a b", "a b"},
		{"a x? b", "a x b", "a x b"},
		{"a x? x b", "a x b", "a x b"}, // an optional word gives way
		{"a +", "a b c. d", "a [b c]"},
		{"a + d", "a b c d d", "a [b c] d"},
		{"a + d", "a d", ""},
		{"a + d", "a b. c d", ""}, // a topic ends with its sentence
		{"a|a_b c", "a b c", "a b c"},
		{"$m c", "b c", "b c"},
		{"@num c", "seven c", "seven c"},
		{"@num c", "q c", ""},
		{"x|@num c", "7 c", "7 c"},
		{"x|@level c", "level c", "level c"},
		{"@levels c", "level c", ""},
		{"@ref c", "level c", ""},
		{"^ a b", "a b", "a b"},
		{"提到|提", "提到", "提 到"},
	} {
		v := NewVocabulary(map[string]string{"$m": "a|b"})
		s := v.NewSet()
		s.Add(c.pattern, 1)
		words := Words(v.Scan(c.in))
		for i := range words {
			words[i].Opens = i == 0
			if words[i].Fold == "level" {
				words[i].Level, words[i].Width = 1, 1
			}
		}
		if got := taken(words, s); got != c.want {
			t.Errorf("%q on %q took %q, want %q", c.pattern, c.in, got, c.want)
		}
	}
}

// taken writes the words of the longest match from the first word on, the topic
// in brackets.
func taken(words []Token, s *Set) string {
	m, p := s.Longest(words, 0)
	if p == nil {
		return ""
	}
	var out []string
	for i := m.Start; i < m.End; i++ {
		w := words[i].Fold
		if i == m.Topic && m.TopicEnd > 0 {
			w = "[" + w
		}
		if i == m.TopicEnd-1 {
			w += "]"
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// Several patterns on a line are as many patterns, of one value.
func TestTables(t *testing.T) {
	v := NewVocabulary(nil)
	s := v.NewSet()
	s.Add("a b ; c ; d", 5)
	for _, in := range []string{"a b", "c", "d"} {
		if _, p := s.Longest(Words(v.Scan(in)), 0); p == nil || p.Value != 5 {
			t.Errorf("%q is not matched", in)
		}
	}
	if _, p := s.Longest(Words(v.Scan("unknown")), 0); p != nil {
		t.Error("an unknown word is matched")
	}
}

func TestNumeral(t *testing.T) {
	v := NewVocabulary(nil)
	for in, want := range map[string]int{"7": 7, "twenty-one": 21, "one hundred and five": 105, "第七": 7, "十五": 15,
		"двадцать первая": 21, "и": 0, "and five": 0, "": 0, "第第": 0} {
		words := Words(v.Scan(in))
		n, ok := Numeral(words, 0)
		if n.Value != want || ok != (want != 0) {
			t.Errorf("Numeral(%q) = %d, %v", in, n.Value, ok)
		}
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"", "what’s", "’s", "第", "7-я", "\xff", "a-", "whéré's", "&#x27;", "~~~~", "<script>x</script>"} {
		f.Add(s)
	}
	v := NewVocabulary(nil)
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4096 || !utf8.ValidString(s) {
			return
		}
		at := 0
		for _, w := range v.Scan(s) {
			if w.Start < at || w.End < w.Start || w.End > len(s) {
				t.Fatalf("%q: token %+v begins before %d", s, w, at)
			}
			at = w.End
		}
	})
}
