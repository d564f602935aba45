package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"pincite/internal/store/database"
)

// An Arrival is an update that has come to this process.
type Arrival struct {
	Update int64
	Chat   string // key of the chat
	Person string // key of who sent it, "" for nobody, where there is Raw
	Raw    []byte // what it is, to be kept until it is handled, so that it need not come again; nil for not
}

// TakeAll takes updates as [Store.Take] does, and keeps what has Raw, so that where this process ends before it is handled the next
// one finds it by [Store.Kept]; in one step
// where the database is shared, and returns what came of each by its number: nil,
// ErrHandled or ErrElsewhere. The error is another if that is not known.
func (s *Store) TakeAll(ctx context.Context, all []Arrival) (map[int64]error, error) {
	out := make(map[int64]error, len(all))
	if err := s.alive(ctx); err != nil {
		return nil, err
	}
	all = slices.SortedFunc(slices.Values(all), func(a, b Arrival) int { return cmp.Compare(a.Update, b.Update) }) // two processes do not wait for each other
	all = slices.CompactFunc(all, func(a, b Arrival) bool { return a.Update == b.Update })
	o := database.Operation{What: "take updates", Keeps: true, Vital: true}
	var err error
	if s.db.Server() {
		err = s.db.Do(ctx, o, func(ctx context.Context) error { return s.takeAtOnce(ctx, all, out) })
	} else {
		err = s.db.Together(ctx, o, func(ctx context.Context, tx *sql.Tx) error { return s.takeIn(ctx, tx, all, out) })
	}
	for _, a := range all {
		s.noteTaken(a.Update, cmp.Or(err, out[a.Update]))
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// takeIn takes updates one after another within tx.
func (s *Store) takeIn(ctx context.Context, tx *sql.Tx, all []Arrival, out map[int64]error) error {
	for _, a := range all {
		_, err := s.takeOne(ctx, tx, a)
		if err != nil && !database.IsAnswer(err) {
			return err
		}
		out[a.Update] = err
	}
	return nil
}

// senderOf returns what is kept of who sent an update: nothing where it does not say it
// in the clear.
func (s *Store) senderOf(a Arrival) []byte {
	if a.Raw == nil || a.Person == "" {
		return nil
	}
	return s.hash(a.Person)
}

// takeAtOnce takes updates in one statement, and asks of those that it does not get why.
func (s *Store) takeAtOnce(ctx context.Context, all []Arrival, out map[int64]error) error {
	var ids []int64
	var chats, raws, people [][]byte
	for _, a := range all {
		ids, chats, raws, people = append(ids, a.Update), append(chats, s.hash(a.Chat)), append(raws, a.Raw), append(people, s.senderOf(a))
	}
	taken, err := readColumn[int64](s.db.QueryContext(ctx, s.db.SQL(`INSERT INTO updates (id, chat, holder, fence, done, at, raw, person)
		SELECT new.id, new.chat, $1, 1, 0, $2, new.raw, new.person FROM unnest($3::bigint[], $4::bytea[], $5::bytea[], $6::bytea[]) AS new (id, chat, raw, person) ORDER BY new.id
		`+ifFree+` RETURNING id`), s.id, s.now(), ids, chats, raws, people))
	if err != nil {
		return err
	}
	for _, id := range taken {
		out[id] = nil
	}
	if len(taken) == len(all) {
		return nil
	}
	done, err := readColumn[int64](s.db.QueryContext(ctx, `SELECT id FROM updates WHERE id = ANY($1::bigint[]) AND done = 1`, ids))
	if err != nil {
		return err
	}
	for _, id := range ids {
		if _, ours := out[id]; ours {
			continue
		}
		if out[id] = ErrElsewhere; slices.Contains(done, id) {
			out[id] = ErrHandled
		}
	}
	return nil
}

// mostKept bounds the updates that are read at once of those that wait.
const mostKept = 1000

// isKept is true of updates that are kept and not handled.
const isKept = `raw IS NOT NULL AND done = 0`

// Kept returns the updates that were kept and are for this process to handle, since it
// has them or who had them has gone: by their numbers, at most a thousand.
func (s *Store) Kept(ctx context.Context) (raws [][]byte, err error) {
	err = s.db.Do(ctx, database.Operation{What: "look for updates that wait", Vital: true}, func(ctx context.Context) error {
		raws, err = readColumn[[]byte](s.db.QueryContext(ctx, s.db.SQL(`SELECT raw FROM updates WHERE `+isKept+` AND (holder = $1 OR NOT `+living+`)
			ORDER BY id LIMIT $2`), s.id, mostKept))
		return err
	})
	return raws, err
}

// KeptBefore returns those of them that are of the chat of an update and come before it,
// but not those up to since. In the chat's turn these are the ones that were left behind.
func (s *Store) KeptBefore(ctx context.Context, update int64, chat string, since int64) (all []Arrival, err error) {
	err = s.db.Do(ctx, database.Operation{What: "look for updates that wait", Vital: true}, func(ctx context.Context) error {
		rows, err := s.db.QueryContext(ctx, s.db.SQL(`SELECT id, raw FROM updates WHERE chat = $1 AND id > $5 AND id < $2 AND `+isKept+`
			AND (holder = $3 OR NOT `+living+`) ORDER BY id LIMIT $4`), s.hash(chat), update, s.id, mostKept, since)
		if err != nil {
			return err
		}
		defer rows.Close()
		for all = nil; rows.Next(); {
			a := Arrival{Chat: chat}
			if err := rows.Scan(&a.Update, &a.Raw); err != nil {
				return err
			}
			all = append(all, a)
		}
		return rows.Err()
	})
	return all, err
}

// readLeft finds out of which chats an earlier process has left something. Nobody else
// changes a file from then on.
func (s *Store) readLeft(ctx context.Context) error {
	return s.db.Do(ctx, database.Operation{What: "look for what was left", Vital: true}, func(ctx context.Context) error {
		hashes, err := readColumn[[]byte](s.db.QueryContext(ctx, `SELECT DISTINCT chat FROM updates WHERE `+isKept))
		if err != nil {
			return err
		}
		chats, err := readColumn[string](s.db.QueryContext(ctx, `SELECT DISTINCT chat FROM outbox`))
		for _, chat := range chats {
			hashes = append(hashes, s.hash(chat))
		}
		for _, hash := range hashes {
			s.left[string(hash)] = struct{}{}
		}
		return err
	})
}

// lastKept reports whether no other update of the chat of one is kept: then nothing is left
// of the chat that is not known. One that comes later may be left behind as well.
func (s *Store) lastKept(ctx context.Context, c Claim) (bool, error) {
	if !s.Left(c.Chat) {
		return false, nil
	}
	others := 0
	row := s.db.QueryRowContext(ctx, `SELECT count(*) FROM updates WHERE chat = $1 AND id <> $2 AND `+isKept, s.hash(c.Chat), c.Update)
	_, err := database.ScanRow(row, &others)
	return others == 0, err
}

// readColumn reads rows of one column.
func readColumn[T any](rows *sql.Rows, err error) (column []T, _ error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		column = append(column, v)
	}
	return column, rows.Err()
}
