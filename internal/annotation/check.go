package annotation

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/text/words"
	"pincite/internal/yamlfile"
)

// A Finding is something in a document's annotations that does not work as it
// was meant.
type Finding struct {
	Language string
	Section  string // id as the annotations have it; empty for the file as a whole
	Problem  string
	Idle     bool // nothing is lost, but nothing is gained either
}

// Coverage tells how much of a document the annotations in one language reach.
type Coverage struct {
	Language              string
	Sections, AllSections int // that have headings or questions, or a sentence that has notes
	Sentences, All        int // that have a gloss, terms or questions
	Terms, Questions      int
	Unanswered            int      // questions that the document does not answer
	Drafted               int      // entries that a model wrote and nobody has changed
	Bare                  []string // ids of sections that have sentences without notes

	// Strange are English words that stand once in the annotations and neither
	// in the document nor among common words: names, or slips of the pen.
	Strange []string
}

// Check holds the aids in all languages against the document: what they say of sections
// and sentences that are not there, or twice, and how much they reach.
func Check(d *document.Document, all []Aids) ([]Finding, []Coverage) {
	var findings []Finding
	var reach []Coverage
	seen := map[string]bool{}
	for _, a := range all {
		c := newChecker(d, a.Language)
		if seen[a.Language] {
			c.find("", "a second file has this language: the later one wins, entry by entry")
		}
		seen[a.Language] = true
		for _, s := range a.Sections {
			c.section(s)
		}
		if a.Language == "en" {
			c.strange = strangeWords(d.Text, a)
		}
		findings = append(findings, c.findings...)
		reach = append(reach, c.coverage())
	}
	return findings, reach
}

// A checker goes through the annotations in one language.
type checker struct {
	doc      *document.Document
	language string
	findings []Finding
	where    map[string][]int // words of a sentence -> sections that have it, each once
	all      []int            // how many different sentences, by section
	sections map[string]bool  // ids that have an entry
	noted    map[int]map[string]bool
	headed   map[int]bool
	asked    map[string]string // question -> section that it is expected of
	terms    int
	open     int // questions that the document does not answer
	drafted  int // entries that a model wrote
	strange  []string
}

func newChecker(d *document.Document, language string) *checker {
	c := &checker{doc: d, language: language, where: map[string][]int{}, all: make([]int, len(d.Sections)), sections: map[string]bool{},
		noted: map[int]map[string]bool{}, headed: map[int]bool{}, asked: map[string]string{}}
	for i := range d.Sections {
		c.noted[i] = map[string]bool{}
		for _, s := range d.Sentences(i) {
			key := document.OneLine(d.Slice(s))
			if at := c.where[key]; len(at) == 0 || at[len(at)-1] != i {
				c.where[key] = append(at, i)
				c.all[i]++
			}
		}
	}
	return c
}

func (c *checker) find(section, format string, args ...any) {
	c.findings = append(c.findings, Finding{Language: c.language, Section: section, Problem: fmt.Sprintf(format, args...)})
}

func (c *checker) idle(section, format string, args ...any) {
	c.find(section, format, args...)
	c.findings[len(c.findings)-1].Idle = true
}

func (c *checker) section(s Section) {
	i, ok := c.doc.ByID(s.ID)
	if !ok {
		c.find(s.ID, "the document has no section of this id")
		return
	}
	if c.sections[s.ID] {
		c.find(s.ID, "the section has two entries: the later one wins")
	}
	c.sections[s.ID] = true
	c.headed[i] = len(s.Headings)+len(s.Questions) > 0
	c.twice(s.ID, "heading", s.Headings)
	c.questions(s.ID, s.Questions)
	c.twice(s.ID, "unanswered question", s.Unanswered)
	c.open += len(s.Unanswered)
	if wrote := s.Written(); len(wrote) > 0 {
		for _, e := range s.Entries() {
			if wrote.Has(e) {
				c.drafted++
			}
		}
	}
	for _, n := range s.Sentences {
		c.sentence(i, n)
	}
}

