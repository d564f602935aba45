package evidence

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"pincite/internal/annotation"
	"pincite/internal/cache"
	"pincite/internal/document"
	"pincite/internal/recent"
	"pincite/internal/spell"
)

// A Collection is a document and its finding aids, ready to be searched. It is
// safe for concurrent use.
type Collection struct {
	doc       *document.Document
	params    Params
	languages []string // of the document first, then of the annotations
	words     *spell.Compounds
	notes     map[place]map[string]note      // place -> language -> what the annotations say
	synonyms  map[string]map[string][]string // see-references by language
	same      map[string]map[string][]string // those whose words mean the same
	spell     *spell.Speller
	indexes   map[string]*index // by language
	keeper    keeper
	weights   *recent.Map[uint64, float64] // of words, by their hashes

	kinds sync.Map // place -> recognised

	listing func() (*listing, error) // every sentence and heading; run once
	listed  atomic.Pointer[listing]  // nil until it has run
}

// Options are what a [Collection] is made of.
type Options struct {
	Document    *document.Document
	Annotations []annotation.Aids
	Params      Params
	Cache       *cache.Cache             // keeps the indexes of long texts; nil for none
	Progress    func(done, sections int) // is told how far indexing has come; may be nil
}

// New arranges a document and its annotations, and indexes them in the
// document's own language; the others are indexed when they are first needed, or
// by [Collection.Warm]. It fails when the index cannot be built, and when ctx ends.
func New(ctx context.Context, o Options) (*Collection, error) {
	d, notes := o.Document, o.Annotations
	c := &Collection{
		doc: d, params: o.Params, languages: languagesOf(d, notes),
		notes:    byPlace(d, notes),
		synonyms: map[string]map[string][]string{}, same: map[string]map[string][]string{}, indexes: map[string]*index{},
		weights: recent.NewMap[uint64, float64](rememberedWeights),
	}
	var err error
	if c.keeper, err = keeperOf(o.Cache, d, notes); err != nil {
		return nil, err
	}
	c.spell = spell.New(c.languages, func(lang string) []spell.Word { return c.keeper.words(lang, c.texts) })
	var all []string
	for _, lang := range c.languages {
		all = append(all, c.texts(lang)...)
	}
	c.words = spell.NewCompounds(all)
	for _, n := range notes {
		c.synonyms[n.Language], c.same[n.Language] = n.Synonyms, n.Same
	}
	for _, lang := range c.languages {
		c.indexes[lang] = &index{params: &c.params, language: lang, sections: len(d.Sections)}
	}
	c.listing = sync.OnceValues(c.prepareMentions)
	own := c.indexes[c.languages[0]]
	own.once.Do(func() { own.err = c.fill(ctx, own, o.Progress) })
	if own.err != nil {
		return nil, own.err
	}
	return c, nil
}

// Params returns the numbers that the collection was made with.
func (c *Collection) Params() Params { return c.params }

// Languages returns the tags of the languages in which questions find passages,
// the document's own first.
func (c *Collection) Languages() []string { return c.languages }

// Warm indexes the finding aids of all languages, so that no question waits for
// them.
func (c *Collection) Warm() error {
	var errs []error
	for _, lang := range c.languages {
		_, err := c.index(lang)
		errs = append(errs, err)
	}
	c.spell.Warm()
	_, err := c.listing()
	return errors.Join(append(errs, err)...)
}

func languagesOf(d *document.Document, notes []annotation.Aids) []string {
	out := []string{d.Meta.Language}
	if out[0] == "" {
		out[0] = "en"
	}
	for _, n := range notes {
		if !slices.Contains(out, n.Language) {
			out = append(out, n.Language)
		}
	}
	return out
}

// index returns the passages in a language, indexed. What is not indexed yet does not
// end with the question that happens to be the first.
func (c *Collection) index(lang string) (*index, error) {
	x := c.indexes[lang]
	x.once.Do(func() { x.err = c.fill(context.Background(), x, nil) })
	return x, x.err
}

// Passages returns how many passages the indexes of all languages hold.
func (c *Collection) Passages() (n int, err error) {
	for _, lang := range c.languages {
		x, err := c.index(lang)
		if err != nil {
			return 0, err
		}
		n += x.engine.Len()
	}
	return n, nil
}

// Close frees the indexes.
func (c *Collection) Close() error {
	var errs []error
	for _, x := range c.indexes {
		if x.engine != nil {
			errs = append(errs, x.engine.Close())
		}
	}
	if l := c.listed.Load(); l != nil {
		errs = append(errs, l.engine.Close())
	}
	return errors.Join(errs...)
}

// Body returns the paragraphs of section i without its number and heading.
func (c *Collection) Body(i int) string {
	var out []string
	for _, p := range c.doc.Sections[i].Paragraphs {
		out = append(out, c.doc.Slice(p.Span))
	}
	return strings.Join(out, "\n")
}

// texts returns all that the index of a language is made of: the document's own
// text in its language, and the finding aids.
func (c *Collection) texts(lang string) []string {
	var out []string
	if lang == c.languages[0] {
		out = append(out, c.doc.Text)
	}
	for _, n := range c.notes {
		if note, ok := n[lang]; ok {
			out = append(append(out, note.all()...), note.questions...)
		}
	}
	return out
}
