package passages

import (
	"context"
	"errors"
	"slices"
	"strings"

	"pincite/internal/annotation"
	"pincite/internal/cache"
	"pincite/internal/document"
	"pincite/internal/recent"
	"pincite/internal/spell"
	"pincite/internal/text"
)

// A Set is the passages of a document and its finding aids, with an index a language.
// It is safe for concurrent use.
type Set struct {
	doc       *document.Document
	languages []string // of the document first, then of the annotations
	compounds *spell.Compounds
	initials  *initials
	notes     map[Place]map[string]note      // place -> language -> what the annotations say
	synonyms  map[string]map[string][]string // see-references by language
	same      map[string]map[string][]string // those whose words mean the same
	speller   *spell.Speller
	indexes   map[string]*Index // by language
	keeper    keeper
	weights   *recent.Map[uint64, float64] // of words, by their hashes
}

// Options are what a [Set] is made of.
type Options struct {
	Document    *document.Document
	Annotations []annotation.Aids
	Cache       *cache.Cache             // keeps the indexes of long texts; nil for none
	Progress    func(done, sections int) // is told how far indexing has come; may be nil
}

// New arranges a document and its annotations, and indexes them in the
// document's own language; the others are indexed when they are first needed, or
// by [Set.Warm]. It fails when the index cannot be built, and when ctx ends.
func New(ctx context.Context, o Options) (*Set, error) {
	d, notes := o.Document, o.Annotations
	c := &Set{
		doc: d, languages: languagesOf(d, notes), notes: byPlace(d, notes),
		synonyms: map[string]map[string][]string{}, same: map[string]map[string][]string{}, indexes: map[string]*Index{},
		weights: recent.NewMap[uint64, float64](rememberedWeights),
	}
	var err error
	if c.keeper, err = keeperOf(o.Cache, d, notes); err != nil {
		return nil, err
	}
	c.speller = spell.New(c.languages, func(lang string) []spell.Word { return c.keeper.words(lang, c.texts) })
	var all []string
	for _, lang := range c.languages {
		all = append(all, c.texts(lang)...)
	}
	c.compounds = spell.NewCompounds(all)
	c.initials = newInitials(d, c.languages[0])
	for _, n := range notes {
		c.synonyms[n.Language], c.same[n.Language] = n.Synonyms, n.Same
	}
	for _, lang := range c.languages {
		c.indexes[lang] = &Index{Language: lang, sections: len(d.Sections)}
	}
	own := c.Own()
	own.once.Do(func() { own.err = c.fill(ctx, own, o.Progress) })
	if own.err != nil {
		return nil, own.err
	}
	return c, nil
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

// Languages returns the tags of the languages that there are passages in, the
// document's own first.
func (c *Set) Languages() []string { return c.languages }

// ReadIn returns the languages in which the words of a topic are looked for: that
// of the question first, whose function words are then left out before another
// language takes them for content, and the document's own. Where the question's is
// not known or has no aids, all that are written in its script.
func (c *Set) ReadIn(topic, language string) []string {
	var out []string
	if slices.Contains(c.languages, language) {
		out = append(out, language)
	}
	for i, l := range c.languages {
		if text.InScriptOf(topic, l) && !slices.Contains(out, l) && (i == 0 || len(out) == 0 || language == "und" || language == "") {
			out = append(out, l)
		}
	}
	return out
}

// Index returns the passages in one of the languages, indexed. What is not indexed yet
// does not end with the question that happens to be the first.
func (c *Set) Index(lang string) (*Index, error) {
	x := c.indexes[lang]
	x.once.Do(func() { x.err = c.fill(context.Background(), x, nil) })
	return x, x.err
}

// Own returns the passages in the document's own language.
func (c *Set) Own() *Index { return c.indexes[c.languages[0]] }

// Warm indexes the finding aids of all languages, so that no question waits for
// them.
func (c *Set) Warm() error {
	var errs []error
	for _, lang := range c.languages {
		_, err := c.Index(lang)
		errs = append(errs, err)
	}
	c.speller.Warm()
	return errors.Join(errs...)
}

// Len returns how many passages there are in all languages.
func (c *Set) Len() (n int, err error) {
	for _, lang := range c.languages {
		x, err := c.Index(lang)
		if err != nil {
			return 0, err
		}
		n += x.Engine.Len()
	}
	return n, nil
}

// Close frees the indexes.
func (c *Set) Close() error {
	var errs []error
	for _, x := range c.indexes {
		if x.Engine != nil {
			errs = append(errs, x.Engine.Close())
		}
	}
	return errors.Join(errs...)
}

// Aided reports whether there are finding aids.
func (c *Set) Aided() bool { return len(c.notes) > 0 }

// Aids returns the finding aids in a language that name what is at a place, questions
// left out.
func (c *Set) Aids(at Place, language string) []string { return c.notes[at][language].all() }

// Guess returns the words of a language that a word may be a misspelling of.
func (c *Set) Guess(word, language string) []spell.Guess { return c.speller.Guess(word, language) }

// Join returns a text with its compounds as one word.
func (c *Set) Join(s string) string { return c.compounds.Join(s) }

// body returns the paragraphs of section i without its number and heading.
func (c *Set) body(i int) string {
	var out []string
	for _, p := range c.doc.Sections[i].Paragraphs {
		out = append(out, c.doc.Slice(p.Span))
	}
	return strings.Join(out, "\n")
}

// texts returns all that the index of a language is made of: the document's own
// text in its language, and the finding aids.
func (c *Set) texts(lang string) []string {
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
