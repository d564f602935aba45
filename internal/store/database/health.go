package database

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// ErrAway says that the database did not answer a moment ago and is not asked.
var ErrAway = errors.New("the database does not answer")

// A failure is why nothing is kept.
type failure struct {
	since time.Duration // as since(start)
	why   string        // what the database says; "" where it does not answer
	told  bool          // in the log
}

// quietFor is for how long a database that refuses to do its work is not in the log again:
// one that is full takes this and refuses that.
const quietFor = time.Minute

// note takes note of how the database did. Only what it has kept shows that it works
// again: one that is full or may only be read still answers.
func (db *DB) note(ctx context.Context, o Operation, err error) {
	switch {
	case fails(err):
		f := &failure{since: time.Since(db.start), why: refusal(err)}
		f.told = f.why == "" || !db.RefusedWithin(quietFor)
		if f.why != "" {
			db.refused.Store(int64(f.since))
		}
		first := db.failure.CompareAndSwap(nil, f)
		if first && f.told && f.why != "" {
			db.opt.Log.WarnContext(ctx, "the store keeps nothing", "operation", o.What, "err", OneLine(err))
		}
		if db.kind.server && f.why == "" {
			db.Rest(restAway)
			db.opt.Log.WarnContext(ctx, "the store does not answer; trying again shortly", "operation", o.What, "err", OneLine(err))
		}
	case o.Keeps && err == nil:
		if f := db.failure.Swap(nil); f != nil && f.told {
			db.opt.Log.InfoContext(ctx, "the store works again", "after", (time.Since(db.start) - f.since).Round(time.Millisecond))
		}
	}
}

// Rest has the database not asked for so long from now on, as after it did not answer; 0
// ends that.
func (db *DB) Rest(d time.Duration) { db.away.Store(int64(time.Since(db.start) + d)) }

// resting reports whether the database did not answer a moment ago, and is not asked.
func (db *DB) resting() bool { return int64(time.Since(db.start)) < db.away.Load() }

// An Answer is an error that says what is so, not that something failed.
type Answer string

// Error implements error.
func (a Answer) Error() string { return string(a) }

// IsAnswer reports whether an error is an [Answer].
func IsAnswer(err error) bool { return errors.As(err, new(Answer)) }

// fails reports an error that is no answer and not about the data of one operation:
// the database cannot be reached, or refuses to do its work.
func fails(err error) bool {
	if err == nil || IsAnswer(err) {
		return false
	}
	if pg := new(pgconn.PgError); errors.As(err, &pg) {
		return !aboutData(pg.Code)
	}
	return code(err) != codes.SQLITE_CONSTRAINT
}

// aboutData reports a code of an error in what was asked, which the next operation need
// not have: in the data, by a constraint, or since two changed the same.
func aboutData(code string) bool {
	return slices.Contains([]string{"22", "23", "40"}, code[:min(2, len(code))]) // the class
}

// refusal returns in what words a database refuses to do its work, "" where it does
// not answer.
func refusal(err error) string {
	if pg := new(pgconn.PgError); errors.As(err, &pg) {
		return pg.Message
	}
	if lite := new(driver.Error); errors.As(err, &lite) && code(err) != codes.SQLITE_BUSY && code(err) != codes.SQLITE_INTERRUPT {
		return OneLine(err).Error()
	}
	return ""
}

// Answers reports whether the database keeps what it is told, as far as is known.
func (db *DB) Answers() bool { return db.failure.Load() == nil }

// RefusedWithin reports whether the database has said within a time that it does not do its
// work: it is full, may only be read, or cannot be.
func (db *DB) RefusedWithin(d time.Duration) bool {
	at := time.Duration(db.refused.Load())
	return at != 0 && time.Since(db.start)-at < d
}

// FailsFor returns for how long the database has not kept what it was told, 0 where it
// does.
func (db *DB) FailsFor() time.Duration {
	if f := db.failure.Load(); f != nil {
		return time.Since(db.start) - f.since
	}
	return 0
}

// State says in a line whether the database answers, for an operator.
func (db *DB) State() string {
	if f := db.failure.Load(); f != nil {
		long := (time.Since(db.start) - f.since).Round(time.Second)
		if f.why != "" {
			return fmt.Sprintf("keeps nothing for %s: %s", long, f.why)
		}
		return fmt.Sprintf("does not answer for %s", long)
	}
	switch {
	case db.kind.server:
		return "answers; PostgreSQL"
	case db.file != nil:
		return "answers; SQLite"
	}
	return "in memory"
}
