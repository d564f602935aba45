package postings

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// Parts are the segments of a file that is being written, in files beside it.
type Parts struct {
	file, dir string
	segments  []segment.Segment // by number of the batch
}

// NewParts returns those of a file, which is empty or not there.
func NewParts(file string) (*Parts, error) {
	dir, err := os.MkdirTemp(filepath.Dir(file), filepath.Base(file)+"-*.tmp")
	return &Parts{file: file, dir: dir}, err
}

// Keep writes a batch to a file. It may be called by several goroutines, each with a
// batch of its own; done makes the file one of the parts, and is called by one at a time.
func (p *Parts) Keep(number int, docs []Document) (done func(), err error) {
	s, err := segmentOf(docs)
	if err != nil {
		return nil, err
	}
	name := filepath.Join(p.dir, strconv.Itoa(number))
	if err := s.(segment.UnpersistedSegment).Persist(name); err != nil {
		return nil, err
	}
	if s, err = format.Open(name); err != nil {
		return nil, err
	}
	return func() {
		for len(p.segments) <= number {
			p.segments = append(p.segments, nil)
		}
		p.segments[number] = s
	}, nil
}

// Merge makes one segment of all, in the file.
func (p *Parts) Merge(ctx context.Context) error {
	if len(p.segments) == 0 {
		s, err := segmentOf(nil)
		if err != nil {
			return err
		}
		return s.(segment.UnpersistedSegment).Persist(p.file)
	}
	ended := make(chan struct{})
	defer context.AfterFunc(ctx, func() { close(ended) })()
	_, _, err := format.Merge(p.segments, make([]*roaring.Bitmap, len(p.segments)), p.file, ended, nil)
	return errors.Join(err, ctx.Err())
}

// Close removes the files.
func (p *Parts) Close() error {
	var errs []error
	for _, s := range p.segments {
		if s != nil {
			errs = append(errs, s.Close())
		}
	}
	return errors.Join(append(errs, os.RemoveAll(p.dir))...)
}
