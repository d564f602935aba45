package database

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
	// left alone for restAway; what is vital and not shared may take all of Budget.
	Patience = 500 * time.Millisecond
	Budget   = 2 * time.Second

	// restAway is how long a database that did not answer is not asked.
	restAway = time.Second

	// longPatience is for what nobody waits for.
	longPatience = 30 * time.Second
)

// ErrSpent says that a request has waited for the database as long as it may.
var ErrSpent = errors.New("the database has taken too long for one request")

// A dialect is how two databases differ.
type dialect struct {
	server  bool   // several processes may share it, and several changes fit into one statement
	setting string // that names it
	clock   string // SQL for the time now, in milliseconds since 1970, which is the same throughout a statement
	empty   string // SQL that takes what was deleted out of the log of changes; "" for none
	columns string // SQL that lists the columns of the tables that are found by name alone, as "table.column"
	lock    string // SQL that keeps other processes from changing tables until the transaction ends; "" for none
}

var (
	sqlite = dialect{
		setting: "store.path",
		clock:   `CAST(unixepoch('subsec') * 1000 AS INTEGER)`,
		empty:   `PRAGMA wal_checkpoint(TRUNCATE)`,
		columns: `SELECT t.name || '.' || c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`,
	}
	postgres = dialect{
		server:  true,
		setting: "store.url",
		clock:   `CAST(extract(epoch FROM statement_timestamp()) * 1000 AS bigint)`,
		columns: `SELECT t.relname || '.' || c.attname FROM pg_class AS t JOIN pg_attribute AS c ON c.attrelid = t.oid
			WHERE t.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.attnum > 0 AND NOT c.attisdropped AND pg_table_is_visible(t.oid)
			AND t.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
		lock: `SELECT pg_advisory_xact_lock(1885957731)`,
	}
)

// SQL completes a query: {now} is the database's own time, in milliseconds since 1970.
func (db *DB) SQL(query string) string { return strings.ReplaceAll(query, "{now}", db.kind.clock) }

// A Via does an operation in the place of a DB, which it may hold up, or have fail, before
// or after it is done: so tests make bad weather.
type Via func(ctx context.Context, what string, do func(context.Context) error) error

// An Operation is what is asked of the database.
type Operation struct {
	What   string // for errors and the metrics
	Keeps  bool   // its success shows that things are kept
	Vital  bool   // without it an update cannot be handled
	Urgent bool   // it has the connection that is left for it, and waits for none
}

// Do does one operation within Patience and what is left of the request's Budget,
// of which the last is for what is vital: that may take all that is left where no other
// process shares the database, whose way to it cannot be down. It ends when it must, not when ctx does: what
// is to be kept of an answer is kept though nobody waits any more.
func (db *DB) Do(ctx context.Context, o Operation, do func(context.Context) error) error {
	left := Budget - request.Waited(ctx, 0)
	if !o.Vital {
		left -= Patience
	}
	began := time.Now()
	defer func() { request.Waited(ctx, time.Since(began)) }()
	patience := Patience
	if o.Vital && !db.kind.server {
		patience = left
	}
	return db.within(context.WithoutCancel(ctx), left, patience, o, do)
}

// Long does one operation that nobody waits for, within half a minute, the wait for a
// connection included.
func (db *DB) Long(ctx context.Context, o Operation, do func(context.Context) error) error {
	return db.within(ctx, longPatience, longPatience, o, do)
}

// within does one operation, which may take so long once it has a connection, and left
// together with the wait for one.
func (db *DB) within(ctx context.Context, left, patience time.Duration, o Operation, do func(context.Context) error) error {
	err := db.inTurn(ctx, left, patience, o, do)
	if err == nil || IsAnswer(err) {
		return err
	}
	db.opt.Metrics.StoreFailed(o.What)
	return fmt.Errorf("store: %s: %w", o.What, err)
}

// inTurn does one operation when a connection is free, unless the database did not answer
// a moment ago: also not while this one waited.
func (db *DB) inTurn(ctx context.Context, left, patience time.Duration, o Operation, do func(context.Context) error) error {
	if left <= 0 {
		return ErrSpent
	}
	if db.resting() {
		return ErrAway
	}
	if !o.Urgent {
		waited, err := db.turns.wait(ctx, left)
		if waited > 0 && ctx.Err() == nil {
			db.opt.Metrics.StoreWaited(err == nil)
		}
		if err != nil {
			return err
		}
		defer db.turns.end()
		left -= waited
	}
	if db.resting() {
		return ErrAway
	}
	patience = min(patience, left)
	bounded, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	err := db.opt.Via(bounded, o.What, do)
	short := patience < Patience && bounded.Err() != nil // it may have been quick enough for others
	if ctx.Err() == nil && !short {
		db.note(ctx, o, err)
	}
	return err
}

// Exec changes rows.
func (db *DB) Exec(ctx context.Context, what, query string, args ...any) error {
	return db.Do(ctx, Operation{What: what, Keeps: true}, func(ctx context.Context) error {
		_, err := db.ExecContext(ctx, db.SQL(query), args...)
		return err
	})
}

// Scan reads one row into dest, which stays as it is if there is none.
func (db *DB) Scan(ctx context.Context, what string, dest []any, query string, args ...any) error {
	return db.Do(ctx, Operation{What: what}, func(ctx context.Context) error {
		_, err := ScanRow(db.QueryRowContext(ctx, db.SQL(query), args...), dest...)
		return err
	})
}

// ScanRow reads a row and reports whether there was one.
func ScanRow(row *sql.Row, dest ...any) (bool, error) {
	err := row.Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// Together does several changes as one.
func (db *DB) Together(ctx context.Context, o Operation, do func(context.Context, *sql.Tx) error) error {
	return db.Do(ctx, o, func(ctx context.Context) error { return InTx(ctx, db.DB, do) })
}

// InTx does changes as one, all or none.
func InTx(ctx context.Context, db *sql.DB, do func(context.Context, *sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // which does nothing after the commit
	if err := do(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}
