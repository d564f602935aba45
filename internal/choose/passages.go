package choose

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// A passage is a run of sentences of one section that the model is shown.
type passage struct {
	doc     *document.Document
	section int
	first   int             // index of the first sentence among those of the section
	spans   []document.Span // of the sentences
}

// whole returns all sections of the documents, or false if their text is longer than
// so many bytes.
func (a Asked) whole(limit int) ([]passage, bool) {
	var out []passage
	for _, d := range a.documents() {
		if limit -= len(d.Text); limit < 0 {
			return nil, false
		}
		for i := range d.Sections {
			if spans := d.Sentences(i); len(spans) > 0 {
				out = append(out, passage{doc: d, section: i, spans: spans})
			}
		}
	}
	return out, true
}

// perQuery is how many places of each document a search contributes.
const perQuery = 12

// searched returns the sections that searches for the queries find, at most so many
// bytes of them, in the order of the documents. Each query has its best sections
// among them before any has its second best.
func (a Asked) searched(ctx context.Context, queries []string, limit int) ([]passage, error) {
	var found []ranked
	for _, s := range a.Sources {
		for _, query := range queries {
			best, err := s.Rank(ctx, query, perQuery)
			if err != nil {
				return nil, err
			}
			for rank, c := range best {
				p := around(s.Document(), c.Section, c.Span, limit/4)
				found = append(found, ranked{p, rank})
			}
		}
	}
	slices.SortStableFunc(found, func(x, y ranked) int { return cmp.Compare(x.rank, y.rank) })
	var out []passage
	for _, p := range found {
		size := p.bytes()
		same := func(q passage) bool { return q.doc == p.doc && q.section == p.section }
		if size == 0 || size > limit || slices.ContainsFunc(out, same) {
			continue
		}
		limit -= size
		out = append(out, p.passage)
	}
	documents := a.documents()
	slices.SortFunc(out, func(x, y passage) int {
		return cmp.Or(cmp.Compare(slices.Index(documents, x.doc), slices.Index(documents, y.doc)), cmp.Compare(x.section, y.section))
	})
	return out, nil
}

// A ranked passage was found at a place of the list that a query gave, from 0.
type ranked struct {
	passage
	rank int
}

// around returns section i, or, where it is longer than so many bytes, the sentences
// around a place in it.
func around(d *document.Document, i int, at document.Span, limit int) passage {
	spans := d.Sentences(i)
	whole := passage{doc: d, section: i, spans: spans}
	if whole.bytes() <= limit {
		return whole
	}
	first := max(0, slices.IndexFunc(spans, func(s document.Span) bool { return s.Overlaps(at) }))
	last, size := first, spans[first].Len()
	for grown := true; grown; {
		grown = false
		if last+1 < len(spans) && size+spans[last+1].Len() <= limit {
			last++
			size, grown = size+spans[last].Len(), true
		}
		if first > 0 && size+spans[first-1].Len() <= limit {
			first--
			size, grown = size+spans[first].Len(), true
		}
	}
	return passage{doc: d, section: i, first: first, spans: spans[first : last+1]}
}

func (p passage) bytes() int {
	n := 0
	for _, s := range p.spans {
		n += s.Len()
	}
	return n
}

// header reports whether a sentence is the header of a table.
func (p passage) header(s document.Span) bool {
	n := p.doc.ParagraphOf(p.section, s)
	return n >= 0 && p.doc.Sections[p.section].Paragraphs[n].Kind == document.Header
}

// maxSentence bounds a sentence as the model sees it, in bytes.
const maxSentence = 2 << 10

// numbered returns the sentences of passages with their numbers, from 1, below the
// names of their sections.
func numbered(shown []passage) string {
	var b strings.Builder
	n := 0
	for i, p := range shown {
		if i == 0 || shown[i-1].doc != p.doc || i > 0 && shown[i-1].section != p.section {
			fmt.Fprintf(&b, "\n[%s]\n", p.name())
		}
		for _, s := range p.spans {
			n++
			b.WriteString(strconv.Itoa(n) + ". " + text.CutBytes(text.Line(p.doc.Plain(s)), maxSentence) + "\n")
		}
	}
	return strings.TrimSpace(b.String())
}

// name is the section's path and title: "Part 2 › Article 7: Fees".
func (p passage) name() string {
	name := strings.Join(p.doc.Path(p.section), " › ")
	if title := p.doc.Title(p.section); title != "" {
		name += ": " + title
	}
	return text.Line(name)
}

// Limits of the lists from which a model takes words to search for, in bytes.
const (
	maxOutline    = 8 << 10
	maxVocabulary = 8 << 10
)

// outline returns the sections' names, as many as fit.
func (a Asked) outline() string {
	var b strings.Builder
	for _, d := range a.documents() {
		for i := range d.Sections {
			name := passage{doc: d, section: i}.name()
			if b.Len()+len(name) > maxOutline {
				return b.String()
			}
			b.WriteString(name + "\n")
		}
	}
	return b.String()
}

// vocabulary returns the words that the documents have most often, but for those that
// any text has, as many as fit.
func (a Asked) vocabulary() string {
	count := map[string]int{}
	for _, d := range a.documents() {
		function := words.Function(d.Meta.Language)
		for _, w := range strings.FieldsFunc(d.Text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
			if w = text.Fold(w); telling(w) && !function.Has(w) {
				count[w]++
			}
		}
	}
	all := make([]string, 0, len(count))
	for w := range count {
		all = append(all, w)
	}
	slices.SortFunc(all, func(x, y string) int { return cmp.Or(cmp.Compare(count[y], count[x]), cmp.Compare(x, y)) })
	var b strings.Builder
	for _, w := range all {
		if b.Len()+len(w) > maxVocabulary {
			break
		}
		b.WriteString(w + " ")
	}
	return strings.TrimSpace(b.String())
}

// telling reports whether a word is long enough to tell something and short enough to
// be one, which a clause of a script without spaces is not.
func telling(w string) bool {
	n := utf8.RuneCountInString(w)
	return n > 3 && n < 30 && !strings.ContainsFunc(w, text.IsHan)
}
