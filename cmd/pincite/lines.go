package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"

	"pincite/internal/terminal"
)

// eachLine reads what each line of standard input says, and writes what comes of it,
// until the input ends. A bad line is told on standard error, and the others still
// count; tooLong is the error for one that is too long to be read. It returns how many
// lines there were, and how many of them were bad.
func eachLine[T any](p *program, tooLong error, read func(line []byte) (T, error), write func(T) error) (n, bad int, err error) {
	lines := bufio.NewScanner(p.in)
	lines.Buffer(nil, terminal.LongestLine)
	for lines.Scan() {
		n++
		line := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff")))
		if len(line) == 0 {
			continue
		}
		said, err := read(line)
		if err != nil {
			bad++
			p.complain(fmt.Sprintf("standard input, line %d: %v", n, err))
			continue
		}
		if err := write(said); err != nil {
			return n, bad, err
		}
	}
	err = lines.Err()
	if errors.Is(err, bufio.ErrTooLong) {
		err = tooLong
	}
	if err != nil {
		err = fmt.Errorf("standard input, line %d: %w", n+1, err)
	}
	return n, bad, err
}
