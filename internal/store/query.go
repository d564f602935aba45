package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"
)

const (
	// Patience is how long one operation may take: a database that is slower
	// delays an answer by this, once, and is then left alone for restAway.
	Patience = 500 * time.Millisecond

	// restAway is how long a database that did not answer is not asked.
	restAway = time.Second

	// longPatience is for what nobody waits for.
	longPatience = 30 * time.Second
)

// A dialect is how two databases differ.
type dialect struct {
	shared bool   // by several processes
	clock  string // SQL for the time now, in milliseconds since 1970
	empty  string // SQL that takes what was deleted out of the log of changes; "" for none
}

var (
	sqlite = dialect{
		clock: `CAST(unixepoch('subsec') * 1000 AS INTEGER)`,
		empty: `PRAGMA wal_checkpoint(TRUNCATE)`,
	}
	postgres = dialect{
		shared: true,
		clock:  `CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)`,
	}
)

// sql completes a query: {now} is the database's own time, and {live} the
// condition that the process in column holder lives.
func (d dialect) sql(query string) string {
	query = strings.ReplaceAll(query, "{live}", `EXISTS (SELECT 1 FROM replicas WHERE replicas.id = holder AND replicas.valid_until >= {now})`)
	return strings.ReplaceAll(query, "{now}", d.clock)
}

// patient does one operation within Patience, unless the database did not
// answer a moment ago. It ends when it must, not when ctx does: what is to be
// kept of an answer is kept though nobody waits any more.
func (s *Store) patient(ctx context.Context, what string, do func(context.Context) error) error {
	return s.within(context.WithoutCancel(ctx), Patience, what, false, do)
}

// keep does one operation that changes something, like patient.
func (s *Store) keep(ctx context.Context, what string, do func(context.Context) error) error {
	return s.within(context.WithoutCancel(ctx), Patience, what, true, do)
}

// within does one operation; kept says that its success shows that things are kept.
func (s *Store) within(ctx context.Context, patience time.Duration, what string, kept bool, do func(context.Context) error) error {
	err := errAway
	if int64(time.Since(s.start)) >= s.away.Load() {
		bounded, cancel := context.WithTimeout(ctx, patience)
		err = do(bounded)
		cancel()
		if ctx.Err() == nil {
			s.note(ctx, what, kept, err)
		}
	}
	if err == nil || isAnswer(err) {
		return err
	}
	s.opt.Metrics.StoreFailed(what)
	return fmt.Errorf("store: %s: %w", what, err)
}

// exec changes rows.
func (s *Store) exec(ctx context.Context, what, query string, args ...any) error {
	return s.keep(ctx, what, func(ctx context.Context) error {
		_, err := s.db.ExecContext(ctx, s.kind.sql(query), args...)
		return err
	})
}

// scan reads one row into dest, which stays as it is if there is none.
func (s *Store) scan(ctx context.Context, what string, dest []any, query string, args ...any) error {
	return s.patient(ctx, what, func(ctx context.Context) error {
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
func (s *Store) together(ctx context.Context, what string, do func(context.Context, *sql.Tx) error) error {
	return s.keep(ctx, what, func(ctx context.Context) error { return inTx(ctx, s.db, do) })
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
