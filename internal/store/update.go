package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"strconv"
	"strings"

	"pincite/internal/store/database"
)

var (
	// ErrHandled says that an update has been handled, here or elsewhere.
	ErrHandled error = database.Answer("store: the update has been handled")

	// ErrElsewhere says that another process, which lives, handles the update.
	ErrElsewhere error = database.Answer("store: another process handles the update")

	// ErrLost says that another process has taken the update over, because
	// this one seemed dead.
	ErrLost error = database.Answer("store: another process has taken the update over")
)

// A Claim is an update that this process handles.
type Claim struct {
	Update int64
	Chat   string // key of the chat
	fence  int64
}

// ifFree takes a row of updates that is there already, unless it is handled or another
// living process has it.
const ifFree = `ON CONFLICT (id) DO UPDATE SET raw = coalesce(excluded.raw, updates.raw), person = coalesce(excluded.person, updates.person), holder = excluded.holder,
		fence = updates.fence + CASE WHEN updates.holder = excluded.holder THEN 0 ELSE 1 END
	WHERE updates.done = 0 AND (updates.holder = excluded.holder OR NOT EXISTS (
		SELECT 1 FROM replicas WHERE replicas.id = updates.holder))`

// Take claims an update of a chat for this process, which may take again what it
// has. The error is ErrHandled or ErrElsewhere if there is nothing to do here, or another if that is not known.
func (s *Store) Take(ctx context.Context, update int64, chat string) (Claim, error) {
	c, a := Claim{Update: update, Chat: chat}, Arrival{Update: update, Chat: chat}
	if err := s.alive(ctx); err != nil {
		return c, err
	}
	err := s.db.Do(ctx, database.Operation{What: "take an update", Keeps: true, Vital: true}, func(ctx context.Context) error {
		var err error
		c.fence, err = s.takeOne(ctx, s.db, a)
		return err
	})
	s.noteTaken(update, err)
	return c, err
}

// A querier is a database, or a transaction in it.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// takeOne takes an update in q, and keeps what it is if it has Raw. It returns the number of the claim.
func (s *Store) takeOne(ctx context.Context, q querier, a Arrival) (fence int64, err error) {
	row := q.QueryRowContext(ctx, s.db.SQL(`INSERT INTO updates (id, chat, holder, fence, done, at, raw, person) VALUES ($1, $2, $3, 1, 0, $4, $5, $6) `+ifFree+` RETURNING fence`), a.Update, s.hash(a.Chat), s.id, s.now(), a.Raw, s.senderOf(a))
	taken, err := database.ScanRow(row, &fence)
	if err != nil || taken {
		return fence, err
	}
	return 0, whyNot(ctx, q, a.Update)
}

// noteTaken notes what came of taking an update. Where the answer was lost on its way the
// update may be this process's without its knowing, and must be given up; but not one
// that it had before, which may be at hand.
func (s *Store) noteTaken(update int64, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, held := s.held[update]
	switch {
	case err == nil:
		delete(s.owed, update)
		s.held[update] = struct{}{}
	case database.IsAnswer(err):
		delete(s.owed, update)
		delete(s.held, update)
	case !s.shared, held: // to give it up is of use to nobody, or takes it from where it is at hand
	case errors.Is(err, database.ErrAway), errors.Is(err, database.ErrSpent), errors.Is(err, database.ErrBusy): // it was not asked for
	default:
		s.owed[update] = false
	}
}

// whyNot says why an update could not be taken.
func whyNot(ctx context.Context, q querier, update int64) error {
	done := 0
	if _, err := database.ScanRow(q.QueryRowContext(ctx, `SELECT done FROM updates WHERE id = $1`, update), &done); err != nil {
		return err
	}
	if done == 1 {
		return ErrHandled
	}
	return ErrElsewhere
}

// Finish notes that an update is handled, and what is to be sent for it, in one
// step: from then on it is this process that sends, or whoever takes over. The
// error is ErrLost if the update is not this process's any more; then nothing
// may be sent.
func (s *Store) Finish(ctx context.Context, c Claim, calls [][]byte) ([]Outgoing, error) {
	lapse, at := s.lapse.Load(), s.now()
	o := database.Operation{What: "finish an update", Keeps: true, Vital: true}
	var err error
	if s.db.Server() {
		err = s.db.Do(ctx, o, func(ctx context.Context) error { return s.finishAtOnce(ctx, c, calls, at) })
	} else {
		err = s.db.Together(ctx, o, func(ctx context.Context, tx *sql.Tx) error { return s.finishIn(ctx, tx, c, calls, at) })
	}
	if err == nil || errors.Is(err, ErrLost) {
		s.mu.Lock()
		delete(s.held, c.Update)
		s.mu.Unlock()
	}
	if err != nil {
		return nil, err
	}
	out := make([]Outgoing, len(calls))
	for n, call := range calls {
		out[n] = Outgoing{Update: c.Update, Part: n, Chat: c.Chat, Call: call, at: at, since: s.here(at), lapse: lapse}
	}
	return out, nil
}

