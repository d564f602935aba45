package store

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"pincite/internal/chat"
)

const (
	// defaultKeep is how long ratings and questions are kept: long enough to
	// read them once a month.
	defaultKeep = 30 * 24 * time.Hour

	// pruneEvery is how often what is too old is deleted. Nothing is kept
	// longer than Options.Keep and this.
	pruneEvery = time.Hour
)

// Options say what is kept.
type Options struct {
	Keep time.Duration    // of ratings and questions; 0 means 30 days
	Now  func() time.Time // nil means time.Now
	Log  *slog.Logger     // of what goes wrong in the background; nil: nothing is logged
}

// A Store is an open file. It is safe for concurrent use.
type Store struct {
	db   *sql.DB
	key  []byte // of the hashes of persons
	keep time.Duration
	now  func() time.Time
	log  *slog.Logger
	stop context.CancelFunc
	done chan struct{}
}

var _ chat.Recorder = (*Store)(nil)

// Open opens the file at path, makes it if it is not there, and deletes what
// is too old, now and every hour until Close.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	if o.Keep <= 0 {
		o.Keep = defaultKeep
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	db, err := openFile(ctx, path)
	if err != nil {
		return nil, err
	}
	s := &Store{db: db, keep: o.Keep, now: o.Now, log: o.Log, done: make(chan struct{})}
	if s.key, err = readKey(ctx, db); err == nil {
		err = s.Prune(ctx)
	}
	if err != nil {
		db.Close()
		return nil, explain(path, err)
	}
	background, stop := context.WithCancel(context.Background())
	s.stop = stop
	go s.pruneRegularly(background)
	return s, nil
}

// Close ends the deleting and closes the file.
func (s *Store) Close() error {
	s.stop()
	<-s.done
	return s.db.Close()
}

// Keep returns how long ratings and questions are kept.
func (s *Store) Keep() time.Duration { return s.keep }

// person returns what is kept of a person's id.
func (s *Store) person(id string) []byte {
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte(id))
	return mac.Sum(nil)
}

// Feedback keeps a rating. A second one by the same person of the same answer
// takes the place of the first.
func (s *Store) Feedback(ctx context.Context, f chat.Feedback) error {
	_, err := s.db.ExecContext(ctx, `
		INSERT INTO feedback (at, person, question, section, digest, good) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (person, question, section, digest) DO UPDATE SET at = excluded.at, good = excluded.good`,
		s.now().Unix(), s.person(f.Person), f.Question, f.Section, f.Digest, f.Good)
	if err != nil {
		return fmt.Errorf("keep feedback on %s: %w", f.Section, err)
	}
	return nil
}

// Unanswered keeps a question, and nothing of who asked it.
func (s *Store) Unanswered(ctx context.Context, u chat.Unanswered) error {
	_, err := s.db.ExecContext(ctx,
		`INSERT INTO unanswered (at, question, language, kind, reason, digest) VALUES (?, ?, ?, ?, ?, ?)`,
		s.now().Unix(), u.Question, u.Language, string(u.Kind), string(u.Reason), u.Digest)
	if err != nil {
		return fmt.Errorf("keep an unanswered question: %w", err)
	}
	return nil
}

// Language returns the interface language that a person has chosen, "" for
// none.
func (s *Store) Language(ctx context.Context, person string) (string, error) {
	var language string
	err := s.db.QueryRowContext(ctx, `SELECT language FROM language WHERE person = ?`, s.person(person)).Scan(&language)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("read a language: %w", err)
	}
	return language, nil
}

// SetLanguage keeps that choice; "" forgets it.
func (s *Store) SetLanguage(ctx context.Context, person, language string) error {
	query, args := `INSERT INTO language (person, language) VALUES (?, ?)
		ON CONFLICT (person) DO UPDATE SET language = excluded.language`, []any{s.person(person), language}
	if language == "" {
		query, args = `DELETE FROM language WHERE person = ?`, args[:1]
	}
	if _, err := s.db.ExecContext(ctx, query, args...); err != nil {
		return fmt.Errorf("keep a language: %w", err)
	}
	return nil
}

// Prune deletes ratings and questions that are older than Options.Keep. What
// is deleted is overwritten, and the log beside the file is emptied into it,
// so that no copy stays behind.
func (s *Store) Prune(ctx context.Context) error {
	oldest := s.now().Add(-s.keep).Unix()
	for _, query := range []string{
		`DELETE FROM feedback WHERE at < ?`,
		`DELETE FROM unanswered WHERE at < ?`,
	} {
		if _, err := s.db.ExecContext(ctx, query, oldest); err != nil {
			return fmt.Errorf("delete what is older than %s: %w", s.keep, err)
		}
	}
	if _, err := s.db.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
		return fmt.Errorf("empty the log: %w", err)
	}
	return nil
}

// pruneRegularly prunes until ctx ends. What fails is tried again an hour
// later.
func (s *Store) pruneRegularly(ctx context.Context) {
	defer close(s.done)
	ticker := time.NewTicker(pruneEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if err := s.Prune(ctx); err != nil && ctx.Err() == nil {
				s.log.Error("delete old questions and ratings", "err", err)
			}
		}
	}
}
