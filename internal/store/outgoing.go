package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"time"

	"pincite/internal/store/database"
)

// An Outgoing is a call that waits to be made.
type Outgoing struct {
	Update int64  // that it answers
	Part   int    // from 0
	Chat   string // key of the chat that it goes to
	Call   []byte
	at     int64
	since  time.Time // the same, by the clock of this process
	lapse  int64     // of the process when it got it
}

// At returns since when the call waits, by the clock of this process.
func (o Outgoing) At() time.Time { return o.since }

// Sent deletes a call that was made, or never will be.
func (s *Store) Sent(ctx context.Context, o Outgoing) error {
	return s.db.Exec(ctx, "note what was sent", `DELETE FROM outbox WHERE update_id = $1 AND part = $2`, o.Update, o.Part)
}

// A Turn is the state of a chat when an update of it is to be handled.
type Turn struct {
	First  []Outgoing // to be sent to the chat before anything else: what this process could not send, and what one that has gone left behind
	Busy   bool       // another process, which lives, handles an earlier update of the chat or sends to it
	Behind bool       // earlier updates were left behind: [Store.KeptBefore] has them
}

// Ahead tells what comes before a claimed update. Its turn has come if the chat is not
// busy and nothing is left behind; before that there is nothing in First. All of it is
// true of one moment: who had an update may go while another waits for it. Updates up to
// since do not count as left behind.
func (s *Store) Ahead(ctx context.Context, c Claim, since int64) (t Turn, err error) {
	last := false
	err = s.db.Do(ctx, database.Operation{What: "look what comes first", Vital: true}, func(ctx context.Context) error {
		if s.db.Server() {
			t, err = s.aheadAtOnce(ctx, c, since)
			return err
		}
		busy, behind := 0, 0
		row := s.db.QueryRowContext(ctx, s.db.SQL(`SELECT `+busyElsewhere+`, `+leftBehind), s.id, c.Chat, s.hash(c.Chat), c.Update, since)
		if _, err := database.ScanRow(row, &busy, &behind); err != nil {
			return err
		}
		if t = (Turn{Busy: busy > 0, Behind: behind > 0}); t.Busy || t.Behind {
			return nil
		}
		if t.First, err = s.claimOutgoing(ctx, c.Chat, claimCalls); err != nil {
			return err
		}
		last, err = s.lastKept(ctx, c)
		return err
	})
	if err == nil && last {
		s.mu.Lock()
		delete(s.left, string(s.hash(c.Chat)))
		s.mu.Unlock()
	}
	return t, err
}

// Left reports whether an earlier process may have left something of a chat in a file,
// which only [Store.Ahead] tells of. What others leave in a database that they share is
// not known before.
func (s *Store) Left(chat string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, left := s.left[string(s.hash(chat))]
	return left
}

// busyElsewhere is how much of the chat of an update other living processes have that
// comes before it.
const busyElsewhere = `(SELECT count(*) FROM updates WHERE chat = $3 AND done = 0 AND id < $4 AND holder <> $1 AND ` + living + `) +
	(SELECT count(*) FROM outbox WHERE chat = $2 AND holder <> $1 AND ` + living + `)`

// leftBehind is how much of it nobody else has.
const leftBehind = `(SELECT count(*) FROM updates WHERE chat = $3 AND id > $5 AND id < $4 AND ` + isKept + ` AND (holder = $1 OR NOT ` + living + `))`

// aheadAtOnce does what Ahead says in one statement.
func (s *Store) aheadAtOnce(ctx context.Context, c Claim, since int64) (t Turn, err error) {
	lapse := s.lapse.Load()
	rows, err := s.db.QueryContext(ctx, s.db.SQL(`WITH turn AS MATERIALIZED (SELECT `+busyElsewhere+` AS busy, `+leftBehind+` AS behind),
		got AS (`+claimCalls+` AND (SELECT busy + behind FROM turn) = 0 RETURNING update_id, part, call, at)
		SELECT turn.busy, turn.behind, coalesce(got.update_id, 0), coalesce(got.part, 0), got.call, got.at FROM turn LEFT JOIN got ON true`),
		s.id, c.Chat, s.hash(c.Chat), c.Update, since)
	if err != nil {
		return t, err
	}
	defer rows.Close()
	for rows.Next() {
		busy, behind, at := 0, 0, sql.NullInt64{}
		o := Outgoing{Chat: c.Chat, lapse: lapse}
		if err := rows.Scan(&busy, &behind, &o.Update, &o.Part, &o.Call, &at); err != nil {
			return t, err
		}
		t.Busy, t.Behind = busy > 0, behind > 0
		if o.at = at.Int64; at.Valid {
			o.since = s.here(o.at)
			t.First = append(t.First, o)
		}
	}
	t.First = inOrder(t.First)
	return t, rows.Err()
}

