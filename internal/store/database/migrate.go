package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// migrate takes those of all steps that a database has not taken, all or none. lock is
// SQL that keeps other processes from doing the same meanwhile; "" for none.
func migrate(ctx context.Context, db *sql.DB, all []string, lock string) error {
	return InTx(ctx, db, func(ctx context.Context, tx *sql.Tx) error {
		if lock != "" {
			if _, err := tx.ExecContext(ctx, lock); err != nil {
				return err
			}
		}
		version, err := version(ctx, tx)
		if err != nil {
			return err
		}
		if version > len(all) {
			return newer(version, len(all))
		}
		for n, step := range all[version:] {
			if _, err := tx.ExecContext(ctx, step); err != nil {
				return fmt.Errorf("migration %d: %w", version+n+1, err)
			}
		}
		_, err = tx.ExecContext(ctx, `UPDATE pincite_store SET version = $1`, len(all))
		return err
	})
}

// newer is the error for a database that a later program has changed.
func newer(version, known int) error {
	return fmt.Errorf("the database is of version %d, this program knows %d; use a newer program", version, known)
}

// version returns how many steps were taken.
func version(ctx context.Context, tx *sql.Tx) (version int, err error) {
	if _, err := tx.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS pincite_store (version integer NOT NULL)`); err != nil {
		return 0, err
	}
	err = tx.QueryRowContext(ctx, `SELECT version FROM pincite_store`).Scan(&version)
	if errors.Is(err, sql.ErrNoRows) {
		_, err = tx.ExecContext(ctx, `INSERT INTO pincite_store (version) VALUES (0)`)
	}
	return version, err
}
