package store

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"sync"
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
	path string
	key  []byte // of the hashes of persons
	keep time.Duration
	now  func() time.Time
	log  *slog.Logger
	stop context.CancelFunc
	done chan struct{}

	mu        sync.Mutex
	file      *os.File          // locked, at its end; nil once closed
	end       int64             // bytes of whole lines in it
	languages map[string]string // by hash of the person
	documents map[string]string // by hash of the conversation
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
	s := &Store{path: path, keep: o.Keep, now: o.Now, log: o.Log, done: make(chan struct{}), languages: map[string]string{}, documents: map[string]string{}}
	if err := s.load(ctx); err != nil {
		return nil, err
	}
	if err := s.Prune(); err != nil {
		s.file.Close()
		return nil, err
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
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil {
		return nil
	}
	err := errors.Join(s.file.Sync(), s.file.Close())
	s.file = nil
	return err
}

// person returns what is kept of a person's id.
func (s *Store) person(id string) []byte {
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte(id))
	return mac.Sum(nil)
}

// Feedback keeps a rating. A second one by the same person of the same answer
// takes the place of the first.
func (s *Store) Feedback(_ context.Context, f chat.Feedback) error {
	return s.append(feedbackLine(f, s.person(f.Person), s.now()))
}

// Unanswered keeps a question, and nothing of who asked it.
func (s *Store) Unanswered(_ context.Context, u chat.Unanswered) error {
	return s.append(unansweredLine(u, s.now()))
}

// Language returns the interface language that a person has chosen, "" for
// none.
func (s *Store) Language(_ context.Context, person string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.languages[string(s.person(person))], nil
}

// SetLanguage keeps that choice; "" forgets it.
func (s *Store) SetLanguage(_ context.Context, person, language string) error {
	return s.keepChoice(line{Kind: kindLanguage, Person: s.person(person), Language: language})
}

// Document returns the name of the document that was chosen in a conversation, "*"
// for all, "" for no choice.
func (s *Store) Document(_ context.Context, conversation string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.documents[string(s.person(conversation))], nil
}

// SetDocument keeps that choice; "" forgets it.
func (s *Store) SetDocument(_ context.Context, conversation, document string) error {
	return s.keepChoice(line{Kind: kindDocument, Person: s.person(conversation), Document: document})
}

// keepChoice appends a choice and notes it.
func (s *Store) keepChoice(l line) error {
	l.At = s.now().Unix()
	if err := s.append(l); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.choose(l)
	return nil
}

// choose notes a choice, if the line is one. s.mu is held.
func (s *Store) choose(l line) {
	choices, value := s.languages, l.Language
	switch l.Kind {
	case kindLanguage:
	case kindDocument:
		choices, value = s.documents, l.Document
	default:
		return
	}
	if value == "" {
		delete(choices, string(l.Person))
	} else {
		choices[string(l.Person)] = value
	}
}

// append writes a line. One that fails half-way is taken back, so that the next
// one does not continue it.
func (s *Store) append(l line) error {
	raw, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("store: keep %s: %w", l.Kind, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil {
		return fmt.Errorf("store: keep %s: %w", l.Kind, fs.ErrClosed)
	}
	if _, err := s.file.WriteAt(append(raw, '\n'), s.end); err != nil {
		return errors.Join(fmt.Errorf("store: keep %s: %w", l.Kind, err), s.file.Truncate(s.end))
	}
	s.end += int64(len(raw)) + 1
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
			if err := s.Prune(); err != nil {
				s.log.Error("delete old questions and ratings", "err", err)
			}
		}
	}
}