// mostUnsent is how many chats Unsent names at once.
const mostUnsent = 100

// Unsent returns the keys of the chats to which this process must send what is left over,
// so many at a time: each look goes on where the one before ended, so that chats that wait
// for long keep none behind them from being named. Behind the last it begins anew.
func (s *Store) Unsent(ctx context.Context) (chats []string, err error) {
	s.mu.Lock()
	after := s.unsent
	s.mu.Unlock()
	chats, err = s.unsentAfter(ctx, after)
	if err == nil && len(chats) == 0 && after != "" { // the look before has just come to the end
		chats, err = s.unsentAfter(ctx, "")
	}
	if err != nil {
		return nil, err
	}
	after = ""
	if len(chats) == mostUnsent {
		after = chats[mostUnsent-1]
	}
	s.mu.Lock()
	s.unsent = after
	s.mu.Unlock()
	return chats, nil
}

// unsentAfter is a look at the chats whose keys come after one.
func (s *Store) unsentAfter(ctx context.Context, key string) (chats []string, err error) {
	err = s.db.Do(ctx, database.Operation{What: "look for what was not sent", Vital: true}, func(ctx context.Context) error {
		chats, err = readColumn[string](s.db.QueryContext(ctx, `SELECT DISTINCT chat FROM outbox
			WHERE (holder = $1 OR NOT `+living+`) AND chat > $2 ORDER BY chat LIMIT $3`, s.id, key, mostUnsent))
		return err
	})
	return chats, err
}

// earlierElsewhere is true of a call to a chat before which there is one that another
// living process has.
const earlierElsewhere = `EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.chat = $2 AND earlier.holder <> $1
	AND (earlier.at, earlier.update_id) < (outbox.at, outbox.update_id) AND EXISTS (SELECT 1 FROM replicas WHERE replicas.id = earlier.holder))`

// Outbox returns what this process must send to a chat, in order. It is not to send what
// another is to send something before.
func (s *Store) Outbox(ctx context.Context, chat string) (out []Outgoing, err error) {
	if err := s.alive(ctx); err != nil {
		return nil, err
	}
	err = s.db.Do(ctx, database.Operation{What: "look for what was not sent", Vital: true}, func(ctx context.Context) error {
		out, err = s.claimOutgoing(ctx, chat, claimCalls+` AND NOT `+earlierElsewhere)
		return err
	})
	return out, err
}

const claimCalls = `UPDATE outbox SET holder = $1 WHERE chat = $2 AND (holder = $1 OR NOT ` + living + `)`

// claimOutgoing makes this process the holder of the calls to a chat that claim says, and
// returns them in order.
func (s *Store) claimOutgoing(ctx context.Context, chat, claim string) ([]Outgoing, error) {
	lapse := s.lapse.Load()
	rows, err := s.db.QueryContext(ctx, claim+` RETURNING update_id, part, chat, call, at`, s.id, chat)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Outgoing
	for rows.Next() {
		o := Outgoing{lapse: lapse}
		if err := rows.Scan(&o.Update, &o.Part, &o.Chat, &o.Call, &o.at); err != nil {
			return nil, err
		}
		o.since = s.here(o.at)
		out = append(out, o)
	}
	return inOrder(out), rows.Err()
}

// inOrder sorts calls as they are to be made.
func inOrder(out []Outgoing) []Outgoing {
	slices.SortFunc(out, func(a, b Outgoing) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.Update, b.Update), cmp.Compare(a.Part, b.Part))
	})
	return out
}
