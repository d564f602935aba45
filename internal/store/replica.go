package store

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"time"

	"pincite/internal/store/database"
)

const (
	// beatEvery is how often a process tells that it lives, and lifetime for how long it is
	// believed without: two beats may be late.
	beatEvery = 2 * time.Second
	lifetime  = 6 * time.Second

	// mostBlind is for how long a process may have failed to look at the others and yet
	// count how long they were silent.
	mostBlind = 2 * beatEvery

	// margin is how much sooner a process itself stops to act than others believe that it
	// is dead: what it is about to send by then is sent before another begins.
	margin = time.Second

	// companyFor is how long after it was not alone a process leaves nothing out of account
	// that the database may have: what another has left behind, or that it comes back.
	companyFor = 30 * time.Second

	// patience is how long a store that fails is waited for where something would be lost
	// without it: longer than a machine is starved for, shorter than people wait.
	patience = time.Minute
)

// living is true where the process that holder names lives: it has a row until it ends, or
// another has seen for a lifetime that it does not beat. No clock but that of who looks
// has a part in that.
const living = `EXISTS (SELECT 1 FROM replicas WHERE replicas.id = holder)`

// A sighting is what the row of another process said, and since when it has.
type sighting struct {
	beat  int64
	since time.Duration
}

// Beat tells the others that this process lives, and sees which of them do.
func (s *Store) Beat(ctx context.Context) error { return s.beat(ctx, s.db.Do) }

// beat is Beat within the time that do gives it.
func (s *Store) beat(ctx context.Context, do func(context.Context, database.Operation, func(context.Context) error) error) error {
	if !s.shared && s.beats.Load() != 0 { // nobody listens
		s.settle(ctx)
		return nil
	}
	began, live := s.opt.Elapsed(), 0
	err := do(ctx, database.Operation{What: "tell that this process lives", Keeps: true, Vital: true, Urgent: true}, func(ctx context.Context) error {
		err := s.tell(ctx)
		if err == nil {
			live, err = s.observe(ctx)
		}
		return err
	})
	if err != nil {
		return err
	}
	s.beats.Store(int64(began))
	if live > 1 {
		s.company.Store(int64(began + 1)) // 0 is never
	}
	s.settle(ctx)
	if s.live.Swap(int64(live)) != int64(live) {
		s.opt.Log.Info("processes that share the store", "replicas", live)
	}
	return nil
}

// tell changes the row of this process, which others see, or makes it. Where it is gone,
// others may have taken over what this process held.
func (s *Store) tell(ctx context.Context) error {
	// What it says is for people, and for earlier versions; that it grows is for others.
	r, err := s.db.ExecContext(ctx, s.db.SQL(`UPDATE replicas SET valid_until = CASE WHEN valid_until < {now} + $2 THEN {now} + $2 ELSE valid_until + 1 END WHERE id = $1`),
		s.id, lifetime.Milliseconds())
	if err != nil {
		return err
	}
	if there, err := r.RowsAffected(); err != nil || there > 0 {
		return err
	}
	s.lapse.Add(1) // before it is there again, even if that is not known to have succeeded
	_, err = s.db.ExecContext(ctx, s.db.SQL(`INSERT INTO replicas (id, valid_until) VALUES ($1, {now} + $2) ON CONFLICT (id) DO NOTHING`),
		s.id, lifetime.Milliseconds())
	return err
}

// observe counts the processes that live, this one included, and strikes off those that it
// has not seen beat for a lifetime: unless they beat at that very moment.
func (s *Store) observe(ctx context.Context) (live int, err error) {
	rows, err := s.db.QueryContext(ctx, s.db.SQL(`SELECT id, valid_until, {now} FROM replicas`))
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	beats := map[string]int64{}
	for rows.Next() {
		id, beat, at := []byte(nil), int64(0), int64(0)
		if err := rows.Scan(&id, &beat, &at); err != nil {
			return 0, err
		}
		if s.read(at); !bytes.Equal(id, s.id) {
			beats[string(id)] = beat
		}
	}
	if err := rows.Err(); err != nil {
		return 0, err
	}
	for _, id := range s.silent(beats) {
		if _, err := s.db.ExecContext(ctx, `DELETE FROM replicas WHERE id = $1 AND valid_until = $2`, []byte(id), beats[id]); err != nil {
			return 0, err
		}
		delete(beats, id)
	}
	return 1 + len(beats), nil
}

// silent takes note of what the rows of others say by now, and returns those that have said
// the same for a lifetime. While this process did not look itself, as where the database was
// away, silence says nothing: nobody could beat.
func (s *Store) silent(beats map[string]int64) (ids []string) {
	now := s.opt.Elapsed() // what was read is older: they have more time, not less
	s.mu.Lock()
	defer s.mu.Unlock()
	maps.DeleteFunc(s.seen, func(id string, _ sighting) bool {
		_, there := beats[id]
		return !there
	})
	blind := now-s.looked > mostBlind
	s.looked = now
	for id, beat := range beats {
		if seen, ok := s.seen[id]; !ok || seen.beat != beat || blind {
			s.seen[id] = sighting{beat, now}
		} else if now-seen.since >= lifetime {
			ids = append(ids, id)
		}
	}
	return ids
}

// alive makes sure that the others believe that this process lives, before it takes
// anything: what it takes would be theirs at once.
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

// Lives reports whether the others are sure to believe that this process lives, by its own
// clock alone: the last beat that is known to be kept counts from before it was made.
func (s *Store) Lives() bool {
	return !s.shared || s.opt.Elapsed()-time.Duration(s.beats.Load()) < lifetime-margin
}

// Lead takes or keeps a lease, which one living process holds at a time. It
// returns the fencing number, which grows with every holder; 0 if another
// process holds the lease.
func (s *Store) Lead(ctx context.Context, lease string) (fence int64, err error) {
	if err := s.alive(ctx); err != nil {
		return 0, err
	}
	return fence, s.db.Scan(ctx, "take a lease", []any{&fence}, `INSERT INTO leases (name, holder, fence) VALUES ($1, $2, 1)
		ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, fence = leases.fence + CASE WHEN leases.holder = excluded.holder THEN 0 ELSE 1 END
		WHERE leases.holder = excluded.holder OR NOT EXISTS (SELECT 1 FROM replicas WHERE replicas.id = leases.holder)
		RETURNING fence`, lease, s.id)
}

// Replicas returns how many processes shared the database at the last beat, this
// one included.
func (s *Store) Replicas() int { return int(s.live.Load()) }

// Alone reports whether no other process shares the database, nor has of late: then this
// one goes on when the database does not answer.
func (s *Store) Alone() bool {
	if s.Replicas() > 1 {
		return false
	}
	last := time.Duration(s.company.Load())
	return last == 0 || s.opt.Elapsed()-last >= companyFor
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
