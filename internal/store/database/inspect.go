package database

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A Standing is what is found of a database without changing it.
type Standing struct {
	New     bool // there is none yet; it will be made
	Earlier bool // it is a file of an earlier form, which will be taken over
	InUse   bool // a process has the file open
}

// Inspect looks whether Open would succeed on the database that o names: whether it
// is there and ours, whole, and can be written. It changes nothing. Where there is one with
// tables, read is called with it.
func Inspect(ctx context.Context, o Options, read func(*DB) error) (Standing, error) {
	switch {
	case o.URL != "":
		ctx, cancel := context.WithTimeout(ctx, openPatience)
		defer cancel()
		s, err := inspectPostgres(ctx, o, read)
		if err != nil {
			err = fmt.Errorf("store: %s: %w", where(o.URL), OneLine(err))
		}
		return s, err
	case o.Path != "":
		s, err := inspectFile(ctx, o, read)
		if err != nil {
			err = fmt.Errorf("store: %w", err)
		}
		return s, err
	}
	return Standing{New: true}, nil
}

func inspectPostgres(ctx context.Context, o Options, read func(*DB) error) (s Standing, err error) {
	db, err := Connect(o.URL)
	if err != nil {
		return s, err
	}
	defer db.Close()
	if err := s.read(ctx, newDB(db, postgres, o), read); err != nil || !s.New {
		return s, err
	}
	var create bool
	err = db.QueryRowContext(ctx, `SELECT has_schema_privilege(current_schema(), 'CREATE')`).Scan(&create)
	if err == nil && !create {
		err = errors.New("the user may not make tables; grant CREATE on the schema")
	}
	return s, err
}

func inspectFile(ctx context.Context, o Options, read func(*DB) error) (s Standing, err error) {
	file, err := os.OpenFile(o.Path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		s.New = true
		return s, canMake(o.Path)
	}
	if err != nil {
		return s, err
	}
	defer file.Close()
	s.InUse = lock(file) != nil // closing the file unlocks it
	form, err := formOf(file)
	switch {
	case err != nil:
		return s, fmt.Errorf("%s: %w", o.Path, err)
	case form != formDatabase:
		s.New, s.Earlier = form == formEmpty, form == formEarlier
		return s, nil
	}
	if err := s.readFile(ctx, o, read); err != nil {
		return s, fmt.Errorf("%s: %w", o.Path, err)
	}
	return s, nil
}

// canMake tries whether a file could be made beside path.
func canMake(path string) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, "pincite-*.tmp")
	if err != nil {
		return fmt.Errorf("%s: nothing can be written to the folder %s: %w; name a file in another, in store.path", path, dir, cmp.Or(errors.Unwrap(err), err)) // without the name that was tried
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

func (s *Standing) readFile(ctx context.Context, o Options, read func(*DB) error) error {
	err := ours(ctx, o.Path, o.Steps)
	if errors.Is(err, errDamaged) {
		return fmt.Errorf("%w; restore it from a backup, or name another file in store.path", err)
	}
	if err != nil {
		return err
	}
	db, err := dialToRead(o.Path)
	if err != nil {
		return err
	}
	defer db.Close()
	return s.read(ctx, newDB(db, sqlite, o), read)
}

// read has read what is in a database of ours, of a version that is known.
func (s *Standing) read(ctx context.Context, db *DB, read func(*DB) error) error {
	taken, err := stepsTaken(ctx, db, db.kind, db.opt.Steps)
	if err != nil {
		return err
	}
	if s.New = taken == 0; s.New {
		return nil
	}
	return read(db)
}
