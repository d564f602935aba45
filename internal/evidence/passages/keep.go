package passages

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"iter"

	"pincite/internal/annotation"
	"pincite/internal/cache"
	"pincite/internal/document"
	"pincite/internal/search"
	"pincite/internal/spell"
)

// What is made of the Whole text of a document takes some seconds and a hundred
// bytes of memory for each of it. Of a long text it is made on disk, where there is a
// cache, and found there by the next process.

// longText is from how many bytes of text on an index is kept on disk. A shorter one
// is indexed in less than a second. Tests set it.
var longText = 512 << 10

// A keeper keeps what is made of one document in a cache.
type keeper struct {
	cache *cache.Cache // nil: nothing is kept
	of    []byte       // digest of all that it is made of
}

// keeperOf returns the keeper of a document and its finding aids.
func keeperOf(c *cache.Cache, d *document.Document, notes []annotation.Aids) (keeper, error) {
	build := cache.Build()
	if c == nil || build == "" || len(d.Text) < longText {
		return keeper{}, nil
	}
	h := sha256.New()
	h.Write([]byte(build + "\x00" + d.Digest() + d.Meta.Title + "\x00" + d.Meta.Language + "\x00")) // a hash never fails
	h.Write(outlineOf(d))
	if err := json.NewEncoder(h).Encode(notes); err != nil {
		return keeper{}, fmt.Errorf("cache: %w", err) // unreachable: aids are made of texts
	}
	return keeper{c, h.Sum(nil)}, nil
}

// outlineOf writes down all of the outline that passages are made of.
func outlineOf(d *document.Document) []byte {
	var out []byte
	span := func(s document.Span) {
		out = binary.AppendUvarint(binary.AppendUvarint(out, uint64(s.Start)), uint64(s.End))
	}
	for i := range d.Sections {
		s := &d.Sections[i]
		out = append(binary.AppendVarint(out, int64(s.Parent)), s.Kind...)
		span(s.Heading)
		for _, p := range s.Paragraphs {
			out = binary.AppendUvarint(append(out, byte(p.Kind)), uint64(len(p.Sentences)))
			span(p.Span)
			span(p.Lead)
			for _, t := range p.Sentences {
				span(t)
			}
		}
	}
	for _, m := range d.Markup {
		span(m.Span)
		out = append(out, m.Shown+"\x00"...)
	}
	return out
}

// key names what is made of the document in a form that has a name and a number.
func (k keeper) key(form, language string) string {
	return cache.Key([]byte(form), []byte(language), k.of)
}

// index returns an index of passages: from the cache, where it is written first if
// need be, or, where it cannot be kept, made in memory.
func (k keeper) index(ctx context.Context, form, language string, fields []search.Field, passages iter.Seq[search.Passage]) (*search.Index, error) {
	if k.cache == nil {
		return search.Build(ctx, fields, passages)
	}
	var out *search.Index
	err := k.cache.Keep(k.key(form, language), func(file string) (err error) {
		out, err = search.Open(file, fields)
		return err
	}, func(file string) error { return search.Write(ctx, file, fields, passages) })
	if err != nil && ctx.Err() == nil {
		return search.Build(ctx, fields, passages)
	}
	return out, err
}

// words returns the words of texts, counted.
func (k keeper) words(language string, texts func(language string) []string) []spell.Word {
	if k.cache == nil {
		return spell.Count(texts(language))
	}
	key := k.key("words 1", language)
	if encoded, ok := k.cache.Get(key); ok {
		if words, err := spell.Decode(encoded); err == nil {
			return words
		}
	}
	words := spell.Count(texts(language))
	_ = k.cache.Put(key, spell.Encode(words)) // what cannot be kept is counted again
	return words
}

// Indexed returns passages indexed, in a form that has a name and a number, from the cache
// where the index is kept there.
func (c *Set) Indexed(ctx context.Context, form, language string, fields []search.Field, passages iter.Seq[search.Passage]) (*search.Index, error) {
	return c.keeper.index(ctx, form, language, fields, passages)
}

// Kept returns what others make of the document and its finding aids, under a name: what
// the cache has, if it keeps what is made of the document, or else what make makes.
func (c *Set) Kept(name string, make func() []byte) []byte {
	if c.keeper.cache == nil {
		return make()
	}
	key := c.keeper.key(name, "")
	if encoded, ok := c.keeper.cache.Get(key); ok {
		return encoded
	}
	encoded := make()
	_ = c.keeper.cache.Put(key, encoded) // what cannot be kept is made again
	return encoded
}
