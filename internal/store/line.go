package store

import (
	"bufio"
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"pincite/internal/store/database"
)

// lineVersion is the only version that files of lines had.
const lineVersion = 1

// maxLine bounds one line, in bytes.
const maxLine = 1 << 20

// Kinds of line.
const (
	kindFeedback   = "feedback"
	kindUnanswered = "unanswered"
	kindLanguage   = "language"
	kindDocument   = "document" // chosen in a conversation, whose hash stands for a person's
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

// lineHash is what a file of lines kept of a person.
func lineHash(key []byte, person string) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(person))
	return mac.Sum(nil)
}

// importLines copies a file of lines into a database, all or nothing. A last
// line that a crash cut short is left out; a later line takes the place of an
// earlier one on the same.
func importLines(ctx context.Context, file *os.File, db *sql.DB) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	return database.InTx(ctx, db, func(ctx context.Context, tx *sql.Tx) error {
		h, err := scanLines(io.NewSectionReader(file, 0, info.Size()), func(l line) error { return l.insert(ctx, tx) })
		if err != nil {
			return fmt.Errorf("%w; move the file away, and a new one is made", err)
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO facts (name, value) VALUES ($1, $2)`, factImported, h.Key)
		return err
	})
}

// insert writes one line as a row.
func (l line) insert(ctx context.Context, tx *sql.Tx) error {
	at := l.At * 1000
	l.Person = append([]byte{}, l.Person...) // not NULL
	var err error
	switch l.Kind {
	case kindFeedback:
		r := rating{person: l.Person, question: l.Question, document: l.Document, section: l.Section, digest: l.Digest, good: l.Good, at: at}
		_, err = tx.ExecContext(ctx, insertRating, r.row()...)
	case kindUnanswered:
		_, err = tx.ExecContext(ctx, insertUnanswered, random(16), []byte{}, plain(l.Question), l.Language, l.Answer, l.Reason, l.Document, l.Digest, at)
	case kindLanguage:
		err = l.choose(ctx, tx, choiceLanguage, l.Language)
	case kindDocument:
		err = l.choose(ctx, tx, choiceDocument, l.Document)
	}
	return err
}

// choose writes a choice, or takes it back.
func (l line) choose(ctx context.Context, tx *sql.Tx, name, value string) error {
	if value == "" {
		_, err := tx.ExecContext(ctx, deleteChoice, l.Person, l.Person, name)
		return err
	}
	_, err := tx.ExecContext(ctx, insertChoice, l.Person, name, plain(value), l.At*1000)
	return err
}

// A damage is a line that this package did not write.
type damage struct {
	number int // from 1
	what   string
}

func (d damage) Error() string { return fmt.Sprintf("line %d %s", d.number, d.what) }

// scanLines calls visit for every whole line after the header, which it
// returns.
func scanLines(r io.Reader, visit func(line) error) (h header, err error) {
	in := bufio.NewReader(r)
	for n := 1; ; n++ {
		raw, err := readLine(in)
		switch {
		case err == io.EOF && n == 1:
			return h, damage{1, "is not that of a store"}
		case err == io.EOF: // what follows the last line break was cut short
			return h, nil
		case err != nil:
			return h, err
		case n == 1:
			err = h.read(raw)
		default:
			err = visitLine(n, raw, visit)
		}
		if err != nil {
			return h, err
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
	if err := json.Unmarshal(raw, h); err != nil || h.Pincite != "store" || len(h.Key) != keyBytes {
		return damage{1, "is not that of a store"}
	}
	if h.Version > lineVersion {
		return fmt.Errorf("the file is of version %d, this program knows %d; use a newer program", h.Version, lineVersion)
	}
	return nil
}

func visitLine(n int, raw []byte, visit func(line) error) error {
	var l line
	if err := json.Unmarshal(raw, &l); err != nil || l.Kind == "" {
		return damage{n, "cannot be read"}
	}
	return visit(l)
}
