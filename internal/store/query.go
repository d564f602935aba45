package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"pincite/internal/request"
)

const (
	// Patience is how long one operation may take, and Budget how long all of one
	// request, an update or a question over HTTP, may take together: a slow database
	// delays an answer by no more. One that is shared and slower than Patience is then
	// left alone for restAway.
	Patience = 500 * time.Millisecond
	Budget   = 2 * time.Second

	// restAway is how long a database that did not answer is not asked.
	restAway = time.Second

	// longPatience is for what nobody waits for.
	longPatience = 30 * time.Second
)

// errSpent says that a request has waited for the database as long as it may.
var errSpent = errors.New("the database has taken too long for one request")

// A dialect is how two databases differ.
type dialect struct {
	shared bool   // by several processes
	nested bool   // several changes fit into one statement
	clock  string // SQL for the time now, in milliseconds since 1970, which is the same throughout a statement
	empty  string // SQL that takes what was deleted out of the log of changes; "" for none
}

var (
	sqlite = dialect{
		clock: `CAST(unixepoch('subsec') * 1000 AS INTEGER)`,
		empty: `PRAGMA wal_checkpoint(TRUNCATE)`,
	}
	postgres = dialect{
		shared: true, nested: true,
		clock: `CAST(extract(epoch FROM statement_timestamp()) * 1000 AS bigint)`,
	}
)

// sql completes a query: {now} is the database's own time, and {live} the
// condition that the process in column holder lives.
func (d dialect) sql(query string) string {
	query = strings.ReplaceAll(query, "{live}", `EXISTS (SELECT 1 FROM replicas WHERE replicas.id = holder AND replicas.valid_until >= {now})`)
	return strings.ReplaceAll(query, "{now}", d.clock)
}

// An operation is what is asked of the database.
type operation struct {
	what   string // for errors and the metrics
	keeps  bool   // its success shows that things are kept
	vital  bool   // without it an update cannot be handled
	urgent bool   // it has the connection that is left for it, and waits for none
}

// patient does one operation within Patience and what is left of the request's Budget,
// of which the last is for what is vital. It ends when it must, not when ctx does: what
// is to be kept of an answer is kept though nobody waits any more.
func (s *Store) patient(ctx context.Context, o operation, do func(context.Context) error) error {
	left := Budget - request.Waited(ctx, 0)
	if !o.vital {
		left -= Patience
	}
	began := time.Now()
	defer func() { request.Waited(ctx, time.Since(began)) }()
	return s.within(context.WithoutCancel(ctx), left, Patience, o, do)
}

// within does one operation, which may take so long once it has a connection, and left
// together with the wait for one.
func (s *Store) within(ctx context.Context, left, patience time.Duration, o operation, do func(context.Context) error) error {
	err := s.inTurn(ctx, left, patience, o, do)
	if err == nil || isAnswer(err) {
		return err
	}
	s.opt.Metrics.StoreFailed(o.what)
	return fmt.Errorf("store: %s: %w", o.what, err)
}

// inTurn does one operation when a connection is free, unless the database did not answer
// a moment ago: also not while this one waited.
func (s *Store) inTurn(ctx context.Context, left, patience time.Duration, o operation, do func(context.Context) error) error {
	if left <= 0 {
		return errSpent
	}
	if s.resting() {
		return errAway
	}
	if !o.urgent {
		waited, err := s.turns.wait(ctx, left)
		if waited > 0 && ctx.Err() == nil {
			s.opt.Metrics.StoreWaited(err == nil)
		}
		if err != nil {
			return err
		}
		defer s.turns.end()
		left -= waited
	}
	if s.resting() {
		return errAway
	}
	patience = min(patience, left)
	bounded, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	err := do(bounded)
	short := patience < Patience && bounded.Err() != nil // it may have been quick enough for others
	if ctx.Err() == nil && !short {
		s.note(ctx, o, err)
	}
	return err
}

// resting reports whether the database did not answer a moment ago, and is not asked.
func (s *Store) resting() bool { return int64(time.Since(s.start)) < s.away.Load() }

// exec changes rows.
func (s *Store) exec(ctx context.Context, what, query string, args ...any) error {
	return s.patient(ctx, operation{what: what, keeps: true}, func(ctx context.Context) error {
		_, err := s.db.ExecContext(ctx, s.kind.sql(query), args...)
		return err
	})
}

// scan reads one row into dest, which stays as it is if there is none.
func (s *Store) scan(ctx context.Context, what string, dest []any, query string, args ...any) error {
	return s.patient(ctx, operation{what: what}, func(ctx context.Context) error {
		_, err := scanRow(s.db.QueryRowContext(ctx, s.kind.sql(query), args...), dest...)
		return err
	})
}

// scanRow reads a row and reports whether there was one.
func scanRow(row *sql.Row, dest ...any) (bool, error) {
	err := row.Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// changed reports whether a statement changed a row.
func changed(r sql.Result, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	n, err := r.RowsAffected()
	return n > 0, err
}

// together does several changes as one.
func (s *Store) together(ctx context.Context, o operation, do func(context.Context, *sql.Tx) error) error {
	return s.patient(ctx, o, func(ctx context.Context) error { return inTx(ctx, s.db, do) })
}

func inTx(ctx context.Context, db *sql.DB, do func(context.Context, *sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(ctx, tx); err != nil {
		return errors.Join(err, ignoreDone(tx.Rollback()))
	}
	return tx.Commit()
}

// ignoreDone drops the error of a rollback after the connection is lost, which
// has rolled back already.
func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}
