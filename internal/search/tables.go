package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"pincite/internal/search/postings"
)

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
		put([]byte(f.terms.Letters))
		put(f.terms.Ends)
		put(f.terms.Counts)
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
		f.terms = postings.Vocabulary{Letters: string(in.bytes()), Ends: in.bytes(), Counts: in.bytes()}
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
