package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// versionTable has one row, with how many steps were taken.
const versionTable = "pincite_store"

// An asker is a database or a transaction.
type asker interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// stepsTaken returns how many of all steps a database has taken. It fails where its tables are
// not those that these steps make: somebody else has some by their names, or some are gone.
func stepsTaken(ctx context.Context, db asker, kind dialect, all []string) (int, error) {
	has, err := columns(ctx, db, kind)
	if err != nil {
		return 0, err
	}
	taken, known, err := version(ctx, db, has)
	switch {
	case err != nil:
		return 0, err
	case !known:
		return 0, foreign(kind, versionTable+" has no number of a version")
	case taken > len(all):
		return 0, newer(taken, len(all))
	case taken == 0 && len(has) == 0:
		return 0, nil
	}
	steps := all
	if taken > 0 {
		steps = all[:taken]
	}
	want, err := columnsMade(ctx, steps)
	if err != nil {
		return 0, err
	}
	for _, c := range want {
		table, _, _ := strings.Cut(c, ".")
		switch there := slices.ContainsFunc(has, func(h string) bool { return strings.HasPrefix(h, table+".") }); {
		case taken == 0 && there:
			return 0, foreign(kind, "there is a table "+table+" already")
		case taken > 0 && !slices.Contains(has, c):
			return 0, foreign(kind, c+" is missing")
		}
	}
	return taken, nil
}

// version reads the version table of a database with these columns. It is 0 where there is
// no such table, or nothing in it, and unknown where that holds something else.
func version(ctx context.Context, db asker, has []string) (version int, known bool, err error) {
	switch {
	case !slices.ContainsFunc(has, func(c string) bool { return strings.HasPrefix(c, versionTable+".") }):
		return 0, true, nil
	case !slices.Contains(has, versionTable+".version"):
		return 0, false, nil
	}
	rows, text := 0, ""
	err = db.QueryRowContext(ctx, `SELECT count(*), coalesce(min(CAST(version AS text)), '0') FROM `+versionTable).Scan(&rows, &text)
	if err != nil {
		return 0, false, err
	}
	version, unread := strconv.Atoi(text)
	return version, unread == nil && version >= 0 && rows <= 1, nil
}

// foreign is the error for a database whose tables are not those of this program.
func foreign(kind dialect, why string) error {
	return fmt.Errorf("the tables there are those of another program, or not whole: %s; name another database in %s, or restore this one from a backup", why, kind.setting)
}

// columns lists the columns of the tables of a database, each as "table.column".
func columns(ctx context.Context, db asker, kind dialect) (all []string, err error) {
	rows, err := db.QueryContext(ctx, kind.columns)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var c string
		if err := rows.Scan(&c); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, rows.Err()
}

// columnsMade lists those that steps make.
func columnsMade(ctx context.Context, steps []string) (all []string, err error) {
	db, err := dial(":memory:", pragmaMemory)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, step := range steps {
		if _, err := db.ExecContext(ctx, step); err != nil {
			return nil, err
		}
	}
	return columns(ctx, db, sqlite)
}
