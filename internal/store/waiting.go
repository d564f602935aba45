package store

import (
	"context"
	"database/sql"

	"pincite/internal/store/database"
)

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
