package postings

import (
	"errors"
	"math"
	"slices"

	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// format is the form of postings that bleve has now.
var format = &zap.ZapPlugin{}

// A Segment holds postings, by field and term.
type Segment struct{ of segment.Segment }

// Of makes a segment in memory of passages in their order.
func Of(docs []Document) (*Segment, error) {
	s, err := segmentOf(docs)
	return &Segment{s}, err
}

func segmentOf(docs []Document) (segment.Segment, error) {
	all := make([]index.Document, len(docs))
	for i, d := range docs {
		all[i] = d.of
	}
	s, _, err := format.New(all)
	return s, err
}

// Close frees the segment.
func (s *Segment) Close() error { return s.of.Close() }

// A Lookup finds the postings of a field. It is used by one search at a time and may be
// used again: bleve makes much that it can use again, too.
type Lookup struct {
	dict segment.TermDictionary
	list segment.PostingsList
	next segment.PostingsIterator
}

// Lookup returns one for a field.
func (s *Segment) Lookup(field string) (*Lookup, error) {
	dict, err := s.of.Dictionary(field)
	if err != nil {
		return nil, err
	}
	return &Lookup{dict: dict}, nil
}

// Find returns what goes through the postings of a term, before the first of them.
func (l *Lookup) Find(term string) (_ Iterator, err error) {
	if l.list, err = l.dict.PostingsList([]byte(term), nil, l.list); err != nil {
		return Iterator{}, err
	}
	l.next = l.list.Iterator(true, true, false, l.next)
	return Iterator{all: l.next}, nil
}

// Numbers returns what goes through the passages that have a term, of which nothing but
// their numbers is known.
func (s *Segment) Numbers(field, term string) (Iterator, error) {
	dict, err := s.of.Dictionary(field)
	if err != nil {
		return Iterator{}, err
	}
	list, err := dict.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return Iterator{}, err
	}
	return Iterator{all: list.Iterator(false, false, false, nil)}, nil
}

// An Iterator goes once through the postings of a term, in the order of passages.
type Iterator struct {
	all segment.PostingsIterator
	at  segment.Posting
}

// Next goes on to the next posting.
func (i *Iterator) Next() (err error) {
	i.at, err = i.all.Next()
	return err
}

// Advance goes on to the posting of passage n or the first after it.
func (i *Iterator) Advance(n uint64) (err error) {
	i.at, err = i.all.Advance(n)
	return err
}

// Ended reports whether there is no posting here: before the first and after the last.
func (i *Iterator) Ended() bool { return i.at == nil }

// Number returns the number of the passage.
func (i *Iterator) Number() uint64 { return i.at.Number() }

// Frequency returns how often the passage has the term.
func (i *Iterator) Frequency() uint64 { return i.at.Frequency() }

// Length returns how many words the field of the passage has.
func (i *Iterator) Length() float64 {
	if exact, ok := i.at.(interface{ NormUint64() uint64 }); ok {
		return float64(exact.NormUint64())
	}
	// 1/sqrt(length) in 32 bits: counting through all lengths, the first that does
	// not come back exactly is 6,660,631 words.
	return math.Round(1 / (i.at.Norm() * i.at.Norm()))
}

// Vocabulary reads the dictionary of a field. The counts that come with its entries
// are not used: in zapx 17.2.5 they are 1 after the first term of a merged segment
// that one passage has.
func (s *Segment) Vocabulary(field string) (Vocabulary, error) {
	dict, err := s.of.Dictionary(field)
	if err != nil {
		return Vocabulary{}, err
	}
	var v Vocabulary
	var letters []byte
	var list segment.PostingsList
	for all := dict.AutomatonIterator(nil, nil, nil); ; {
		e, err := all.Next()
		if err != nil {
			return Vocabulary{}, err
		}
		if e == nil {
			break
		}
		letters = append(letters, e.Term...)
		if list, err = dict.PostingsList([]byte(e.Term), nil, list); err != nil {
			return Vocabulary{}, err
		}
		v.Ends, v.Counts = v.Ends.Add(uint32(len(letters))), v.Counts.Add(uint32(list.Count()))
	}
	if len(letters) > math.MaxUint32 {
		return Vocabulary{}, errors.New("the words are more than an index can hold")
	}
	v.Letters, v.Ends, v.Counts = string(letters), slices.Clip(v.Ends), slices.Clip(v.Counts)
	return v, nil
}
