package postings

import (
	"encoding/binary"
	"iter"
	"slices"

	index "github.com/blevesearch/bleve_index_api"

	"pincite/internal/search/analyzer"
)

// bleve's own documents and fields keep an object for each word of each text, which
// is some hundred bytes for each byte of it. These keep two numbers, and give bleve
// what it asks for when it asks.

// A Lexicon numbers the words of a batch.
type Lexicon struct {
	ids   map[string]uint32
	words []string
	given map[string]index.TokenFrequencies // by field: what was given last
	times []*index.TokenFreq                // by how often a word occurs
}

// NewLexicon returns one without words.
func NewLexicon() *Lexicon {
	return &Lexicon{ids: map[string]uint32{}, given: map[string]index.TokenFrequencies{}}
}

// number returns the number of a word.
func (l *Lexicon) number(word []byte) uint32 {
	if id, ok := l.ids[string(word)]; ok {
		return id
	}
	id, w := uint32(len(l.words)), string(word)
	l.ids[w], l.words = id, append(l.words, w)
	return id
}

// frequency returns a frequency as bleve has it. All words that occur as often share
// it: nothing but the number is read of it.
func (l *Lexicon) frequency(n int) *index.TokenFreq {
	for len(l.times) <= n {
		f := &index.TokenFreq{}
		f.SetFrequency(len(l.times))
		l.times = append(l.times, f)
	}
	return l.times[n]
}

// A Value is a field of a passage, analysed.
type Value struct{ of *value }

// Len returns how many words the text has.
func (v Value) Len() int { return v.of.length }

// Terms returns the words, each once.
func (v Value) Terms() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, o := range v.of.words {
			if !yield(v.of.lexicon.words[o.word]) {
				return
			}
		}
	}
}

// A Document is a passage.
type Document struct{ of *document }

// NewDocument returns passage n, to which values are added.
func NewDocument(n int) Document { return Document{&document{number: uint32(n)}} }

// Add adds a field that is searched.
func (d Document) Add(v Value) { d.of.fields = append(d.of.fields, v.of) }

// A value is a field of a passage, analysed. It implements index.Field.
type value struct {
	lexicon *Lexicon
	name    string
	length  int // words
	words   []occurrences
}

// occurrences tells how often a word occurs.
type occurrences struct {
	word  uint32 // its number in the lexicon
	times uint32
}

// Value counts the words of an analysed text.
func (l *Lexicon) Value(name string, tokens analyzer.Words) Value {
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
	return Value{out}
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

// A document is a passage as bleve takes it. It implements index.Document.
type document struct {
	number uint32
	fields []*value
}

// ID returns the number of the passage in 4 bytes.
func (d *document) ID() string {
	return string(binary.BigEndian.AppendUint32(nil, d.number))
}

func (d *document) VisitFields(f index.FieldVisitor) {
	f(identifier{d})
	for _, t := range d.fields {
		f(t)
	}
}

func (d *document) VisitComposite(index.CompositeFieldVisitor) {}
func (d *document) HasComposite() bool                         { return false }
func (d *document) AddIDField()                                {} // it has one
func (d *document) Size() int                                  { return 0 }
func (d *document) NumPlainTextBytes() uint64                  { return 0 }
func (d *document) StoredFieldsBytes() uint64                  { return 0 }
func (d *document) Indexed() bool                              { return true }

// An identifier is the field without which bleve stores no document. No search needs
// it, since passages are in a segment in their order.
type identifier struct{ of *document }

func (i identifier) Name() string                                     { return "_id" }
func (i identifier) Value() []byte                                    { return []byte(i.of.ID()) }
func (i identifier) Options() index.FieldIndexingOptions              { return index.IndexField | index.StoreField }
func (i identifier) EncodedFieldType() byte                           { return 't' }
func (i identifier) Analyze()                                         {}
func (i identifier) AnalyzedLength() int                              { return 0 }
func (i identifier) AnalyzedTokenFrequencies() index.TokenFrequencies { return nil }
func (i identifier) ArrayPositions() []uint64                         { return nil }
func (i identifier) NumPlainTextBytes() uint64                        { return 0 }
