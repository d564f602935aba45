package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"pincite/internal/metrics"
)

// Options say which database to open. Path and URL exclude each other; with neither, it is
// made in memory.
type Options struct {
	Path string // of an SQLite database; made if it is not there
	URL  string // of a PostgreSQL database: postgres://user:password@host/name

	// Steps are SQL, each from the tables that the one before leaves to the next. Those
	// that a database has not taken are taken when it is opened.
	Steps []string

	// Earlier copies what is in a file of lines of JSON, which earlier versions wrote in
	// the place of a database, into a new one, all or nothing.
	Earlier func(context.Context, *os.File, *sql.DB) error

	Keep    time.Duration      // of a database that was set aside since it is damaged
	Now     func() time.Time   // the time
	Log     *slog.Logger       // of what goes wrong
	Metrics *metrics.Metrics   // counts what failed; nil: nothing is counted
	Flush   func(string) error // has a file reach the disk; nil means what the system has for it
	Via     Via                // does every operation; nil means as it is
}

// A DB is an open database, whose tables are up to date. What is asked of it by the
// methods of sql.DB may take as long as it likes, and belongs into [DB.Do]. It is safe for
// concurrent use.
type DB struct {
	*sql.DB
	opt   Options
	kind  dialect
	turns turns
	file  *os.File // locked for this process; nil but for SQLite on disk
	path  string   // of file
	start time.Time

	scrubbing sync.Mutex
	scrubbed  atomic.Int64 // when all pages were looked at last, in milliseconds since 1970
	demanded  atomic.Bool  // somebody was forgotten since
	erased    atomic.Int64 // when that was last done at once for somebody

	away    atomic.Int64            // until when the database is not asked, as since(start)
	failure atomic.Pointer[failure] // nil while all is well
	refused atomic.Int64            // when the database refused to do its work last, as since(start); 0 for never

	running    context.Context // until Stop
	stop       context.CancelFunc
	background sync.WaitGroup
}

// Open opens the database that the options name, and makes it if need be. What is
// written to a file reaches the disk within a second, until Stop.
func Open(ctx context.Context, o Options) (*DB, error) {
	if o.Flush == nil {
		o.Flush = flush
	}
	if o.Via == nil {
		o.Via = func(ctx context.Context, _ string, do func(context.Context) error) error { return do(ctx) }
	}
	switch {
	case o.URL != "":
		return openPostgres(ctx, o)
	case o.Path != "":
		return openFile(ctx, o)
	}
	return openMemory(ctx, o)
}

// newDB returns a DB whose tables are up to date.
func newDB(db *sql.DB, kind dialect, o Options) *DB {
	out := &DB{DB: db, opt: o, kind: kind, start: time.Now()}
	out.turns = make(turns, max(db.Stats().MaxOpenConnections-1, 1))
	out.running, out.stop = context.WithCancel(context.Background())
	return out
}

// Server reports whether the database is one that several processes may share. It takes
// several changes in one statement, and is perhaps far away.
func (db *DB) Server() bool { return db.kind.server }

// Every calls f at intervals until Stop. What fails is logged and tried again at the next.
func (db *DB) Every(interval time.Duration, what string, f func(context.Context) error) {
	db.background.Go(func() {
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		for {
			select {
			case <-db.running.Done():
				return
			case <-ticker.C:
				if err := f(db.running); err != nil && db.running.Err() == nil {
					db.opt.Log.Warn("store: "+what, "err", err)
				}
			}
		}
	})
}

// Stop ends what is done at intervals. A database that did not answer a moment ago is
// asked again from then on: it is the last time.
func (db *DB) Stop() {
	db.stop()
	db.background.Wait()
	db.Rest(0)
}

// Close stops, then closes the database, then the file: to close that first would drop
// SQLite's own locks.
func (db *DB) Close() error {
	db.Stop()
	err := db.DB.Close()
	if db.file != nil {
		err = errors.Join(err, db.file.Close())
	}
	return err
}

// OpenToRead opens a database that is there already, and may be in use, to be read alone.
// A file of an earlier form is read into memory. Nothing of it is changed, nor anything
// beside it.
func OpenToRead(ctx context.Context, o Options) (*sql.DB, error) {
	if o.URL != "" {
		return Connect(o.URL)
	}
	file, err := os.Open(o.Path)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	defer file.Close()
	db, err := readable(ctx, file, o)
	if err != nil {
		return nil, fmt.Errorf("store: %s: %w", o.Path, err)
	}
	return db, nil
}

// readable opens a file to be read.
func readable(ctx context.Context, file *os.File, o Options) (*sql.DB, error) {
	form, err := formOf(file)
	if err != nil {
		return nil, err
	}
	if form == formDatabase {
		return dialToRead(o.Path)
	}
	db, err := openSQLite(ctx, ":memory:", pragmaMemory, o.Steps)
	if err == nil && form == formEarlier {
		if err = o.Earlier(ctx, file, db); err != nil {
			db.Close()
		}
	}
	return db, err
}
