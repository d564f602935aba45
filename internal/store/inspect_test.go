package store

import (
	"database/sql"
	"strings"
	"testing"
)

// TestState: a database that fails is told until it answers again.
func TestState(t *testing.T) {
	p := filePlace(t)
	s := p.open(t)
	if got := s.State(); got != "answers; SQLite" {
		t.Errorf("at first: %q", got)
	}
	good := s.db.DB
	broken, err := sql.Open("sqlite", p.Path)
	must(t, err)
	must(t, broken.Close())
	s.db.DB = broken
	if err := s.Feedback(t.Context(), rating0); err == nil {
		t.Fatal("a closed database keeps a rating")
	}
	if got := s.State(); !strings.HasPrefix(got, "does not answer for ") {
		t.Errorf("closed: %q", got)
	}
	s.db.DB = good
	must(t, s.Feedback(t.Context(), rating0))
	if got := s.State(); got != "answers; SQLite" {
		t.Errorf("again: %q", got)
	}
}
