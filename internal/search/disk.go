package search

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// An index on disk is one file: a segment of bleve without its footer, the tables,
// a trailer, and the footer, where bleve looks for it. bleve maps the file into
// memory, so that processes share it and what is not asked for is not read.
//
// The trailer is the length of the tables (8 bytes) and the CRC-32C of all other
// bytes of the file (4 bytes).
const trailerSize = 12

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Write indexes the passages in a file, which is empty or not there, with little memory:
// in segments of some hundred kilobytes of text, which are then made one. They are
// written to files beside it that go again. If it fails, as [Build] does or because
// nothing can be written, the file is not there either.
func Write(ctx context.Context, file string, fields []Field, passages iter.Seq[Passage]) error {
	if err := write(ctx, file, fields, passages); err != nil {
		return fmt.Errorf("write index: %w", errors.Join(err, remove(file)))
	}
	return nil
}

func remove(file string) error {
	if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

func write(ctx context.Context, file string, fields []Field, passages iter.Seq[Passage]) (err error) {
	x, err := declare(fields)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp(filepath.Dir(file), filepath.Base(file)+"-*.tmp")
	if err != nil {
		return err
	}
	parts := parts{dir: dir}
	defer func() { err = errors.Join(err, parts.close()) }()
	if err := x.filling(parts.keep).run(ctx, passages); err != nil {
		return err
	}
	if err := parts.merge(ctx, file); err != nil {
		return err
	}
	merged, err := format.Open(file)
	if err != nil {
		return err
	}
	if err := errors.Join(x.learn(merged), merged.Close()); err != nil {
		return err
	}
	return x.finish(file)
}

// parts are the segments of an index that is being written.
type parts struct {
	dir      string
	segments []segment.Segment // by number of the batch
}

// keep writes a batch to a file. It is called by several goroutines, each with a
// batch of its own.
func (p *parts) keep(b batch) (done func(), err error) {
	s, err := segmentOf(b.docs)
	if err != nil {
		return nil, err
	}
	name := filepath.Join(p.dir, strconv.Itoa(b.number))
	if err := s.(segment.UnpersistedSegment).Persist(name); err != nil {
		return nil, err
	}
	if s, err = format.Open(name); err != nil {
		return nil, err
	}
	return func() {
		for len(p.segments) <= b.number {
			p.segments = append(p.segments, nil)
		}
		p.segments[b.number] = s
	}, nil
}

// merge makes one segment of all.
func (p *parts) merge(ctx context.Context, file string) error {
	if len(p.segments) == 0 {
		s, err := segmentOf([]index.Document{})
		if err != nil {
			return err
		}
		return s.(segment.UnpersistedSegment).Persist(file)
	}
	ended := make(chan struct{})
	defer context.AfterFunc(ctx, func() { close(ended) })()
	_, _, err := format.Merge(p.segments, make([]*roaring.Bitmap, len(p.segments)), file, ended, nil)
	return errors.Join(err, ctx.Err())
}

// close removes the files.
func (p *parts) close() error {
	var errs []error
	for _, s := range p.segments {
		if s != nil {
			errs = append(errs, s.Close())
		}
	}
	return errors.Join(append(errs, os.RemoveAll(p.dir))...)
}

// finish puts the tables into a file that holds the postings.
func (x *Index) finish(file string) (err error) {
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	end, err := f.Seek(-zap.FooterSize, io.SeekEnd)
	if err != nil {
		return err
	}
	footer, err := io.ReadAll(f)
	if err != nil {
		return err
	}
	tables := x.encode()
	tables = binary.LittleEndian.AppendUint64(tables, uint64(len(tables)))
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	sum := crc32.New(castagnoli)
	if _, err := io.Copy(sum, io.MultiReader(io.LimitReader(f, end), bytes.NewReader(tables), bytes.NewReader(footer))); err != nil {
		return err
	}
	tables = binary.LittleEndian.AppendUint32(tables, sum.Sum32())
	_, err = f.WriteAt(append(tables, footer...), end)
	return errors.Join(err, f.Sync())
}

// errDamaged is returned for a file that is not, or not any more, what Write wrote.
var errDamaged = errors.New("the index is damaged")

// Open opens the index in a file that [Write] wrote of these fields, for reading.
// Several processes may have it open, and it may be removed meanwhile. The error
// wraps errDamaged for a file with other bytes than were written.
func Open(file string, fields []Field) (*Index, error) {
	x, err := open(file, fields)
	if err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	return x, nil
}

func open(file string, fields []Field) (*Index, error) {
	x, err := declare(fields)
	if err != nil {
		return nil, err
	}
	tables, err := checked(file)
	if err != nil {
		return nil, err
	}
	if err := x.decode(tables); err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	postings, err := format.Open(file)
	if err != nil {
		return nil, err
	}
	return x.ready(postings), nil
}

// checked reads a file and returns its tables. It reads the file instead of looking
// into memory that the file is mapped into, which would then all be resident.
func checked(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close() // only read
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	at := info.Size() - zap.FooterSize - trailerSize
	if at < 0 {
		return nil, errDamaged
	}
	end := make([]byte, trailerSize+zap.FooterSize)
	if _, err := f.ReadAt(end, at); err != nil {
		return nil, err
	}
	length := int64(binary.LittleEndian.Uint64(end))
	if length < 0 || length > at {
		return nil, errDamaged
	}
	tables := make([]byte, length)
	sum := crc32.New(castagnoli)
	if _, err := io.CopyBuffer(sum, io.NewSectionReader(f, 0, at-length), make([]byte, 1<<20)); err != nil {
		return nil, err
	}
	if _, err := f.ReadAt(tables, at-length); err != nil {
		return nil, err
	}
	sum.Write(tables) // a hash never fails
	sum.Write(end[:8])
	sum.Write(end[trailerSize:])
	if sum.Sum32() != binary.LittleEndian.Uint32(end[8:]) {
		return nil, errDamaged
	}
	return tables, nil
}
