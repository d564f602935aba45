package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// errAway says that the database did not answer a moment ago and is not asked.
var errAway = errors.New("the database does not answer")

// A failure is why nothing is kept.
type failure struct {
	since time.Duration // as since(start)
	why   string        // what the database says; "" where it does not answer
}

// note takes note of how the database did. Only what it has kept shows that it works
// again: one that is full or may only be read still answers.
func (s *Store) note(ctx context.Context, o operation, err error) {
	switch {
	case fails(err):
		f := &failure{time.Since(s.start), refusal(err)}
		first := s.failure.CompareAndSwap(nil, f)
		if first && f.why != "" {
			s.opt.Log.WarnContext(ctx, "the store keeps nothing", "operation", o.what, "err", oneLine(err))
		}
		if s.kind.shared && f.why == "" {
			s.away.Store(int64(time.Since(s.start) + restAway))
			s.opt.Log.WarnContext(ctx, "the store does not answer; trying again shortly", "operation", o.what, "err", oneLine(err))
		}
	case o.keeps && err == nil:
		if f := s.failure.Swap(nil); f != nil {
			s.opt.Log.InfoContext(ctx, "the store works again", "after", (time.Since(s.start) - f.since).Round(time.Millisecond))
		}
	}
}

// isAnswer reports an error that says what is so, not that something failed.
func isAnswer(err error) bool {
	return errors.Is(err, ErrHandled) || errors.Is(err, ErrElsewhere) || errors.Is(err, ErrLost)
}

// fails reports an error that is no answer and not about the data of one operation:
// the database cannot be reached, or refuses to do its work.
func fails(err error) bool {
	if err == nil || isAnswer(err) {
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
	for _, class := range []string{"22", "23", "40"} {
		if strings.HasPrefix(code, class) {
			return true
		}
	}
	return false
}

// refusal returns in what words a database refuses to do its work, "" where it does
// not answer.
func refusal(err error) string {
	if pg := new(pgconn.PgError); errors.As(err, &pg) {
		return pg.Message
	}
	if lite := new(driver.Error); errors.As(err, &lite) && code(err) != codes.SQLITE_BUSY && code(err) != codes.SQLITE_INTERRUPT {
		return oneLine(err).Error()
	}
	return ""
}

// Answers reports whether the database keeps what it is told, as far as is known.
func (s *Store) Answers() bool { return s.failure.Load() == nil }

// State says in a line whether the database answers, for an operator.
func (s *Store) State() string {
	if f := s.failure.Load(); f != nil {
		long := (time.Since(s.start) - f.since).Round(time.Second)
		if f.why != "" {
			return fmt.Sprintf("keeps nothing for %s: %s", long, f.why)
		}
		return fmt.Sprintf("does not answer for %s", long)
	}
	switch {
	case s.kind.shared:
		return fmt.Sprintf("answers; PostgreSQL, replicas: %d", s.Replicas())
	case s.file != nil:
		return "answers; SQLite"
	}
	return "in memory"
}
