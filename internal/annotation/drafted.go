package annotation

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"pincite/internal/document"
)

// Drafted records that a model wrote entries of a section, and when. It stands in the
// file, so that a later run knows what need not be asked again, and so that an entry
// is the model's until a person has changed it.
type Drafted struct {
	Model  string `yaml:"model"`
	Prompt int    `yaml:"prompt"` // version of the prompt
	Passes int    `yaml:"passes"` // how often the section was asked about
	Date   string `yaml:"date"`   // ISO 8601, of the last time
	Digest string `yaml:"digest"` // of the section's text at that time

	// Wrote has a short sum of each entry that the model wrote, those that a
	// person has changed or removed since among them, with spaces between.
	Wrote string `yaml:"wrote"`
}

// An Entry is one finding aid of a section.
type Entry struct {
	Kind     string // as the key of its list: "questions", "gloss"
	Sentence string // that it is about, on one line; empty for the section as a whole
	Text     string
}

// sum tells entries of one section apart. 24 bits confuse a person's entry with one
// of a hundred of a model's once in 170,000 times.
func (e Entry) sum() string {
	h := sha256.Sum256([]byte(e.Kind + "\x00" + e.Sentence + "\x00" + document.OneLine(e.Text)))
	return hex.EncodeToString(h[:3])
}

// Wrote is a set of entries that a model wrote.
type Wrote map[string]bool

// Written returns what the model wrote of a section, now or once.
func (s Section) Written() Wrote {
	w := Wrote{}
	if s.Drafted != nil {
		for _, sum := range strings.Fields(s.Drafted.Wrote) {
			w[sum] = true
		}
	}
	return w
}

// Has reports whether the model wrote e, word for word.
func (w Wrote) Has(e Entry) bool { return w[e.sum()] }

// Add adds an entry.
func (w Wrote) Add(e Entry) { w[e.sum()] = true }

// String returns the set as Drafted has it.
func (w Wrote) String() string {
	return strings.Join(slices.Sorted(maps.Keys(w)), " ")
}

// Entries returns the entries of a section, in the order of the file.
func (s Section) Entries() []Entry {
	var out []Entry
	s.Filter(func(e Entry) bool { out = append(out, e); return true })
	return out
}

// Filter returns s with those entries only that keep holds for, and without sentences
// that have none.
func (s Section) Filter(keep func(Entry) bool) Section {
	list := func(kind, sentence string, texts []string) []string {
		var out []string
		for _, t := range texts {
			if keep(Entry{kind, sentence, t}) {
				out = append(out, t)
			}
		}
		return out
	}
	s.Headings, s.Named = list("headings", "", s.Headings), list("named", "", s.Named)
	s.Questions, s.Unanswered = list("questions", "", s.Questions), list("unanswered", "", s.Unanswered)
	var sentences []Sentence
	for _, n := range s.Sentences {
		at := document.OneLine(n.Text)
		if n.Gloss != "" && !keep(Entry{"gloss", at, n.Gloss}) {
			n.Gloss = ""
		}
		n.Same, n.Terms = list("same", at, n.Same), list("terms", at, n.Terms)
		n.Questions = list("questions", at, n.Questions)
		if n.Gloss != "" || len(n.Same)+len(n.Terms)+len(n.Questions) > 0 {
			sentences = append(sentences, n)
		}
	}
	s.Sentences = sentences
	return s
}
