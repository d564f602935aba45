package pdf

import (
	"bytes"
	"fmt"
	"io"
)

// progressLine is what the reading process writes on standard error after a page.
const progressLine = "page %d of %d\n"

// A listener takes the lines of progress out of what the reading process says on
// standard error.
type listener struct {
	told func(done, pages int) // nil for nobody
	rest io.Writer
	line bytes.Buffer // what came of a line that has not ended
}

const longestLine = 4 << 10 // bytes: of what does not end nothing more is kept

func (l *listener) Write(b []byte) (int, error) {
	n := len(b)
	for len(b) > 0 {
		end := bytes.IndexByte(b, '\n') + 1
		if end == 0 {
			l.line.Write(b[:min(len(b), max(0, longestLine-l.line.Len()))])
			return n, nil
		}
		l.line.Write(b[:min(end, longestLine)])
		b = b[end:]
		if err := l.tell(); err != nil {
			return 0, err
		}
	}
	return n, nil
}

// tell hands on the line that has ended.
func (l *listener) tell() error {
	defer l.line.Reset()
	var done, pages int
	if n, err := fmt.Sscanf(l.line.String(), progressLine, &done, &pages); err == nil && n == 2 {
		if l.told != nil {
			l.told(done, pages)
		}
		return nil
	}
	_, err := l.rest.Write(l.line.Bytes())
	return err
}
