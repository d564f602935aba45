package search

import (
	"encoding/binary"
	"slices"

	index "github.com/blevesearch/bleve_index_api"

	"pincite/internal/search/analyzer"
)

// bleve's own documents and fields keep an object for each word of each text, which
// is some hundred bytes for each byte of it. These keep two numbers, and give bleve
// what it asks for when it asks.

// A lexicon numbers the words of a batch.
type lexicon struct {
	ids   map[string]uint32
	words []string
	given map[string]index.TokenFrequencies // by field: what was given last
	times []*index.TokenFreq                // by how often a word occurs
}

func newLexicon() *lexicon {
	return &lexicon{ids: map[string]uint32{}, given: map[string]index.TokenFrequencies{}}
}

// number returns the number of a word.
func (l *lexicon) number(word []byte) uint32 {
	if id, ok := l.ids[string(word)]; ok {
		return id
	}
	id, w := uint32(len(l.words)), string(word)
	l.ids[w], l.words = id, append(l.words, w)
	return id
}

// frequency returns a frequency as bleve has it. All words that occur as often share
// it: nothing but the number is read of it.
func (l *lexicon) frequency(n int) *index.TokenFreq {
	for len(l.times) <= n {
		f := &index.TokenFreq{}
		f.SetFrequency(len(l.times))
		l.times = append(l.times, f)
	}
	return l.times[n]
}

// A value is a field of a passage, analysed. It implements index.Field.
type value struct {
	lexicon *lexicon
	name    string
	length  int // words
	words   []occurrences
}

// occurrences tells how often a word occurs.
type occurrences struct {
	word  uint32 // its number in the lexicon
	times uint32
}

// value counts the words of an analysed text.
func (l *lexicon) value(name string, tokens analyzer.Words) *value {
	numbers := make([]uint32, len(tokens))
	for i, t := range tokens {
		numbers[i] = l.number(t.Term)
	}
	slices.Sort(numbers)
	out := &value{lexicon: l, name: name, length: len(tokens)}
	for i, n := range numbers {
		if i == 0 || n != numbers[i-1] {
			out.words = append(out.words, occurrences{word: n})
		}
		out.words[len(out.words)-1].times++
	}
	out.words = slices.Clip(out.words)
	return out
}

// mostShared bounds the maps that are used again: to clear a large one takes longer
// than to make a small one.
const mostShared = 1 << 10

// AnalyzedTokenFrequencies returns how often each word occurs. The map is good until
// it is called for the next text of the same name and batch; bleve reads it at once,
// or when it has seen the fields of one document, which have different names.
func (v *value) AnalyzedTokenFrequencies() index.TokenFrequencies {
	out := v.lexicon.given[v.name]
	if out == nil || len(out) > mostShared {
		out = make(index.TokenFrequencies, len(v.words))
		v.lexicon.given[v.name] = out
	}
	clear(out)
	for _, o := range v.words {
		out[v.lexicon.words[o.word]] = v.lexicon.frequency(int(o.times))
	}
	return out
}

func (v *value) Name() string                        { return v.name }
func (v *value) AnalyzedLength() int                 { return v.length }
func (v *value) Options() index.FieldIndexingOptions { return index.IndexField }
func (v *value) EncodedFieldType() byte              { return 't' }
func (v *value) Analyze()                            {} // it is
func (v *value) Value() []byte                       { return nil }
func (v *value) ArrayPositions() []uint64            { return nil }
func (v *value) NumPlainTextBytes() uint64           { return 0 }

// A passageDocument is a passage as bleve takes it. It implements index.Document.
type passageDocument struct {
	number uint32
	fields []*value
}

// ID returns the number of the passage in 4 bytes.
func (d *passageDocument) ID() string {
	return string(binary.BigEndian.AppendUint32(nil, d.number))
}

func (d *passageDocument) VisitFields(f index.FieldVisitor) {
	f(identifier{d})
	for _, t := range d.fields {
		f(t)
	}
}

func (d *passageDocument) VisitComposite(index.CompositeFieldVisitor) {}
func (d *passageDocument) HasComposite() bool                         { return false }
func (d *passageDocument) AddIDField()                                {} // it has one
func (d *passageDocument) Size() int                                  { return 0 }
func (d *passageDocument) NumPlainTextBytes() uint64                  { return 0 }
func (d *passageDocument) StoredFieldsBytes() uint64                  { return 0 }
func (d *passageDocument) Indexed() bool                              { return true }

// An identifier is the field without which bleve stores no document. No search needs
// it, since passages are in a segment in their order.
type identifier struct{ of *passageDocument }

func (i identifier) Name() string                                     { return "_id" }
func (i identifier) Value() []byte                                    { return []byte(i.of.ID()) }
func (i identifier) Options() index.FieldIndexingOptions              { return index.IndexField | index.StoreField }
func (i identifier) EncodedFieldType() byte                           { return 't' }
func (i identifier) Analyze()                                         {}
func (i identifier) AnalyzedLength() int                              { return 0 }
func (i identifier) AnalyzedTokenFrequencies() index.TokenFrequencies { return nil }
func (i identifier) ArrayPositions() []uint64                         { return nil }
func (i identifier) NumPlainTextBytes() uint64                        { return 0 }
