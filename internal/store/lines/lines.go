package lines

import (
	"bufio"
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// version is the only version that files of lines had.
const version = 1

// KeyBytes is the length of the key of the hashes.
const KeyBytes = sha256.Size

// maxLine bounds one line, in bytes.
const maxLine = 1 << 20

// Kinds of line.
const (
	Feedback   = "feedback"
	Unanswered = "unanswered"
	Language   = "language"
	Document   = "document" // chosen in a conversation, whose hash takes the place of a person's
)

// A header is the first line of a file.
type header struct {
	Pincite string `json:"pincite"` // "store"
	Version int    `json:"version"`
	Key     []byte `json:"key"` // of the hashes of persons
}

// A Line is any line but the first. Fields that do not belong to its kind are empty.
type Line struct {
	Kind     string `json:"kind"`
	At       int64  `json:"at"` // seconds since 1970
	Person   []byte `json:"person"`
	Question string `json:"question"`
	Section  string `json:"section"`
	Document string `json:"document"`
	Digest   string `json:"digest"`
	Language string `json:"language"`
	Good     bool   `json:"good"`
	Answer   string `json:"answer"` // kind of the answer given
	Reason   string `json:"reason"`
}

// Hash is what a file of lines kept of a person.
func Hash(key []byte, person string) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(person))
	return mac.Sum(nil)
}

// A damage is a line that this package did not write.
type damage struct {
	number int // from 1
	what   string
}

func (d damage) Error() string { return fmt.Sprintf("line %d %s", d.number, d.what) }

// Read calls visit for every whole line after the first, and returns the key of the hashes.
// A last line that a crash cut short is left out.
func Read(r io.Reader, visit func(Line) error) (key []byte, err error) {
	var h header
	in := bufio.NewReader(r)
	for n := 1; ; n++ {
		raw, err := readLine(in)
		switch {
		case err == io.EOF && n == 1:
			return h.Key, damage{1, "is not that of a store"}
		case err == io.EOF: // what follows the last line break was cut short
			return h.Key, nil
		case err != nil:
			return h.Key, err
		case n == 1:
			err = h.read(raw)
		default:
			err = visitLine(n, raw, visit)
		}
		if err != nil {
			return h.Key, err
		}
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
	if err := json.Unmarshal(raw, h); err != nil || h.Pincite != "store" || len(h.Key) != KeyBytes {
		return damage{1, "is not that of a store"}
	}
	if h.Version > version {
		return fmt.Errorf("the file is of version %d, this program knows %d; use a newer program", h.Version, version)
	}
	return nil
}

func visitLine(n int, raw []byte, visit func(Line) error) error {
	var l Line
	if err := json.Unmarshal(raw, &l); err != nil || l.Kind == "" {
		return damage{n, "cannot be read"}
	}
	return visit(l)
}
