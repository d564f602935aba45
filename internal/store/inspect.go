package store

import (
	"context"

	"pincite/internal/store/database"
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
	d, err := o.withDefaults().database()
	if err != nil {
		return Standing{}, err
	}
	var s Standing
	found, err := database.Inspect(ctx, d, func(db *database.DB) error { return s.read(ctx, db) })
	s.New, s.Lines, s.InUse = found.New, found.Earlier, found.InUse || s.Replicas > 0
	return s, err
}

// read counts what is kept, and by how many.
func (s *Standing) read(ctx context.Context, db *database.DB) error {
	err := db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM ratings), (SELECT count(*) FROM unanswered)`).Scan(&s.Ratings, &s.Questions)
	if err != nil || !db.Server() {
		return err
	}
	return db.QueryRowContext(ctx, db.SQL(countLiving)).Scan(&s.Replicas)
}
