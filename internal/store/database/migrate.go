package database

import (
	"context"
	"database/sql"
	"fmt"
)

// migrate takes those of all steps that a database has not taken, all or none.
func migrate(ctx context.Context, db *sql.DB, kind dialect, all []string) error {
	return InTx(ctx, db, func(ctx context.Context, tx *sql.Tx) error {
		if kind.lock != "" {
			if _, err := tx.ExecContext(ctx, kind.lock); err != nil {
				return err
			}
		}
		taken, err := stepsTaken(ctx, tx, kind, all)
		if err != nil {
			return err
		}
		for n, step := range all[taken:] {
			if _, err := tx.ExecContext(ctx, step); err != nil {
				return fmt.Errorf("migration %d: %w", taken+n+1, err)
			}
		}
		for _, query := range []string{`CREATE TABLE IF NOT EXISTS ` + versionTable + ` (version integer NOT NULL)`, `DELETE FROM ` + versionTable} {
			if _, err := tx.ExecContext(ctx, query); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO `+versionTable+` (version) VALUES ($1)`, len(all))
		return err
	})
}

// newer is the error for a database that a later program has changed.
func newer(version, known int) error {
	return fmt.Errorf("the database is of version %d, this program knows %d; use a newer program", version, known)
}
