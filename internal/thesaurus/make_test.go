package thesaurus

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pincite/internal/search/analyzer"
)

var wordnet = flag.String("wordnet", "", "folder with the files of WordNet 3.0, from which TestMake makes en.txt")

const (
	meanings = 3  // of a word as one part of speech, the most frequent
	steps    = 2  // up or down
	most     = 48 // words in a list
)

// A synset is a meaning, with the words that have it.
type synset struct {
	words    []string
	pointers []pointer
}

// A pointer leads from a meaning to another, or from a word of it to one of another.
type pointer struct {
	kind, to string
	word     int // of the other, from 1; 0 for the whole meaning
}

// TestMake makes the list of English.
func TestMake(t *testing.T) {
	if *wordnet == "" {
		t.Skip("without -wordnet DIR")
	}
	a, err := analyzer.Named("en")
	if err != nil {
		t.Fatal(err)
	}
	analyze := func(w string) (out []string) {
		for _, token := range a.Analyze([]byte(w)) {
			out = append(out, string(token.Term))
		}
		return out
	}
	m := maker{analyze: analyze, synsets: map[string]synset{}, stems: map[string]string{}, near: map[string]map[string]int{}}
	files := map[string]string{"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
	parts := slices.Sorted(maps.Keys(files))
	for _, part := range parts {
		each(t, "data."+files[part], func(fields []string) { m.addSynset(part, fields) })
	}
	for _, part := range parts {
		each(t, "index."+files[part], func(fields []string) { m.addWord(part, fields) })
	}
	if err := os.WriteFile("en.txt", m.list(), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(stemsFile, m.sample(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// stemsFile has some of the words that the list was made of, each with its stem then.
const stemsFile = "testdata/stems.txt"

// one in so many words is kept in stemsFile.
const every = 16

// sample returns what stemsFile has.
func (m *maker) sample() []byte {
	var out []byte
	for i, w := range slices.Sorted(maps.Keys(m.stems)) {
		if i%every == 0 {
			out = fmt.Appendf(out, "%s\t%s\n", w, m.stems[w])
		}
	}
	return out
}

// each calls f with the fields of every line of a file, without its gloss.
func each(t *testing.T, name string, f func(fields []string)) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(*wordnet, name))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if !strings.HasPrefix(line, " ") { // the licence is indented
			line, _, _ = strings.Cut(line, " | ")
			f(strings.Fields(line))
		}
	}
}

// A maker gathers what is near each word.
type maker struct {
	analyze func(string) []string
	synsets map[string]synset // by part of speech and offset
	stems   map[string]string // by word, "" for what is no single word
	near    map[string]map[string]int
}

// addSynset reads a line of a data file: its offset, its words with a number each, and
// its pointers.
func (m *maker) addSynset(part string, fields []string) {
	var s synset
	n, _ := strconv.ParseInt(fields[3], 16, 0)
	for i := range int(n) {
		w, _, _ := strings.Cut(fields[4+2*i], "(")
		s.words = append(s.words, w)
	}
	offset, fields := fields[0], fields[4+2*n:]
	count, _ := strconv.Atoi(fields[0])
	for i := range count {
		p := fields[1+4*i : 5+4*i]
		word, _ := strconv.ParseInt(p[3][2:], 16, 0)
		s.pointers = append(s.pointers, pointer{p[0], strings.Replace(p[2], "s", "a", 1) + p[1], int(word)})
	}
	m.synsets[part+offset] = s
}

// addWord reads a line of an index file: a word, and the offsets of its meanings at the end.
func (m *maker) addWord(part string, fields []string) {
	head := m.stem(fields[0])
	n, _ := strconv.Atoi(fields[2])
	offsets := fields[len(fields)-n:]
	if head == "" {
		return
	}
	for _, offset := range offsets[:min(n, meanings)] {
		s := m.synsets[part+offset]
		m.add(head, s, 0)
		for _, p := range s.pointers {
			other := m.synsets[p.to]
			switch strings.TrimSuffix(p.kind, "i") {
			case "+": // made from it: "weigh", "weight"
				m.add(head, synset{words: other.words[p.word-1 : p.word]}, 0)
			case "&": // like it
				m.add(head, other, 1)
			case "@", "~": // above and below it
				m.add(head, other, 1)
				m.follow(head, other, p.kind, steps-1)
			}
		}
	}
}

// follow adds what is further up or down.
func (m *maker) follow(head string, s synset, kind string, left int) {
	for _, p := range s.pointers {
		if left > 0 && p.kind == kind {
			m.add(head, m.synsets[p.to], steps+1-left)
			m.follow(head, m.synsets[p.to], kind, left-1)
		}
	}
}

// add adds the words of a meaning to those near a word.
func (m *maker) add(head string, s synset, away int) {
	for _, w := range s.words {
		term := m.stem(w)
		if term == "" || term == head {
			continue
		}
		if m.near[head] == nil {
			m.near[head] = map[string]int{}
		}
		if old, ok := m.near[head][term]; !ok || away < old {
			m.near[head][term] = away
		}
	}
}

// stem returns a word as the index has it, "" for a name and for more than one word.
func (m *maker) stem(w string) string {
	if w != strings.ToLower(w) || strings.ContainsAny(w, "_-'./0123456789") {
		return ""
	}
	out, ok := m.stems[w]
	if !ok {
		if tokens := m.analyze(w); len(tokens) == 1 {
			out = tokens[0]
		}
		m.stems[w] = out
	}
	return out
}

// list writes the words and those near them.
func (m *maker) list() []byte {
	var out []byte
	for _, head := range slices.Sorted(maps.Keys(m.near)) {
		near := m.near[head]
		terms := slices.SortedFunc(maps.Keys(near), func(x, y string) int {
			return cmp.Or(cmp.Compare(near[x], near[y]), cmp.Compare(x, y))
		})
		groups := make([][]string, steps+1)
		for _, w := range terms[:min(len(terms), most)] {
			groups[near[w]] = append(groups[near[w]], w)
		}
		out = append(out, head...)
		for _, g := range groups {
			out = fmt.Appendf(out, "\t%s", strings.Join(g, " "))
		}
		out = append(out, '\n')
	}
	return out
}
