package postings

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"

	zap "github.com/blevesearch/zapx/v17"
)

// A segment on disk is one file: a segment of bleve without its footer, the tables of
// whoever reads it, a trailer, and the footer, where bleve looks for it. bleve maps the
// file into memory, so that processes share it and what is not asked for is not read.
//
// The trailer is the length of the tables (8 bytes) and the CRC-32C of all other
// bytes of the file (4 bytes).
const trailerSize = 12

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Open opens the segment in a file, which it maps into memory.
func Open(file string) (*Segment, error) {
	s, err := format.Open(file)
	return &Segment{s}, err
}

// Seal puts tables into a file that holds a segment.
func Seal(file string, tables []byte) (err error) {
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

// ErrDamaged is returned for a file that is not, or not any more, what was written.
var ErrDamaged = errors.New("the index is damaged")

// Tables reads a file and returns its tables. It reads the file instead of looking
// into memory that the file is mapped into, which would then all be resident.
func Tables(file string) ([]byte, error) {
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
		return nil, ErrDamaged
	}
	end := make([]byte, trailerSize+zap.FooterSize)
	if _, err := f.ReadAt(end, at); err != nil {
		return nil, err
	}
	length := int64(binary.LittleEndian.Uint64(end))
	if length < 0 || length > at {
		return nil, ErrDamaged
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
		return nil, ErrDamaged
	}
	return tables, nil
}