func (c *checker) sentence(i int, n Sentence) {
	id, key := c.doc.Sections[i].ID, document.OneLine(n.Text)
	switch places := c.where[key]; {
	case len(places) == 0:
		c.find(id, "no sentence of the document reads %q", beginning(key))
		return
	case !slices.Contains(places, i):
		c.find(id, "the sentence %q stands in %s, not here", beginning(key), c.doc.Sections[places[0]].ID)
		return
	}
	if c.noted[i][key] {
		c.find(id, "the sentence %q has two entries: the later one wins", beginning(key))
	}
	if n.Gloss != "" || len(n.Terms)+len(n.Same) > 0 || len(n.Questions) > 0 {
		c.noted[i][key] = true
	}
	c.terms += len(n.Terms) + len(n.Same)
	c.twice(id, "term", slices.Concat(n.Terms, n.Same))
	c.questions(id, n.Questions)
}

// twice reports entries of one list that are the same but for case and space.
func (c *checker) twice(id, what string, entries []string) {
	seen := map[string]bool{}
	for _, e := range entries {
		key := strings.ToLower(document.OneLine(e))
		if key == "" {
			c.idle(id, "an empty %s", what)
		} else if seen[key] {
			c.idle(id, "the %s %q stands twice in one list", what, beginning(e))
		}
		seen[key] = true
	}
}

// questions reports questions that are expected of two sections: each then
// leads to either.
func (c *checker) questions(id string, questions []string) {
	for _, q := range questions {
		key := strings.ToLower(document.OneLine(q))
		if key == "" {
			c.idle(id, "an empty question")
		} else if other, ok := c.asked[key]; ok && other != id {
			c.idle(id, "the question %q is already asked of %s", beginning(q), other)
		}
		c.asked[key] = id
	}
}

func (c *checker) coverage() Coverage {
	v := Coverage{Language: c.language, AllSections: len(c.doc.Sections), Terms: c.terms, Questions: len(c.asked), Unanswered: c.open, Drafted: c.drafted, Strange: c.strange}
	for i := range c.doc.Sections {
		have, all := len(c.noted[i]), c.all[i]
		v.Sentences += have
		v.All += all
		if have > 0 || c.headed[i] {
			v.Sections++
		}
		if have < all {
			v.Bare = append(v.Bare, c.doc.Sections[i].ID)
		}
	}
	return v
}

// strangeWords returns the words of English annotations that only they have, and
// only once, sorted.
func strangeWords(source string, a Aids) []string {
	count := map[string]int{}
	add := func(texts ...string) {
		for _, t := range texts {
			for _, w := range lowerWords(t) {
				count[w]++
			}
		}
	}
	for _, s := range a.Sections {
		add(s.Headings...)
		add(s.Questions...)
		for _, n := range s.Sentences {
			add(n.Gloss)
			add(n.Terms...)
			add(n.Same...)
			add(n.Questions...)
		}
	}
	for _, w := range lowerWords(source) {
		delete(count, w)
	}
	var out []string
	for w, n := range count {
		if n == 1 && words.Rarity(w) == words.Unlisted {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

// lowerWords returns the words of s in lower case, possessives without 's.
func lowerWords(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	for i, w := range words {
		words[i] = strings.Trim(strings.TrimSuffix(w, "'s"), "'")
	}
	return words
}

// beginningRunes is how much of a sentence tells it from others in a finding.
const beginningRunes = 60

func beginning(s string) string {
	r := []rune(document.OneLine(s))
	if len(r) <= beginningRunes {
		return string(r)
	}
	return string(r[:beginningRunes]) + "…"
}

// Template returns an annotations file for d in a language, with an entry for every
// section and sentence and nothing in them.
func Template(d *document.Document, language string) ([]byte, error) {
	a := Aids{Language: language}
	for i := range d.Sections {
		s := Section{ID: d.Sections[i].ID, Headings: []string{}, Questions: []string{}}
		for _, span := range d.Sentences(i) {
			s.Sentences = append(s.Sentences, Sentence{Text: document.OneLine(d.Slice(span)), Terms: []string{}, Questions: []string{}})
		}
		a.Sections = append(a.Sections, s)
	}
	data, err := yamlfile.Write(templateComment, a)
	if err != nil {
		return nil, fmt.Errorf("write annotations: %w", err)
	}
	return data, nil
}

const templateComment = `# Finding aids: words that people may use for what a sentence says. They are
# matched, never quoted. headings are index headings of a section; a gloss says
# in plain words what a sentence means; terms are words and short phrases for
# it; questions are those that it answers. What stays empty does no harm.
`
