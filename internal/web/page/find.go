package page

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/text"
)

// A Hit is a section that has the words of a search.
type Hit struct {
	Entry
	Section int      // index in the document
	Above   []string // labels of the sections that hold it
	Count   int      // how often it has any of them
	Exact   bool     // as they were typed, in a row
	Lines   []Line   // some of the sentences that have them, in order
}

// A Line is a sentence with the words that were looked for set apart.
type Line struct {
	N    int    // number of the sentence within its section, from 1
	Href string // of the sentence
	Runs []Run
}

// A Run is a stretch of a line; Marked is one of the words.
type Run struct {
	Text   string
	Marked bool
}

const (
	maxLines = 3  // of a hit
	maxTerms = 16 // of a query
)

// Find returns the sections that have every word of query, in any inflexion that
// only adds to the word's end: at most limit of them, and how many there are.
// Those that have the words as typed, side by side, come first; otherwise the
// order is the document's. A query without letters or digits finds nothing. When
// ctx ends, it fails with the error of ctx.
func Find(ctx context.Context, d *document.Document, query string, limit int) (hits []Hit, all int, err error) {
	f := finder{d: d, terms: termsOf(query)}
	if len(f.terms) == 0 {
		return nil, 0, nil
	}
	for i := range d.Sections {
		h, ok := f.hitIn(ctx, i)
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		if ok {
			hits = append(hits, h)
		}
	}
	all = len(hits)
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(rank(a), rank(b)) })
	hits = hits[:min(all, limit)]
	for n := range hits {
		f.fill(&hits[n])
	}
	return hits, all, nil
}

// A finder looks for the words of a search.
type finder struct {
	d     *document.Document
	terms []string
	words []word // of the sentence before, whose place those of the next take
}

// in returns the words of a sentence, until it is asked again.
func (f *finder) in(sentence string) []word {
	f.words = wordsOf(f.words[:0], sentence)
	return f.words
}

func rank(h Hit) int {
	if h.Exact {
		return 0
	}
	return 1
}

func termsOf(query string) []string {
	var out []string
	for _, w := range wordsOf(nil, text.Clean(query)) {
		if len(out) < maxTerms {
			out = append(out, w.folded)
		}
	}
	return out
}

// hitIn looks through section i, its heading among the sentences, and counts. It
// stops when ctx has ended.
func (f *finder) hitIn(ctx context.Context, i int) (Hit, bool) {
	h := Hit{Section: i}
	has := make([]bool, len(f.terms))
	look := func(span document.Span) {
		found := f.in(f.d.Plain(span))
		if n := match(found, f.terms, has, nil); n > 0 {
			h.Count += n
			h.Exact = h.Exact || inRow(found, f.terms)
		}
	}
	sec := &f.d.Sections[i]
	if !sec.Heading.Empty() {
		look(sec.Heading)
	}
	for _, p := range sec.Paragraphs {
		if ctx.Err() != nil {
			return h, false
		}
		for _, s := range p.Sentences {
			look(s)
		}
	}
	return h, !slices.Contains(has, false)
}

// fill adds what is shown of a hit.
func (f *finder) fill(h *Hit) {
	d := f.d
	h.Entry = EntryOf(d, h.Section)
	path := d.Path(h.Section)
	h.Above = path[:len(path)-1]
	n := 0
	for _, p := range d.Sections[h.Section].Paragraphs {
		for _, s := range p.Sentences {
			n++
			shown := d.Plain(s)
			found := f.in(shown)
			var marks []int
			if match(found, f.terms, make([]bool, len(f.terms)), &marks) == 0 {
				continue
			}
			h.Lines = append(h.Lines, Line{N: n, Href: Sentence(d, h.Section, n, s), Runs: runs(shown, found, marks)})
			if len(h.Lines) == maxLines {
				return
			}
		}
	}
}

// match counts the words that are one of the terms, notes which terms there are,
// and, in marks if that is not nil, which words.
func match(words []word, terms []string, has []bool, marks *[]int) int {
	count := 0
	for n, w := range words {
		is := false
		for k, t := range terms {
			if inflexion(w.folded, t) {
				has[k], is = true, true
			}
		}
		if !is {
			continue
		}
		count++
		if marks != nil {
			*marks = append(*marks, n)
		}
	}
	return count
}

// inRow reports whether the words have the terms as typed, one after the other.
func inRow(words []word, terms []string) bool {
	for i := 0; i+len(terms) <= len(words); i++ {
		if slices.EqualFunc(words[i:i+len(terms)], terms, func(w word, t string) bool { return w.folded == t }) {
			return true
		}
	}
	return false
}

const (
	maxEnding = 3 // letters that an inflexion adds: "-s", "-ing", "-ого"
	minStem   = 3 // letters of a word that can have one
)

// inflexion reports whether one of two words is the other with an ending.
func inflexion(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == b {
		return true
	}
	rest, ok := strings.CutPrefix(b, a)
	return ok && utf8.RuneCountInString(a) >= minStem && utf8.RuneCountInString(rest) <= maxEnding
}

// A word is the place of a word in a text, and its form for comparing.
type word struct {
	start, end int
	folded     string
}

// wordsOf appends the words of s: runs of letters and digits, and each Chinese
// character by itself.
func wordsOf(out []word, s string) []word {
	start := -1
	end := func(i int) {
		if start >= 0 {
			out = append(out, word{start, i, folded(s[start:i])})
		}
		start = -1
	}
	for i, r := range s {
		switch {
		case text.IsHan(r):
			end(i)
			out = append(out, word{i, i + utf8.RuneLen(r), text.Simplified(string(r))})
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
			end(i)
		case start < 0:
			start = i
		}
	}
	end(len(s))
	return out
}

// folded is text.Fold, which costs much more than what ASCII needs.
func folded(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return text.Fold(s)
		}
	}
	return strings.ToLower(s)
}

// runs cuts s at the words that are marked.
func runs(s string, words []word, marks []int) []Run {
	var out []Run
	at := 0
	for _, n := range marks {
		w := words[n]
		if w.start > at {
			out = append(out, Run{Text: s[at:w.start]})
		}
		out = append(out, Run{s[w.start:w.end], true})
		at = w.end
	}
	if at < len(s) {
		out = append(out, Run{Text: s[at:]})
	}
	return out
}

// Apart cuts a span of some text at the parts that are to be set apart, in any
// order; parts that are empty or not within the span are left out.
func Apart(whole document.Span, parts []document.Span, shown func(document.Span) string) []Run {
	parts = slices.Clone(parts)
	slices.SortFunc(parts, func(a, b document.Span) int { return cmp.Compare(a.Start, b.Start) })
	var out []Run
	add := func(from, to int, marked bool) {
		if s := shown(document.Span{Start: from, End: to}); s != "" {
			out = append(out, Run{s, marked})
		}
	}
	at := whole.Start
	for _, p := range parts {
		if p.Start < at || p.End > whole.End || p.Empty() {
			continue
		}
		add(at, p.Start, false)
		add(p.Start, p.End, true)
		at = p.End
	}
	add(at, whole.End, false)
	return out
}
