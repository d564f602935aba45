package store

import (
	"context"
	"errors"
	"time"

	"pincite/internal/store/database"
)

const (
	// pruneEvery is how often what is too old is deleted. Nothing is kept longer
	// than stated and this.
	pruneEvery = time.Minute

	// thinEvery is how often what one person has too much of is looked for.
	thinEvery = time.Hour

	// keepUpdates is how long handled updates are known: the platform repeats
	// one for a day.
	keepUpdates = 25 * time.Hour

	// keepRaw is how long an update waits for its turn, for the reason that keepOutbox has.
	keepRaw = 24 * time.Hour

	// keepOutbox is how long a reply waits to be sent. An answer of yesterday
	// helps nobody.
	keepOutbox = 24 * time.Hour

	// keepReplies is how long an edited question is answered anew: people correct one
	// within a minute or so of asking it.
	keepReplies = time.Hour

	// ahead is how far a row may be in the future before its time counts as that of
	// a clock which was wrong: it would outlive what is promised.
	ahead = time.Hour

	// longestLimit is more than anybody is limited for.
	longestLimit = 5 * time.Minute
)

// Prune deletes what is too old, and of what is too much the oldest, from the
// tables and from the disk.
func (s *Store) Prune(ctx context.Context) error {
	for _, t := range []struct {
		table  string
		before int64
	}{
		{"ratings", s.before(s.opt.Keep)}, {"unanswered", s.before(s.opt.Keep)}, {"chosen", s.before(s.opt.Keep)}, {"conversations", s.idleSince()},
		{"updates", s.before(keepUpdates)}, {"outbox", s.before(keepOutbox)}, {"replies", s.before(keepReplies)},
	} {
		if err := s.pruneTable(ctx, t.table, t.before); err != nil {
			return err
		}
	}
	err := s.db.Long(ctx, database.Operation{What: "prune", Keeps: true}, func(ctx context.Context) error {
		for _, d := range []struct {
			query string
			args  []any
		}{
			{`UPDATE updates SET raw = NULL, person = NULL WHERE raw IS NOT NULL AND at < $1`, []any{s.before(keepRaw)}},
			// Those that last for longer than any does are of a clock that was ahead: they
			// would silence a person until it is that late again.
			{`DELETE FROM limits WHERE full_at < {now} AND quiet_until < {now} OR full_at > {now} + $1 OR quiet_until > {now} + $1`,
				[]any{longestLimit.Milliseconds()}},
		} {
			if _, err := s.db.ExecContext(ctx, s.db.SQL(d.query), d.args...); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if at := s.now(); at-s.thinned.Load() >= thinEvery.Milliseconds() {
		if err := errors.Join(s.pruneTable(ctx, "choices", 0), s.pruneShares(ctx)); err != nil {
			return err
		}
		s.thinned.Store(at)
	}
	return s.db.Tidy(ctx)
}

// mostOfOne bounds the rows of each kind that one person has; the oldest go. Who
// rates and asks more than that a month is no person.
const mostOfOne = 1000

// pruneShares deletes what persons have too much of, and a database that was set
// aside too long ago.
func (s *Store) pruneShares(ctx context.Context) error {
	for _, table := range []string{"ratings", "unanswered"} {
		err := s.db.Long(ctx, database.Operation{What: "prune " + table, Keeps: true}, func(ctx context.Context) error {
			_, err := s.db.ExecContext(ctx, `DELETE FROM `+table+` WHERE id IN (SELECT id FROM
				(SELECT id, row_number() OVER (PARTITION BY person ORDER BY at DESC) AS n FROM `+table+`) AS ranked WHERE n > $1)`, mostOfOne)
			return err
		})
		if err != nil {
			return err
		}
	}
	return s.db.DropAside(s.opt.Keep)
}

func (s *Store) pruneTable(ctx context.Context, table string, before int64) error {
	return s.db.Long(ctx, database.Operation{What: "prune " + table, Keeps: true}, func(ctx context.Context) error {
		if _, err := s.db.ExecContext(ctx, `UPDATE `+table+` SET at = $1 WHERE at > $2`, s.now(), s.now()+ahead.Milliseconds()); err != nil {
			return err
		}
		r, err := s.db.ExecContext(ctx, `DELETE FROM `+table+` WHERE at < $1`, before)
		if err != nil {
			return err
		}
		if n, err := r.RowsAffected(); err == nil && n > 0 && table == "outbox" {
			s.opt.Log.Warn("store: replies could not be sent for a day and are dropped", "replies", n)
			s.opt.Metrics.StoreDropped(table, n)
		}
		r, err = s.db.ExecContext(ctx, `DELETE FROM `+table+` WHERE at < (SELECT at FROM `+table+` ORDER BY at DESC LIMIT 1 OFFSET $1)`, s.most)
		if err != nil {
			return err
		}
		if n, err := r.RowsAffected(); err == nil {
			s.opt.Metrics.StoreDropped(table, n)
		}
		return nil
	})
}
