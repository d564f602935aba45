package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// A Record is a rating or an unanswered question as an operator reads it. Of the
// person there is nothing, not even the hash.
type Record struct {
	At       time.Time `json:"at"`   // UTC, whole seconds
	Kind     string    `json:"kind"` // "feedback" or "unanswered"
	Question string    `json:"question"`
	Language string    `json:"language,omitempty"` // of an unanswered question
	Document string    `json:"document,omitempty"` // name of the document cited; empty where none of several was
	Section  string    `json:"section,omitempty"`  // id of the section rated
	Good     *bool     `json:"good,omitempty"`     // the rating
	Answer   string    `json:"answer,omitempty"`   // kind of the answer given to an unanswered question
	Reason   string    `json:"reason,omitempty"`   // why it was not answered
	Digest   string    `json:"digest"`             // of its text
}

// Read calls visit for every rating and question in the file at path, oldest
// first, until it fails. A rating that a later one replaces is left out. The file
// is not changed, and may be in use: what is written from now on is not read.
func Read(path string, visit func(Record) error) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	defer file.Close()
	if err := read(file, visit); err != nil {
		return fmt.Errorf("store: read %s: %w", path, err)
	}
	return nil
}

func read(file *os.File, visit func(Record) error) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	newest := map[string]int{}
	err = readLines(file, info.Size(), func(n int, l line, _ []byte) error {
		newest[l.place()] = n
		return nil
	})
	if err != nil {
		return err
	}
	return readLines(file, info.Size(), func(n int, l line, _ []byte) error {
		if place := l.place(); l.Kind == kindLanguage || l.Kind == kindDocument || (place != "" && newest[place] != n) {
			return nil
		}
		return visit(l.record())
	})
}

// readLines scans the first size bytes of a file that may be in use: the last
// line may be half written.
func readLines(file *os.File, size int64, visit func(int, line, []byte) error) error {
	_, whole, err := scan(io.NewSectionReader(file, 0, size), visit)
	if !errors.Is(err, errTorn) {
		return err
	}
	if whole == 0 {
		return damage{1, "is not that of a store"}
	}
	return nil
}

func (l line) record() Record {
	r := Record{At: time.Unix(l.At, 0).UTC(), Kind: l.Kind, Question: l.Question, Language: l.Language,
		Document: l.Document, Section: l.Section, Answer: l.Answer, Reason: l.Reason, Digest: l.Digest}
	if l.Kind == kindFeedback {
		r.Good = &l.Good
	}
	return r
}
