package store

import (
	"context"
	"fmt"
	"time"

	"pincite/internal/store/database"
)

const (
	// beatEvery is how often a process tells that it lives, and lifetime how long
	// it is believed: two beats may be late. Who takes over knows after lifetime.
	beatEvery = 2 * time.Second
	lifetime  = 6 * time.Second

	// patience is how long a store that fails is waited for where something would be lost
	// without it: longer than a machine is starved for, shorter than people wait.
	patience = time.Minute
)

// countLiving counts the processes that live.
const countLiving = `SELECT count(*) FROM replicas WHERE valid_until >= {now}`

// living is true where the process that holder names lives.
const living = `EXISTS (SELECT 1 FROM replicas WHERE replicas.id = holder AND replicas.valid_until >= {now})`

// Beat tells the others that this process lives, and counts them.
func (s *Store) Beat(ctx context.Context) error { return s.beat(ctx, lifetime) }

func (s *Store) beat(ctx context.Context, lifetime time.Duration) error {
	if !s.shared && s.beats.Load() != 0 { // nobody listens
		s.settle(ctx)
		return nil
	}
	began, live, valid := time.Since(s.start), int64(0), lifetime
	if !s.shared {
		valid = 100 * 365 * 24 * time.Hour // it beats once
	}
	err := s.db.Do(ctx, database.Operation{What: "tell that this process lives", Keeps: true, Vital: true, Urgent: true}, func(ctx context.Context) error {
		_, err := s.db.ExecContext(ctx, s.db.SQL(`INSERT INTO replicas (id, valid_until) VALUES ($1, {now} + $2)
			ON CONFLICT (id) DO UPDATE SET valid_until = excluded.valid_until`), s.id, valid.Milliseconds())
		if err != nil {
			return err
		}
		_, err = database.ScanRow(s.db.QueryRowContext(ctx, s.db.SQL(countLiving)), &live)
		return err
	})
	if err != nil {
		return err
	}
	if began-time.Duration(s.beats.Load()) >= lifetime {
		s.lapse.Add(1) // before it counts as living again
	}
	s.beats.Store(int64(began))
	s.settle(ctx)
	if live = max(live, 1); s.live.Swap(live) != live {
		s.opt.Log.Info("processes that share the store", "replicas", live)
	}
	return nil
}

// alive makes sure that the others believe that this process lives, before it takes
// anything: two that were both late would take from each other.
func (s *Store) alive(ctx context.Context) error {
	if s.Lives() {
		return nil
	}
	s.beating.Lock() // one beat does for all
	defer s.beating.Unlock()
	if s.Lives() {
		return nil
	}
	return s.Beat(ctx)
}

// Holds reports whether a call is still this process's to make: the others have
// believed all the time since it was returned that this process lives.
func (s *Store) Holds(o Outgoing) bool { return s.Lives() && s.lapse.Load() == o.lapse }

// Lives reports whether the others believe that this process lives.
func (s *Store) Lives() bool {
	return !s.shared || time.Since(s.start)-time.Duration(s.beats.Load()) < lifetime
}

// Replicas returns how many processes shared the database at the last beat, this
// one included.
func (s *Store) Replicas() int { return int(s.live.Load()) }

// Alone reports whether no other process shared the database at the last beat:
// then this one goes on when the database does not answer.
func (s *Store) Alone() bool { return s.Replicas() == 1 }

// Lead takes or keeps a lease, which one living process holds at a time. It
// returns the fencing number, which grows with every holder; 0 if another
// process holds the lease.
func (s *Store) Lead(ctx context.Context, lease string) (fence int64, err error) {
	if err := s.alive(ctx); err != nil {
		return 0, err
	}
	return fence, s.db.Scan(ctx, "take a lease", []any{&fence}, `INSERT INTO leases (name, holder, fence) VALUES ($1, $2, 1)
		ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, fence = leases.fence + CASE WHEN leases.holder = excluded.holder THEN 0 ELSE 1 END
		WHERE leases.holder = excluded.holder OR NOT EXISTS (
			SELECT 1 FROM replicas WHERE replicas.id = leases.holder AND replicas.valid_until >= {now})
		RETURNING fence`, lease, s.id)
}

// WorthWaiting reports whether what the store does not keep now it may keep soon, and the
// next process find it: it outlives this one, and has not failed for long, nor said that it
// is full or the like, which does not pass by itself.
func (s *Store) WorthWaiting() bool {
	return s.Lasting() && s.db.FailsFor() < patience && !s.db.RefusedWithin(patience)
}

// Answers reports whether the database keeps what it is told, as far as is known.
func (s *Store) Answers() bool { return s.db.Answers() }

// State says in a line whether the database answers, for an operator.
func (s *Store) State() string {
	if s.Answers() && s.db.Server() {
		return fmt.Sprintf("%s, replicas: %d", s.db.State(), s.Replicas())
	}
	return s.db.State()
}
