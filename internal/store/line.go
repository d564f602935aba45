package store

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"pincite/internal/chat"
)

// version is the version of the file's form.
const version = 1

// maxLine bounds one line, in bytes. A question is at most a few KiB.
const maxLine = 1 << 20

// Kinds of line.
const (
	kindFeedback   = "feedback"
	kindUnanswered = "unanswered"
	kindLanguage   = "language"
	kindDocument   = "document"
)

// A header is the first line of a file.
type header struct {
	Pincite string `json:"pincite"` // "store"
	Version int    `json:"version"`
	Key     []byte `json:"key"` // of the hashes of persons
}

// A line is any other line. Fields that do not belong to its kind are empty.
type line struct {
	Kind     string `json:"kind"`
	At       int64  `json:"at"`               // seconds since 1970
	Person   []byte `json:"person,omitempty"` // of a document, the conversation
	Question string `json:"question,omitempty"`
	Document string `json:"document,omitempty"` // name
	Section  string `json:"section,omitempty"`
	Digest   string `json:"digest,omitempty"`
	Language string `json:"language,omitempty"`
	Good     bool   `json:"good,omitempty"`
	Answer   string `json:"answer,omitempty"` // kind of the answer given
	Reason   string `json:"reason,omitempty"`
}

func feedbackLine(f chat.Feedback, person []byte, at time.Time) line {
	return line{Kind: kindFeedback, At: at.Unix(), Person: person, Question: f.Question,
		Document: f.Document, Section: f.Section, Digest: f.Digest, Good: f.Good}
}

func unansweredLine(u chat.Unanswered, at time.Time) line {
	return line{Kind: kindUnanswered, At: at.Unix(), Question: u.Question, Document: u.Document, Digest: u.Digest,
		Language: u.Language, Answer: string(u.Kind), Reason: string(u.Reason)}
}

// place names what a line says something about, so that a later line on the
// same takes its place; "" if nothing replaces it.
func (l line) place() string {
	switch l.Kind {
	case kindFeedback:
		return fmt.Sprintf("%s\x00%x\x00%s\x00%s\x00%s\x00%s", l.Kind, l.Person, l.Question, l.Document, l.Section, l.Digest)
	case kindLanguage, kindDocument:
		return fmt.Sprintf("%s\x00%x", l.Kind, l.Person)
	}
	return ""
}

// errTorn says that the last line has no end: the process died writing it.
var errTorn = errors.New("the last line is cut short")

// A damage is a line that this package did not write.
type damage struct {
	number int // from 1
	what   string
}

func (d damage) Error() string { return fmt.Sprintf("line %d %s", d.number, d.what) }

// scan reads a file from its beginning and calls visit for every line after
// the header, with its number from 0 and its bytes without the line break. It
// returns the header and how many bytes the whole lines take; the error is
// errTorn, a damage, or one of r. An empty file has a zero header.
func scan(r io.Reader, visit func(n int, l line, raw []byte) error) (h header, whole int64, err error) {
	in := bufio.NewReader(r)
	for n := 0; ; n++ {
		raw, err := readLine(in)
		if err == io.EOF && len(raw) == 0 {
			return h, whole, nil
		}
		if err == io.EOF {
			return h, whole, errTorn
		}
		if err != nil {
			return h, whole, err
		}
		if n == 0 {
			err = h.read(raw)
		} else {
			err = visitLine(n, raw, visit)
		}
		if err != nil {
			return h, whole, err
		}
		whole += int64(len(raw)) + 1
	}
}

// readLine reads up to a line break and leaves it out.
func readLine(in *bufio.Reader) ([]byte, error) {
	var raw []byte
	for {
		part, err := in.ReadSlice('\n')
		raw = append(raw, part...)
		if len(raw) > maxLine {
			return nil, fmt.Errorf("a line is longer than %d bytes", maxLine)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSuffix(raw, []byte("\n")), err
		}
	}
}

func (h *header) read(raw []byte) error {
	if err := json.Unmarshal(raw, h); err != nil || h.Pincite != "store" || len(h.Key) != keyBytes {
		return damage{1, "is not that of a store"}
	}
	if h.Version > version {
		return fmt.Errorf("the file is of version %d, this program knows %d; use a newer program", h.Version, version)
	}
	return nil
}

func visitLine(n int, raw []byte, visit func(int, line, []byte) error) error {
	var l line
	if err := json.Unmarshal(raw, &l); err != nil || l.Kind == "" {
		return damage{n + 1, "cannot be read"}
	}
	return visit(n-1, l, raw)
}