// lastAt is since when the last of the calls waits that wait for a chat, $5: one that comes
// after them is not put before them by a clock that is late.
const lastAt = `coalesce((SELECT max(at) FROM outbox WHERE chat = $5), 0)`

const noteDone = `UPDATE updates SET done = 1, chat = $1, raw = NULL, person = NULL WHERE id = $2 AND holder = $3 AND fence = $4 AND done = 0`

// finishAtOnce does what Finish says in one statement: where the database is far, each
// takes its time.
func (s *Store) finishAtOnce(ctx context.Context, c Claim, calls [][]byte, at int64) error {
	ours := 0
	row := s.db.QueryRowContext(ctx, `WITH done AS (`+noteDone+` RETURNING id),
		put AS (INSERT INTO outbox (update_id, part, chat, call, holder, at)
			SELECT done.id, calls.n - 1, $5, calls.call, $3, greatest($6, `+lastAt+`) FROM done, unnest($7::bytea[]) WITH ORDINALITY AS calls (call, n))
		SELECT count(*) FROM done`, []byte{}, c.Update, s.id, c.fence, c.Chat, at, calls)
	if _, err := database.ScanRow(row, &ours); err != nil {
		return err
	}
	if ours == 0 {
		return ErrLost
	}
	return nil
}

// finishIn does what Finish says within tx.
func (s *Store) finishIn(ctx context.Context, tx *sql.Tx, c Claim, calls [][]byte, at int64) error {
	r, err := tx.ExecContext(ctx, noteDone, []byte{}, c.Update, s.id, c.fence)
	if err != nil {
		return err
	}
	if ours, err := r.RowsAffected(); err != nil || ours == 0 {
		return cmp.Or(err, ErrLost)
	}
	for n, call := range calls {
		_, err := tx.ExecContext(ctx, `INSERT INTO outbox (update_id, part, holder, call, chat, at) VALUES ($1, $2, $3, $4, $5, max($6, `+lastAt+`))`,
			c.Update, n, s.id, call, c.Chat, at)
		if err != nil {
			return err
		}
	}
	return nil
}

// Release gives up what this process has of updates that it does not finish, so
// that any process may take them: where none can, there is nothing to do. Where the database
// does not answer, that is done with the next heartbeat.
func (s *Store) Release(ctx context.Context, updates ...int64) {
	s.mu.Lock()
	for _, update := range updates {
		delete(s.held, update)
		if s.shared {
			s.owed[update] = false
		}
	}
	s.mu.Unlock()
	s.settle(ctx) // what fails is counted, and tried again
}

// Settle has an update that was handled without the database noted as such with the next
// heartbeat, if this process may have it.
func (s *Store) Settle(update int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, held := s.held[update]
	if _, owed := s.owed[update]; held || owed {
		delete(s.held, update)
		s.owed[update] = true
	}
}

// settle tells the database what it is owed.
func (s *Store) settle(ctx context.Context) {
	s.mu.Lock()
	owed := s.owed
	s.owed = map[int64]bool{}
	s.mu.Unlock()
	s.settleAll(ctx, owed, true, "note an update as handled", `done = 1, chat = $1, raw = NULL, person = NULL`)
	s.settleAll(ctx, owed, false, "give up an update", `holder = $1`)
}

// settleAll changes those of owed that are handled, or are not, as many at a time as one
// statement takes. What fails is owed still, but for updates of which there is something
// newer to tell.
func (s *Store) settleAll(ctx context.Context, owed map[int64]bool, handled bool, what, set string) {
	const most = 1000
	var updates []int64
	for update, is := range owed {
		if is == handled {
			updates = append(updates, update)
		}
	}
	for part := range slices.Chunk(updates, most) {
		numbers := make([]string, len(part))
		for i, update := range part {
			numbers[i] = strconv.FormatInt(update, 10)
		}
		err := s.db.Exec(ctx, what, `UPDATE updates SET `+set+` WHERE holder = $2 AND done = 0 AND id IN (`+strings.Join(numbers, ",")+`)`, []byte{}, s.id)
		if err == nil {
			continue
		}
		s.mu.Lock()
		for _, update := range part {
			_, newer := s.owed[update]
			if _, held := s.held[update]; !newer && !held {
				s.owed[update] = handled
			}
		}
		s.mu.Unlock()
	}
}
