package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"pincite/internal/atomicfile"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// asideSuffix names the file that a damaged database is set aside in, for whoever
// wants to rescue something of it. The next one takes its place, and it is deleted
// when all that is in it would have been.
const asideSuffix = ".damaged"

// sidecars are what SQLite keeps beside a database.
var sidecars = []string{"", "-wal", "-shm", "-journal"}

// target returns the file that a path means: where a link leads to, so that what takes
// the place of a file takes that of its content. It refuses what is no file.
func target(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return "", fmt.Errorf("%s is no file but a %s; name a file in store.path, or none", path, kindOf(info.Mode()))
	}
	return path, nil
}

func kindOf(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "folder"
	case m&fs.ModeNamedPipe != 0:
		return "pipe"
	case m&fs.ModeSocket != 0:
		return "socket"
	}
	return "device"
}

// tidyUp takes from beside a database that this process has locked what a crash left of
// one that was being made. The database is made its owner's alone, whatever it was.
func tidyUp(file *os.File, path string) error {
	errs := []error{file.Chmod(0o600)}
	left, err := atomicfile.Left(path)
	errs = append(errs, err)
	for _, name := range left {
		errs = append(errs, ignoreMissing(os.Remove(name)))
	}
	return errors.Join(errs...)
}

// DropAside deletes a database that was set aside, once it is as old as what it holds
// may become. One that is of the future, by a clock that was wrong, is of today.
func (db *DB) DropAside(keep time.Duration) error {
	if db.path == "" {
		return nil
	}
	aside, now := db.path+asideSuffix, db.opt.Now()
	info, err := os.Stat(aside)
	if err != nil {
		return ignoreMissing(err)
	}
	switch age := now.Sub(info.ModTime()); {
	case age < 0 && keep > 0:
		return os.Chtimes(aside, now, now)
	case age < keep:
		return nil
	}
	var errs []error
	for _, s := range sidecars {
		errs = append(errs, ignoreMissing(os.Remove(aside+s)))
	}
	return errors.Join(errs...)
}

// setAside moves a damaged database out of the way and returns an empty file in its
// place, locked like the one before.
func setAside(ctx context.Context, old *os.File, path string, now time.Time) (*os.File, error) {
	var errs []error
	for _, s := range sidecars {
		errs = append(errs, ignoreMissing(os.Remove(path+asideSuffix+s)), ignoreMissing(os.Rename(path+s, path+asideSuffix+s)))
	}
	errs = append(errs, os.Chtimes(path+asideSuffix, now, now), os.Chmod(path+asideSuffix, 0o600))
	if err := errors.Join(errs...); err != nil {
		return old, err
	}
	file, err := openLocked(ctx, path)
	if err != nil {
		return old, err
	}
	return file, old.Close()
}

// flushEvery is how much may be lost when the power goes: a write returns when the
// operating system has it, and is on the disk by then. To wait for the disk with each
// write would take some milliseconds, several times for each update.
const flushEvery = time.Second

// writeThrough has what was written to a file reach the disk.
func (db *DB) writeThrough(context.Context) error {
	if err := db.opt.Flush(db.path + "-wal"); err != nil {
		db.opt.Metrics.StoreFailed("write through to the disk")
		return err
	}
	return nil
}

// flush has the log of changes reach the disk; what has gone from there into the
// database has already. SQLite holds no locks on it that closing it would drop.
func flush(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return ignoreMissing(err)
	}
	return errors.Join(file.Sync(), file.Close())
}

// errDamaged is that the pages of a database are not what SQLite wrote.
var errDamaged = errors.New("the database is damaged")

// checkTime bounds how long a start looks for damage: a second for some hundred
// megabytes.
const checkTime = 10 * time.Second

// whole returns errDamaged for a database that is damaged. One that takes too long to
// look through counts as whole.
func whole(ctx context.Context, db *sql.DB) error {
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	var said string
	err := db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&said)
	switch {
	case errors.Is(err, context.DeadlineExceeded) || code(err) == codes.SQLITE_INTERRUPT:
		return nil
	case err == nil && said != "ok", damaged(err):
		return errDamaged
	}
	return err
}

func damaged(err error) bool {
	c := code(err)
	return errors.Is(err, errDamaged) || c == codes.SQLITE_CORRUPT || c == codes.SQLITE_NOTADB
}

// code returns the code of an error of SQLite, 0 for another.
func code(err error) int {
	var e *driver.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.Code() & 0xff
}

// advised adds what to do about an error in opening a database.
func advised(err error) error {
	switch code(err) {
	case codes.SQLITE_READONLY, codes.SQLITE_CANTOPEN, codes.SQLITE_PERM, codes.SQLITE_IOERR, codes.SQLITE_FULL:
		return fmt.Errorf("%w; its folder must be one that can be written and has room: see store.path", err)
	}
	return err
}
