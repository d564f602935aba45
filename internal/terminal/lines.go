package terminal

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"pincite/internal/rescue"
)

// Lines says what is done with each line of an input.
type Lines[T any] struct {
	Read     func(line []byte) (T, error) // what a line says
	Write    func(T) error                // what comes of it
	Complain func(string)                 // a line is bad; the others still count
	TooLong  error                        // for a line that is too long to be read
}

// read reads a line; what the program panics over is a bad one.
func (l Lines[T]) read(line []byte) (said T, err error) {
	defer rescue.Into(&err)
	return l.Read(line)
}

// Each goes through the lines of standard input until it ends. It returns how many lines
// there were, and how many of them were bad.
func (l Lines[T]) Each(in io.Reader) (n, bad int, err error) {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestLine)
	for lines.Scan() {
		n++
		line := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff")))
		if len(line) == 0 {
			continue
		}
		said, err := l.read(line)
		if err != nil {
			bad++
			l.Complain(fmt.Sprintf("standard input, line %d: %v", n, err))
			continue
		}
		if err := l.Write(said); err != nil {
			return n, bad, err
		}
	}
	err = lines.Err()
	if errors.Is(err, bufio.ErrTooLong) {
		err = l.TooLong
	}
	if err != nil {
		err = fmt.Errorf("standard input, line %d: %w", n+1, err)
	}
	return n, bad, err
}
