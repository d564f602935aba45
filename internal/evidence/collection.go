package evidence

import (
	"context"
	"errors"
	"strings"

	"pincite/internal/annotation"
	"pincite/internal/cache"
	"pincite/internal/document"
	"pincite/internal/evidence/mentions"
	"pincite/internal/evidence/passages"
	"pincite/internal/evidence/sentence"
)

// A Collection is a document and its finding aids, ready to be searched. It is
// safe for concurrent use.
type Collection struct {
	doc      *document.Document
	params   Params
	set      *passages.Set
	mentions *mentions.Finder
	kinds    *sentence.Kinds
	openings *sentence.Openings
	notes    map[passages.Place]bool // sentences of notes, and the heading rows of long tables
	titles   map[passages.Place]bool // sentences that say the document's title
	names    map[string]bool         // terms of names in its titles that nothing else has
}

// Options are what a [Collection] is made of.
type Options struct {
	Document    *document.Document
	Annotations []annotation.Aids
	Params      Params
	Cache       *cache.Cache             // keeps the indexes of long texts; nil for none
	Progress    func(done, sections int) // is told how far indexing has come; may be nil
}

// New indexes a document and its annotations in the document's own language; the other
// languages are indexed when they are first needed, or by [Collection.Warm]. It fails
// when the index cannot be built, and when ctx ends.
func New(ctx context.Context, o Options) (*Collection, error) {
	set, err := passages.New(ctx, passages.Options{Document: o.Document, Annotations: o.Annotations, Cache: o.Cache, Progress: o.Progress})
	if err != nil {
		return nil, err
	}
	return &Collection{doc: o.Document, params: o.Params, set: set,
		mentions: mentions.New(o.Document, set), kinds: sentence.NewKinds(o.Document, set.Own().Language),
		openings: sentence.NewOpenings(o.Document, set.Own()), notes: notesOf(o.Document), titles: titlesOf(o.Document), names: titleNames(o.Document, set.Own())}, nil
}

// MaxList bounds the bytes of a list that is quoted with its lead-in, and of a table with its
// heading row: what a reply shows without cutting.
const MaxList = 1200

// notesOf returns the sentences that stand in notes beside other text of their sections, and
// the heading rows of tables that are too long to be quoted with them.
func notesOf(d *document.Document) map[passages.Place]bool {
	out := map[passages.Place]bool{}
	for i := range d.Sections {
		at := 0
		for j, p := range d.Sections[i].Paragraphs {
			for range p.Sentences {
				if p.Kind == document.Note && j > 0 || p.Kind == document.Header && below(&d.Sections[i], j) > MaxList {
					out[passages.Place{Section: i, Sentence: at}] = true
				}
				at++
			}
		}
	}
	return out
}

// below returns the bytes of the table that paragraph j of a section heads, with that.
func below(s *document.Section, j int) int {
	head := s.Paragraphs[j].Span
	all := head
	for _, p := range s.Paragraphs[j+1:] {
		if !p.Lead.Overlaps(head) {
			break
		}
		all = all.Join(p.Span)
	}
	return all.Len()
}

// titlesOf returns the sentences that say the title of the document, which tell nothing
// of it.
func titlesOf(d *document.Document) map[passages.Place]bool {
	out := map[passages.Place]bool{}
	title := document.OneLine(d.Meta.Title)
	for i := range d.Sections {
		if d.Sections[i].Kind != document.KindTitle {
			continue
		}
		for j, s := range d.Sentences(i) {
			if strings.Contains(title, document.OneLine(d.Plain(s))) {
				out[passages.Place{Section: i, Sentence: j}] = true
			}
		}
	}
	return out
}

// Passages returns the passages that are searched.
func (c *Collection) Passages() *passages.Set { return c.set }

// Mentions returns what finds every mention of something.
func (c *Collection) Mentions() *mentions.Finder { return c.mentions }

// Warm indexes all that questions may need, so that none waits for it.
func (c *Collection) Warm() error { return errors.Join(c.set.Warm(), c.mentions.Warm()) }

// Close frees the indexes.
func (c *Collection) Close() error { return errors.Join(c.set.Close(), c.mentions.Close()) }
