package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"pincite/internal/store/database"
)

// Kinds of records.
const (
	kindFeedback   = "feedback"
	kindUnanswered = "unanswered"
)

// A Record is a rating or an unanswered question as an operator reads it. Of the
// person there is nothing, not even the hash.
type Record struct {
	// Person tells one person from another within one reading: numbers from 1 in the
	// order in which they come. It is printed nowhere.
	Person int `json:"-"`

	At       time.Time `json:"at"`   // UTC, whole seconds
	Kind     string    `json:"kind"` // "feedback" or "unanswered"
	Question string    `json:"question"`
	Language string    `json:"language,omitempty"` // of an unanswered question
	Section  string    `json:"section,omitempty"`  // id of the section rated
	Good     *bool     `json:"good,omitempty"`     // the rating
	Answer   string    `json:"answer,omitempty"`   // kind of the answer given to an unanswered question
	Reason   string    `json:"reason,omitempty"`   // why it was not answered
	Document string    `json:"document,omitempty"` // name of the document asked
	Digest   string    `json:"digest"`             // of its text
}

// IsQuestion reports whether r is an unanswered question.
func (r Record) IsQuestion() bool { return r.Kind == kindUnanswered }

// Read calls visit for every rating and question in the database that o names,
// oldest first, until it fails. The database is not changed, and may be in use.
// A file of lines is read as it is.
func Read(ctx context.Context, o Options, visit func(Record) error) error {
	d, err := o.withDefaults().database()
	if err != nil {
		return err
	}
	db, err := database.OpenToRead(ctx, d)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := readRecords(ctx, db, visit); err != nil {
		return fmt.Errorf("store: read: %w", database.OneLine(err))
	}
	return nil
}

// Records calls visit for every rating and question in the database, oldest first,
// until it fails. Other operations may wait for it.
func (s *Store) Records(ctx context.Context, visit func(Record) error) error {
	return s.db.Long(ctx, database.Operation{What: "read"}, func(ctx context.Context) error { return readRecords(ctx, s.db.DB, visit) })
}

func readRecords(ctx context.Context, db *sql.DB, visit func(Record) error) error {
	rows, err := db.QueryContext(ctx, `SELECT at, 'feedback', question, '', section, good, '', '', document, digest, person FROM ratings
		UNION ALL SELECT at, 'unanswered', question, language, '', -1, kind, reason, document, digest, person FROM unanswered
		ORDER BY 1, 3`)
	if err != nil {
		return err
	}
	defer rows.Close()
	people := map[string]int{}
	for rows.Next() {
		var r Record
		var at, good int64
		var person []byte
		err := rows.Scan(&at, &r.Kind, &r.Question, &r.Language, &r.Section, &good, &r.Answer, &r.Reason, &r.Document, &r.Digest, &person)
		if err != nil {
			return err
		}
		if people[string(person)] == 0 {
			people[string(person)] = len(people) + 1
		}
		r.Person = people[string(person)]
		r.At = time.UnixMilli(at).UTC().Truncate(time.Second)
		if r.Kind == kindFeedback {
			liked := good == 1
			r.Good = &liked
		}
		if err := visit(r); err != nil {
			return err
		}
	}
	return rows.Err()
}

// A Standing is what is found of a database without changing it.
type Standing struct {
	database.Standing     // InUse also where processes share the database
	Replicas          int // living processes that share a PostgreSQL database
	Ratings           int
	Questions         int // unanswered ones
}

// Inspect looks whether Open would succeed on the database that o names: whether it
// is there and ours, whole, and can be written. It changes nothing.
func Inspect(ctx context.Context, o Options) (Standing, error) {
	d, err := o.withDefaults().database()
	if err != nil {
		return Standing{}, err
	}
	var s Standing
	s.Standing, err = database.Inspect(ctx, d, func(db *database.DB) error { return s.read(ctx, db) })
	s.InUse = s.InUse || s.Replicas > 0
	return s, err
}

// read counts what is kept, and by how many.
func (s *Standing) read(ctx context.Context, db *database.DB) error {
	err := db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM ratings), (SELECT count(*) FROM unanswered)`).Scan(&s.Ratings, &s.Questions)
	if err != nil || !db.Server() {
		return err
	}
	return db.QueryRowContext(ctx, db.SQL(`SELECT count(*) FROM replicas WHERE valid_until >= {now}`)).Scan(&s.Replicas)
}
