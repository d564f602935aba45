package database

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"pincite/internal/atomicfile"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// lockWait is how long to wait for a process that is just ending.
const lockWait = 2 * time.Second

// sqliteHead begins every SQLite database.
var sqliteHead = []byte("SQLite format 3\x00")

// Pragmas of a connection. What is deleted is overwritten, in the database and,
// by a checkpoint that empties it, in the log of changes; nothing is written
// beside the two.
const (
	pragmaMemory = "_pragma=secure_delete(on)&_pragma=temp_store(memory)"
	pragmaFile   = pragmaMemory + "&_pragma=busy_timeout(2000)&_pragma=journal_mode(wal)&_pragma=synchronous(normal)"
	pragmaSingle = pragmaMemory + "&_pragma=journal_mode(delete)&_pragma=synchronous(full)" // one file, whole at its end
	pragmaRead   = "mode=ro&_pragma=busy_timeout(2000)&_pragma=query_only(on)"
)

// openMemory makes a database that ends with the process.
func openMemory(ctx context.Context, o Options) (*DB, error) {
	db, err := openSQLite(ctx, ":memory:", pragmaMemory, o.Steps)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	kind := sqlite
	kind.empty = ""
	return newDB(db, kind, o), nil
}

// openFile opens or makes the database in a file, for this process alone. A
// file of an earlier form is replaced by a database first.
func openFile(ctx context.Context, o Options) (*DB, error) {
	path, err := target(o.Path)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	file, err := openLocked(ctx, path)
	if err != nil {
		return nil, err
	}
	db, file, err := openPrepared(ctx, file, path, o)
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("store: %s: %w", o.Path, advised(err))
	}
	out := newDB(db, sqlite, o)
	out.file, out.path = file, path
	if err := out.DropAside(o.Keep); err != nil {
		return nil, errors.Join(fmt.Errorf("store: %w", err), out.Close())
	}
	out.Every(flushEvery, "write through to the disk", out.writeThrough)
	return out, nil
}

// openPrepared opens the database in a locked file, once it is one: a file of an earlier
// form is taken over, and one that is damaged is set aside and begun anew. What is another
// program's is refused before anything is changed. The file that it returns is the one
// that is locked then.
func openPrepared(ctx context.Context, file *os.File, path string, o Options) (*sql.DB, *os.File, error) {
	form, err := formOf(file)
	if err == nil && form == formDatabase {
		err = ours(ctx, path, o.Steps)
	}
	if err == nil && form == formEarlier {
		file, err = takeOver(ctx, file, path, o)
	}
	if damaged(err) {
		o.Log.Error("the store is damaged: it is set aside and begun anew", "file", o.Path, "aside", o.Path+asideSuffix, "err", OneLine(err))
		o.Metrics.StoreFailed("open")
		file, err = setAside(ctx, file, path, o.Now())
	}
	if err == nil {
		err = tidyUp(file, path)
	}
	if err != nil {
		return nil, file, err
	}
	db, err := openSQLite(ctx, path, pragmaFile, o.Steps)
	return db, file, err
}

// openSQLite opens a database and brings its tables up to date. One connection
// does: an operation takes microseconds, and one writes at a time anyway.
func openSQLite(ctx context.Context, path, pragmas string, steps []string) (*sql.DB, error) {
	db, err := dial(path, pragmas)
	if err != nil {
		return nil, err
	}
	if err := migrate(ctx, db, sqlite, steps); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

func dial(path, pragmas string) (*sql.DB, error) {
	name := (&url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: pragmas}).String()
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// dialToRead opens a database without leaving anything beside it.
func dialToRead(path string) (*sql.DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	idle, err := isIdle(path)
	if err != nil {
		return nil, err
	}
	if idle {
		return dial(path, pragmaRead+"&immutable=1")
	}
	return dial(path, pragmaRead)
}

// isIdle reports whether a database is certainly open nowhere: SQLite, to read one that
// has its log of changes in a file of its own, would make that file and leave it.
func isIdle(path string) (bool, error) {
	file, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer file.Close()
	var version [2]byte // to write and to read
	if _, err := file.ReadAt(version[:], 18); err != nil || version != [2]byte{2, 2} {
		return false, nil
	}
	_, err = os.Stat(path + "-wal")
	return errors.Is(err, fs.ErrNotExist), nil
}

// ours refuses a database that another program made, or a later one of ours, and leaves it as
// it is.
func ours(ctx context.Context, path string, steps []string) error {
	db, err := dialToRead(path)
	if err != nil {
		return err
	}
	defer db.Close()
	var tables, own int
	err = db.QueryRowContext(ctx, `SELECT count(*), coalesce(sum(name = 'pincite_store'), 0) FROM sqlite_master WHERE type = 'table'`).Scan(&tables, &own)
	if err == nil && tables > 0 && own == 0 {
		return errors.New("the database is that of another program; name another file in store.path")
	}
	if err == nil {
		err = whole(ctx, db)
	}
	if err == nil {
		_, err = stepsTaken(ctx, db, sqlite, steps)
	}
	return err
}

// Forms of a file.
type form int

const (
	formEmpty form = iota
	formDatabase
	formEarlier // lines of JSON, which versions before the database wrote
)

// formOf looks at the beginning of a file.
func formOf(file io.ReaderAt) (form, error) {
	head := make([]byte, len(sqliteHead))
	n, err := file.ReadAt(head, 0)
	switch {
	case err != nil && err != io.EOF:
		return formEmpty, err
	case n == 0:
		return formEmpty, nil
	case bytes.Equal(head, sqliteHead):
		return formDatabase, nil
	case head[0] == '{':
		return formEarlier, nil
	}
	return formEmpty, errors.New("not a store of this program; name another file in store.path")
}

// openLocked opens the file for this process alone.
func openLocked(ctx context.Context, path string) (*os.File, error) {
	ctx, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	for {
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return nil, fmt.Errorf("store: %w; name a file in a folder that is there and can be written, in store.path", err)
		}
		if lock(file) == nil && stillThere(file, path) {
			return file, nil
		}
		file.Close()
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("store: %s is in use by another process; stop it, or name another file in store.path", path)
		case <-time.After(lockWait / 40):
		}
	}
}

// stillThere reports whether path still names file, and not one that has taken
// its place since it was opened.
func stillThere(file *os.File, path string) bool {
	mine, err := file.Stat()
	if err != nil {
		return false
	}
	now, err := os.Stat(path)
	return err == nil && os.SameFile(mine, now)
}

// takeOver puts a database in the place of a file of an earlier form. Until the last step,
// which is one rename, the old file stays as it is; after it, the old file is
// gone. The lock passes to the database.
func takeOver(ctx context.Context, old *os.File, path string, o Options) (*os.File, error) {
	var file *os.File
	err := atomicfile.Make(path, func(f *os.File) (err error) {
		if err = copyInto(ctx, old, f.Name(), o); err != nil {
			return errors.Join(err, ignoreMissing(os.Remove(f.Name()+"-journal")))
		}
		if file, err = os.OpenFile(f.Name(), os.O_RDWR, 0); err != nil {
			return err
		}
		return errors.Join(lock(file), file.Sync())
	})
	if err != nil {
		if file != nil {
			file.Close()
		}
		return old, err
	}
	return file, old.Close()
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// copyInto writes what is in a file of an earlier form into a new database.
func copyInto(ctx context.Context, old *os.File, path string, o Options) error {
	db, err := openSQLite(ctx, path, pragmaSingle, o.Steps)
	if err != nil {
		return err
	}
	return errors.Join(o.Earlier(ctx, old, db), db.Close())
}
