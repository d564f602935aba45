package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"

	"modernc.org/sqlite"
)

//go:embed migrations/*.sql
var migrations embed.FS

const (
	// pragmas hold for every connection. With WAL, synchronous NORMAL loses at
	// most the last moments in a power cut and never the file. secure_delete
	// overwrites what is deleted. busy_timeout is in milliseconds.
	pragmas = "_pragma=busy_timeout(2000)&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=secure_delete(ON)&_txlock=immediate"

	// keyBytes is the length of the key of an HMAC-SHA256.
	keyBytes = 32
)

// Result codes of SQLite that a person can do something about.
const (
	codeBusy     = 5
	codeLocked   = 6
	codeReadOnly = 8
	codeCorrupt  = 11
	codeFull     = 13
	codeCantOpen = 14
	codeNotADB   = 26
)

// openFile opens the database and brings its tables up to date.
func openFile(ctx context.Context, path string) (*sql.DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	// SQLite would make the file readable for everybody.
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("store: %w; name a file in a folder that is there and can be written, in store.path", err)
	}
	file.Close()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String()+"?"+pragmas)
	if err != nil {
		return nil, fmt.Errorf("store: open %s: %w", path, err)
	}
	// One connection: what is written here is little, and a second one would
	// only wait for the first.
	db.SetMaxOpenConns(1)
	if err := errors.Join(checkFile(ctx, db), migrate(ctx, db)); err != nil {
		db.Close()
		return nil, explain(path, err)
	}
	return db, nil
}

// explain turns an error of SQLite into one line that says what to do.
func explain(path string, err error) error {
	var code int
	if e := new(sqlite.Error); errors.As(err, &e) {
		code = e.Code() & 0xff // the rest is detail
	}
	switch code {
	case codeBusy, codeLocked:
		return fmt.Errorf("store: %s is locked by another process; stop it, or name another file in store.path", path)
	case codeReadOnly, codeCantOpen:
		return fmt.Errorf("store: %s cannot be written, or the folder that holds it; change their permissions, or name another file in store.path", path)
	case codeCorrupt, codeNotADB:
		return fmt.Errorf("store: %s is damaged or no SQLite file; move it away, and a new one is made", path)
	case codeFull:
		return fmt.Errorf("store: no space left for %s", path)
	}
	if errors.Is(err, errDamaged) {
		return fmt.Errorf("store: %s: %w; move it away, and a new one is made", path, errDamaged)
	}
	return fmt.Errorf("store: %s: %w", path, err)
}

var errDamaged = errors.New("the file is damaged")

// checkFile has SQLite look through the file. It holds little, and a fault is
// better met now than with the first question.
func checkFile(ctx context.Context, db *sql.DB) error {
	var verdict string
	if err := db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return errDamaged
	}
	return nil
}

// migrate applies the migrations that the file has not seen.
func migrate(ctx context.Context, db *sql.DB) error {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	slices.Sort(names)
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var version int
	if err := tx.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
		return err
	}
	if version > len(names) {
		return fmt.Errorf("the file is of version %d, this program knows %d; use a newer program", version, len(names))
	}
	for i, name := range names[version:] {
		if err := apply(ctx, tx, name, version+i+1); err != nil {
			return fmt.Errorf("apply %s: %w", name, err)
		}
	}
	return tx.Commit()
}

func apply(ctx context.Context, tx *sql.Tx, name string, version int) error {
	statements, err := migrations.ReadFile(name)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, string(statements)); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf(`PRAGMA user_version = %d`, version)) // takes no parameters
	return err
}

// readKey returns the key of the hashes, and makes it in a new file.
func readKey(ctx context.Context, db *sql.DB) ([]byte, error) {
	fresh := make([]byte, keyBytes)
	rand.Read(fresh)
	if _, err := db.ExecContext(ctx, `INSERT INTO secret (key) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM secret)`, fresh); err != nil {
		return nil, fmt.Errorf("make the key: %w", err)
	}
	var key []byte
	if err := db.QueryRowContext(ctx, `SELECT key FROM secret`).Scan(&key); err != nil {
		return nil, fmt.Errorf("read the key: %w", err)
	}
	return key, nil
}
