package passages

import (
	"iter"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
)

const (
	// maxSpelt is of how many bytes of a text the runs of words are looked at.
	maxSpelt = 2 << 20

	// maxRuns is how many runs of words are weighed at most.
	maxRuns = 1 << 16

	// often is how many times a run of common words stands in a text that may be known by
	// its initials.
	often = 3
)

// initials tells which words of a text an initialism stands for. What it knows is read
// once, when a question first needs it. It is safe for concurrent use.
type initials struct {
	reader
	doc     *document.Document
	written func() map[string]bool // the initialisms that the text has
	meant   func() map[string]run  // what each stands for
	both    func() both            // those that the text writes in full too
}

// A run is the words that an initialism stands for, in lower case; "" for none.
type run struct {
	words   string
	hash    uint64 // of the words
	named   bool   // they are written with capitals, are a heading, or are defined
	defined bool   // the initialism stands by them in brackets
}

func newInitials(d *document.Document, language string) *initials {
	x := &initials{reader: newReader(language), doc: d}
	x.written, x.meant, x.both = sync.OnceValue(x.readWritten), sync.OnceValue(x.readMeant), sync.OnceValue(x.readBoth)
	return x
}

// has reports whether the text has an initialism as a word.
func (x *initials) has(letters string) bool { return x.written()[letters] }

// standsFor returns what an initialism stands for in the text.
func (x *initials) standsFor(letters string) run { return x.meant()[letters] }

// readWritten reads the words in capitals.
func (x *initials) readWritten() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsFuncSeq(x.doc.Text[:min(len(x.doc.Text), maxSpelt)], func(c rune) bool { return !unicode.IsLetter(c) }) {
		if n := utf8.RuneCountInString(w); n >= 2 && n <= maxInitials && !strings.ContainsFunc(w, unicode.IsLower) {
			out[w] = true
		}
	}
	return out
}

// A candidate is a run of words that may have an initialism.
type candidate struct {
	run
	letters string
	n       int  // how many times it is there
	inside  bool // once at least where no sentence begins
}

// readMeant reads what initialisms stand for: of several runs with the same initials the one
// that is defined, or else that is written as a name, or else that is there the most.
func (x *initials) readMeant() map[string]run {
	all := x.candidates()
	best, next := map[string]*candidate{}, map[string]int{}
	for _, c := range all {
		b := best[c.letters]
		if b == nil || c.before(b) {
			best[c.letters] = c
			c, b = b, c
		}
		if c != nil && !strings.HasPrefix(c.words, b.words) && !strings.HasPrefix(b.words, c.words) {
			next[c.letters] = max(next[c.letters], c.n)
		}
	}
	out := make(map[string]run, len(best))
	for letters, b := range best {
		if b.named || b.n >= 2*next[letters] { // or else there is no telling which is meant
			out[letters] = b.run
		}
	}
	return out
}

// before reports whether the initials are c's rather than b's.
func (c *candidate) before(b *candidate) bool {
	switch {
	case c.defined != b.defined:
		return c.defined
	case c.named != b.named:
		return c.named
	case c.n != b.n:
		return c.n > b.n
	}
	return c.words < b.words
}

// candidates returns the runs of words that may be known by their initials. Those of two
// common words in any text are so many that only one which is defined or stands often
// may.
func (x *initials) candidates() []*candidate {
	seen := x.seen()
	known := map[uint64]*candidate{}
	for heading, text := range x.texts() {
		brackets := strings.Contains(text, "(")
		for s := range x.runsOf(text) {
			defined := brackets && s.defined()
			if !defined && x.language != "de" && s.mixed() { // every German noun has a capital
				continue
			}
			named := s.n > 2 && (heading && s.alone() || !heading && s.named())
			c := known[s.hash]
			if c == nil {
				if !defined && !named && seen[s.hash%uint64(len(seen))] < often || len(known) == maxRuns {
					continue
				}
				c = &candidate{run: run{words: s.words(), hash: s.hash}, letters: s.letters()}
				known[s.hash] = c
			}
			c.n++
			c.inside = c.inside || !heading && !s.all[s.i].begins
			c.defined = c.defined || defined
			c.named = c.named || defined || named
		}
	}
	title := strings.ToLower(document.OneLine(x.doc.Meta.Title))
	var out []*candidate
	for _, c := range known {
		if (c.named || c.n >= often && c.inside) && c.words != title {
			out = append(out, c)
		}
	}
	return out
}

// seen counts the runs of words by their hashes, in little memory: where two share a place,
// both seem to be there more often than they are.
func (x *initials) seen() []uint8 {
	out := make([]uint8, min(len(x.doc.Text), maxSpelt)+1)
	for _, text := range x.texts() {
		for s := range x.runsOf(text) {
			if at := &out[s.hash%uint64(len(out))]; *at < often {
				*at++
			}
		}
	}
	return out
}

// texts returns the headings, true, and the sentences of the document, as far as they are
// read. The title of the document is left out: by its initials one asks for all of it.
func (x *initials) texts() iter.Seq2[bool, string] {
	return func(yield func(bool, string) bool) {
		for i := range x.doc.Sections {
			s := &x.doc.Sections[i]
			if s.Own.Start > maxSpelt {
				return
			}
			if s.Kind != document.KindTitle && x.doc.Heading(i) != x.doc.Meta.Title && !yield(true, x.doc.Slice(s.Heading)) {
				return
			}
			for _, t := range x.doc.Sentences(i) {
				if t.End <= maxSpelt && !yield(false, x.doc.Slice(t)) {
					return
				}
			}
		}
	}
}
