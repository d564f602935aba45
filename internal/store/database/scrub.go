package database

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"math"
	"sync/atomic"
	"time"
)

const (
	// pagesAtOnce is how many pages are looked at before others have their turn: some
	// milliseconds' worth.
	pagesAtOnce = 128

	// scrubEvery is how often all pages are looked at: some twenty microseconds each,
	// half a second for a hundred megabytes. For somebody who wants to be forgotten it
	// is done at once, but no more often than scrubSoonest.
	scrubEvery   = time.Hour
	scrubSoonest = time.Minute

	// maxPages is the number of pages up to which the first byte of a page tells those
	// of a table: on the others it is that of a page's number.
	maxPages = 1 << 24

	// fileHead is the length of the header that begins the first page.
	fileHead = 100
)

// Tidy takes what was deleted off the disk: all of it out of the log of changes, which is
// emptied, and copies off the pages where an hour has passed since that was done last, or
// [DB.Erase] has left it to be done. Where somebody reads the file, the log of changes is
// emptied with the next.
func (db *DB) Tidy(ctx context.Context) error {
	return db.tidy(ctx, db.demanded.Load() || db.since(&db.scrubbed) >= scrubEvery)
}

// Erase takes what was deleted off the disk at once, copies on the pages included; these
// are left to the next [DB.Tidy] where it was asked for within the last minute, so that
// nobody can keep the database busy with it.
func (db *DB) Erase(ctx context.Context) error {
	db.demanded.Store(true)
	atOnce := db.since(&db.erased) >= scrubSoonest
	if atOnce {
		db.erased.Store(db.now())
	}
	return db.tidy(ctx, atOnce)
}

func (db *DB) tidy(ctx context.Context, scrub bool) error {
	if db.kind.empty == "" {
		return nil
	}
	if scrub {
		if err := db.scrub(ctx); err != nil {
			return err
		}
	}
	return db.Long(ctx, Operation{What: "take what was deleted off the disk", Keeps: true}, func(ctx context.Context) error {
		busy, log, done := 0, 0, 0
		if err := db.QueryRowContext(ctx, db.kind.empty).Scan(&busy, &log, &done); err != nil {
			return err
		}
		if busy != 0 {
			db.opt.Log.WarnContext(ctx, "store: what was deleted is in the log of changes until the next minute: another process reads the file")
		}
		return nil
	})
}

// since returns how long ago something was, in milliseconds since 1970: for ever, if
// it is to come, since the clock has been set back by nobody knows how much.
func (db *DB) since(at *atomic.Int64) time.Duration {
	ms := db.now() - at.Load()
	if ms < 0 {
		return math.MaxInt64
	}
	return time.Duration(ms) * time.Millisecond
}

// now is the time, in milliseconds since 1970.
func (db *DB) now() int64 { return db.opt.Now().UnixMilli() }

// scrub overwrites what is left of rows that are gone. What is deleted is overwritten
// as it goes, but for copies that SQLite leaves in the free space of a page when it
// moves rows to another: these are overwritten here. Others have their turn in between.
func (db *DB) scrub(ctx context.Context) error {
	if !db.scrubbing.TryLock() {
		return nil
	}
	defer db.scrubbing.Unlock()
	db.demanded.Store(false)
	for next := 1; next != 0 && next < maxPages; {
		err := db.Long(ctx, Operation{What: "overwrite what was deleted", Keeps: true}, func(ctx context.Context) error {
			return InTx(ctx, db.DB, func(ctx context.Context, tx *sql.Tx) (err error) {
				next, err = scrubPages(ctx, tx, next)
				return err
			})
		})
		if err != nil {
			db.demanded.Store(true)
			return err
		}
	}
	db.scrubbed.Store(db.now())
	return nil
}

// scrubPages overwrites the free space of some pages and returns which page comes next,
// 0 for none.
func scrubPages(ctx context.Context, tx *sql.Tx, first int) (next int, err error) {
	read, err := tx.PrepareContext(ctx, `SELECT data FROM sqlite_dbpage WHERE pgno = $1`)
	if err != nil {
		return first, err
	}
	defer read.Close()
	for n := first; n < first+pagesAtOnce; n++ {
		var page []byte
		if found, err := ScanRow(read.QueryRowContext(ctx, n), &page); err != nil || !found {
			return 0, err
		}
		free := freeSpace(page, n)
		if len(bytes.Trim(free, "\x00")) == 0 {
			continue
		}
		clear(free)
		if _, err := tx.ExecContext(ctx, `UPDATE sqlite_dbpage SET data = $1 WHERE pgno = $2`, page, n); err != nil {
			return first, err
		}
	}
	return first + pagesAtOnce, nil
}

// freeSpace returns what lies between the list of rows and the rows themselves on a
// page of a table or an index, by SQLite's file format; nil on another.
func freeSpace(page []byte, number int) []byte {
	at := 0
	if number == 1 {
		at = fileHead
	}
	if len(page) < at+12 {
		return nil
	}
	head, length := page[at:], 8
	switch head[0] {
	case 2, 5: // inner pages, which know one page more
		length = 12
	case 10, 13:
	default:
		return nil
	}
	from := at + length + 2*int(binary.BigEndian.Uint16(head[3:]))
	to := int(binary.BigEndian.Uint16(head[5:]))
	if from > to || to > len(page) {
		return nil
	}
	return page[from:to]
}
