package mentions

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"

	"pincite/internal/document"
	"pincite/internal/evidence/passages"
	"pincite/internal/search"
)

// A listing holds every heading and sentence of the document, in order, and where
// each word stands: what a list costs does not grow with the text but with how
// often its words occur.
type listing struct {
	doc      *document.Document
	set      *passages.Set
	engine   *search.Index // a passage a heading or sentence, by all of its words
	folded   func() folding
	wordings *wordings
}

// list indexes the headings and sentences of the document, once, when the first list is
// asked for.
func (f *Finder) list() (*listing, error) {
	l := &listing{doc: f.doc, set: f.set}
	l.folded = sync.OnceValue(l.foldAll)
	language := f.set.Own().Language
	var err error
	l.engine, err = f.set.Indexed(context.Background(), "mentions 1", language, []search.Field{passages.AllWordsIn(language)}, l.passages())
	if err != nil {
		return nil, fmt.Errorf("index the words of %s: %w", f.doc.Name, err)
	}
	l.wordings = newWordings(l.engine.Len())
	f.listed.Store(l)
	return l, nil
}

// passages returns the headings and sentences.
func (l *listing) passages() iter.Seq[search.Passage] {
	return func(yield func(search.Passage) bool) {
		for at, span := range l.set.Places() {
			s := passages.PlainText(l.doc.Plain(span))
			if joined := l.set.Join(s); joined != s {
				s += "\n" + joined
			}
			if dates := passages.Dates(s); dates != "" {
				s += "\n" + dates
			}
			if !yield(passages.Passage(passages.ClassSentence, at, map[string]string{passages.AllWords: s})) {
				return
			}
		}
	}
}

// place returns the place of passage n.
func (l *listing) place(n int) passages.Place { return passages.PlaceOf(l.engine, n) }

// matching returns the passages that have want in a row, as they are written, or, with
// compounds as one word, whole; one that has both may be there twice.
func (l *listing) matching(ctx context.Context, want, whole []counted) ([]int, error) {
	alike := slices.Equal(want, whole)
	at, err := l.written(ctx, want)
	if err != nil || alike && l.surely(want) {
		return at, err
	}
	joined, err := l.having(ctx, whole, func(w *wording, words []token) bool {
		return !(alike && w.alike) && hasRun(w.joined, words, token.mentions)
	})
	return append(at, joined...), err
}

// written returns the passages that have words in a row as they are written.
func (l *listing) written(ctx context.Context, words []counted) ([]int, error) {
	return l.having(ctx, words, func(w *wording, words []token) bool { return hasRun(w.written, words, token.mentions) })
}

// surely reports whether words are there wherever their stems are.
func (l *listing) surely(words []counted) bool { return len(words) == 1 && !words[0].owns }

// having returns the passages with these words whose wording is right.
func (l *listing) having(ctx context.Context, words []counted, right func(*wording, []token) bool) ([]int, error) {
	stems := make([]string, len(words))
	for i, w := range words {
		stems[i] = w.stem
	}
	at, err := l.engine.Having(ctx, passages.AllWords, stems...)
	if err != nil || len(at) == 0 || l.surely(words) {
		return at, err
	}
	numbered := l.wordings.numbered(words)
	out := at[:0]
	for _, n := range at {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if right(l.wordingOf(n), numbered) {
			out = append(out, n)
		}
	}
	return out, nil
}

// A folding is the text of all passages as phrases are compared that are not written
// in words, with a line break after each.
type folding struct {
	text string
	ends []int
}

// foldAll makes the folding when the first such phrase is looked for.
func (l *listing) foldAll() folding {
	var f folding
	var b strings.Builder
	for _, span := range l.set.Places() {
		b.WriteString(folded(l.doc.Plain(span)) + "\n")
		f.ends = append(f.ends, b.Len())
	}
	f.text = b.String()
	return f
}

// holding returns the passages that have a folded phrase as it stands.
func (l *listing) holding(ctx context.Context, phrase string) ([]int, error) {
	f := l.folded()
	var out []int
	for at := 0; phrase != "" && ctx.Err() == nil; {
		i := indexApart(f.text[at:], phrase)
		if i < 0 {
			break
		}
		n := sort.SearchInts(f.ends, at+i+1)
		out = append(out, n)
		at = f.ends[n]
	}
	return out, ctx.Err()
}
