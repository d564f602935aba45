package importer

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// headBytes are read of a file to tell what it is.
const headBytes = 4 << 10

// ReadFile reads a regular file of at most limit bytes. It asks what the file
// is before it opens it, since a pipe would wait for a writer, and stops at the
// limit, since a file may be longer than it says.
func ReadFile(fsys fs.FS, name string, limit int64) ([]byte, error) {
	return read(fsys, name, func([]byte) int64 { return limit })
}

// read is ReadFile with a limit that depends on the first bytes.
func read(fsys fs.FS, name string, limitOf func(head []byte) int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return nil, Cause(err)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("it is %s; give a file or a folder", kindOf(info.Mode()))
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, Cause(err)
	}
	defer f.Close() // opened to read: nothing is lost
	var data bytes.Buffer
	if _, err := io.CopyN(&data, f, headBytes); err != nil && !errors.Is(err, io.EOF) {
		return nil, Cause(err)
	}
	limit := limitOf(data.Bytes())
	if info.Size() > limit {
		return nil, tooLarge(limit)
	}
	data.Grow(int(info.Size()) + bytes.MinRead) // or it would double again and again
	if _, err := data.ReadFrom(io.LimitReader(f, max(0, limit+1-int64(data.Len())))); err != nil {
		return nil, Cause(err)
	}
	if int64(data.Len()) > limit {
		return nil, tooLarge(limit)
	}
	return data.Bytes(), nil
}

// kindOf names what is no regular file.
func kindOf(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "a folder, not a file"
	case m&fs.ModeDevice != 0:
		return "a device"
	case m&fs.ModeNamedPipe != 0:
		return "a pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	}
	return "no regular file"
}

// tooLarge is the error for a text above a limit of bytes.
func tooLarge(limit int64) error {
	if limit <= MaxAnswerable {
		return fmt.Errorf("it is too large to answer from: the limit is %d MB of text; give a part of it (pincite import reads up to %d MB)",
			limit>>20, MaxBytes>>20)
	}
	return fmt.Errorf("it is too large: the limit is %d MB", limit>>20)
}

// Cause drops the operation and the path that fs errors carry, since ours name
// them already.
func Cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
