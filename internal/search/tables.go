package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"sort"
	"strings"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// What every search needs of an index besides postings is held as it is written to
// a file: a few arrays without pointers, which cost nothing to read back and which
// the garbage collector need not look into.

// uint32s is an array of numbers, 4 bytes each, the lowest first.
type uint32s []byte

func (u uint32s) len() int             { return len(u) / 4 }
func (u uint32s) at(i int) uint32      { return binary.LittleEndian.Uint32(u[4*i:]) }
func (u uint32s) add(n uint32) uint32s { return binary.LittleEndian.AppendUint32(u, n) }

// A vocabulary is the terms of a field in byte order.
type vocabulary struct {
	letters string  // of all terms, one after the other
	ends    uint32s // where each ends in letters
	counts  uint32s // of the passages that have it
}

func (v vocabulary) len() int { return v.ends.len() }

// term returns term i.
func (v vocabulary) term(i int) string {
	start := uint32(0)
	if i > 0 {
		start = v.ends.at(i - 1)
	}
	return v.letters[start:v.ends.at(i)]
}

// find returns the place of a term, or where it would be.
func (v vocabulary) find(term string) (int, bool) {
	i := sort.Search(v.len(), func(i int) bool { return v.term(i) >= term })
	return i, i < v.len() && v.term(i) == term
}

// count returns in how many passages a term occurs.
func (v vocabulary) count(term string) int {
	i, ok := v.find(term)
	if !ok {
		return 0
	}
	return int(v.counts.at(i))
}

// vocabularyOf reads the dictionary of a field. The counts that come with its entries
// are not used: in zapx 17.2.5 they are 1 behind the first term of a merged segment
// that one passage has.
func vocabularyOf(postings segment.Segment, field string) (vocabulary, error) {
	dict, err := postings.Dictionary(field)
	if err != nil {
		return vocabulary{}, err
	}
	var v vocabulary
	var letters []byte
	var list segment.PostingsList
	for all := dict.AutomatonIterator(nil, nil, nil); ; {
		e, err := all.Next()
		if err != nil {
			return vocabulary{}, err
		}
		if e == nil {
			break
		}
		letters = append(letters, e.Term...)
		if list, err = dict.PostingsList([]byte(e.Term), nil, list); err != nil {
			return vocabulary{}, err
		}
		v.ends, v.counts = v.ends.add(uint32(len(letters))), v.counts.add(uint32(list.Count()))
	}
	if len(letters) > math.MaxUint32 {
		return vocabulary{}, errors.New("the words are more than an index can hold")
	}
	v.letters, v.ends, v.counts = string(letters), slices.Clip(v.ends), slices.Clip(v.counts)
	return v, nil
}

// vocabularyWith returns the terms with these counts.
func vocabularyWith(counts map[string]uint32) vocabulary {
	var v vocabulary
	var letters strings.Builder
	for _, term := range slices.Sorted(maps.Keys(counts)) {
		letters.WriteString(term)
		v.ends, v.counts = v.ends.add(uint32(letters.Len())), v.counts.add(counts[term])
	}
	v.letters = letters.String()
	return v
}

// encode writes the tables of an index.
func (x *Index) encode() []byte {
	var out []byte
	put := func(b []byte) {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(b)))
		out = append(out, b...)
	}
	put(x.tags)
	put(x.marks)
	for _, name := range slices.Sorted(maps.Keys(x.fields)) {
		f := x.fields[name]
		put([]byte(name))
		out = binary.LittleEndian.AppendUint32(out, uint32(f.passages))
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(f.meanLength))
		put([]byte(f.terms.letters))
		put(f.terms.ends)
		put(f.terms.counts)
	}
	return out
}

// decode fills a declared index from its tables, of which it keeps a copy. It fails
// where they are not of the same fields.
func (x *Index) decode(tables []byte) error {
	in := reader{rest: slices.Clone(tables)}
	x.tags, x.marks = in.bytes(), in.bytes()
	for _, name := range slices.Sorted(maps.Keys(x.fields)) {
		if stored := string(in.bytes()); stored != name {
			return fmt.Errorf("field %q stands in the place of %q", stored, name)
		}
		f := x.fields[name]
		f.passages = int(in.number(4))
		f.meanLength = math.Float64frombits(in.number(8))
		f.terms = vocabulary{string(in.bytes()), in.bytes(), in.bytes()}
	}
	if in.short || len(in.rest) > 0 {
		return errors.New("the tables are not of these fields")
	}
	return nil
}

// A reader takes tables apart.
type reader struct {
	rest  []byte
	short bool // there was less than was read
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.short, n = true, 0
	}
	out := r.rest[:n:n]
	r.rest = r.rest[n:]
	return out
}

// number reads a number of 4 or 8 bytes.
func (r *reader) number(size int) uint64 {
	b := r.take(size)
	switch len(b) {
	case 4:
		return uint64(binary.LittleEndian.Uint32(b))
	case 8:
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

func (r *reader) bytes() []byte { return r.take(int(r.number(4))) }
