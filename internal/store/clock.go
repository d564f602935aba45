package store

import "time"

// A reading is what the clock of the database's server said, and when, by Elapsed. All who
// share the database go by that clock in what they keep and how long: by their own,
// one that is late would have what it keeps dropped by the others before its time, and one
// that is early would drop theirs.
type reading struct {
	at    int64
	since time.Duration
}

// read notes what the clock of the server has just said.
func (s *Store) read(at int64) {
	if s.opt.server {
		s.clock.Store(&reading{at, s.opt.Elapsed()})
	}
}

// now is the time of the rows that are written, in milliseconds since 1970.
func (s *Store) now() int64 {
	if r := s.clock.Load(); r != nil {
		return r.at + (s.opt.Elapsed() - r.since).Milliseconds()
	}
	return s.opt.Now().UnixMilli()
}

// before is the time that was some time ago.
func (s *Store) before(d time.Duration) int64 { return s.now() - d.Milliseconds() }

// here is when something was, by the clock of this process, of which a row says when.
func (s *Store) here(at int64) time.Time {
	return s.opt.Now().Add(time.Duration(at-s.now()) * time.Millisecond)
}
