package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A Standing is what is found of a database without changing it.
type Standing struct {
	New       bool // there is none yet; it will be made
	Lines     bool // it is a file of an earlier version, which will be taken over
	InUse     bool // a process has the file open, or processes share the database
	Replicas  int  // living processes that share a PostgreSQL database
	Ratings   int
	Questions int // unanswered ones
}

// Inspect looks whether Open would succeed on the database that o names: whether it
// is there and ours, whole, and can be written. It changes nothing.
func Inspect(ctx context.Context, o Options) (Standing, error) {
	switch {
	case o.URL != "":
		ctx, cancel := context.WithTimeout(ctx, openPatience)
		defer cancel()
		s, err := inspectPostgres(ctx, o.URL)
		if err != nil {
			err = fmt.Errorf("store: %s: %w", where(o.URL), oneLine(err))
		}
		return s, err
	case o.Path != "":
		s, err := inspectFile(ctx, o.Path)
		if err != nil {
			err = fmt.Errorf("store: %w", err)
		}
		return s, err
	}
	return Standing{New: true}, nil
}

func inspectPostgres(ctx context.Context, address string) (s Standing, err error) {
	db, err := connect(address)
	if err != nil {
		return s, err
	}
	defer db.Close()
	var create bool
	err = db.QueryRowContext(ctx, `SELECT to_regclass('pincite_store') IS NULL, has_schema_privilege(current_schema(), 'CREATE')`).Scan(&s.New, &create)
	switch {
	case err != nil:
		return s, err
	case s.New && !create:
		return s, errors.New("the user may not make tables; grant CREATE on the schema")
	case s.New:
		return s, nil
	}
	if err := s.read(ctx, db); err != nil {
		return s, err
	}
	err = db.QueryRowContext(ctx, postgres.sql(`SELECT count(*) FROM replicas WHERE valid_until >= {now}`)).Scan(&s.Replicas)
	s.InUse = s.Replicas > 0
	return s, err
}

func inspectFile(ctx context.Context, path string) (s Standing, err error) {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		s.New = true
		return s, canMake(path)
	}
	if err != nil {
		return s, err
	}
	defer file.Close()
	s.InUse = lock(file) != nil // closing the file unlocks it
	form, err := formOf(file)
	switch {
	case err != nil:
		return s, fmt.Errorf("%s: %w", path, err)
	case form != formDatabase:
		s.New, s.Lines = form == formEmpty, form == formLines
		return s, nil
	}
	if err := s.readFile(ctx, path); err != nil {
		return s, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

// canMake tries whether a file could be made beside path.
func canMake(path string) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, "pincite-*.tmp")
	if err != nil {
		return fmt.Errorf("%s: nothing can be written to the folder %s: %w; name a file in another, in store.path", path, dir, withoutPath(err))
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// withoutPath drops the path that an error of the file system carries.
func withoutPath(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

func (s *Standing) readFile(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err == nil {
		err = ours(ctx, path)
	}
	if err != nil {
		return err
	}
	db, err := dialToRead(path)
	if err != nil {
		return err
	}
	defer db.Close()
	var said string
	if err := db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&said); err != nil {
		return err
	}
	if said != "ok" {
		return fmt.Errorf("the database is damaged: %s; restore it from a backup, or name another file in store.path", said)
	}
	return s.read(ctx, db)
}

// read counts what is kept in a database of ours, of a version that is known.
func (s *Standing) read(ctx context.Context, db *sql.DB) error {
	all, err := steps()
	if err != nil {
		return err
	}
	version := 0
	if err := db.QueryRowContext(ctx, `SELECT coalesce(max(version), 0) FROM pincite_store`).Scan(&version); err != nil {
		return err
	}
	if version > len(all) {
		return newer(version, len(all))
	}
	if version == 0 {
		s.New = true
		return nil
	}
	return db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM ratings), (SELECT count(*) FROM unanswered)`).Scan(&s.Ratings, &s.Questions)
}
