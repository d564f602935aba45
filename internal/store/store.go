package store

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"embed"
	"errors"
	"io/fs"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"pincite/internal/chat"
	"pincite/internal/chat/talk"
	"pincite/internal/choose"
	"pincite/internal/metrics"
	"pincite/internal/store/database"
	"pincite/internal/store/lines"
)

const (
	// defaultKeep is how long ratings and questions are kept: long enough to
	// read them once a month.
	defaultKeep = 30 * 24 * time.Hour

	// defaultIdle is how long a conversation is kept after its last turn.
	defaultIdle = 30 * time.Minute

	// leavePatience is how long it may take to let the others take over.
	leavePatience = 3 * time.Second

	// mostInMemory and mostOnDisk bound the rows of each kind; the oldest go.
	mostInMemory = 10_000
	mostOnDisk   = 1_000_000
)

// Options say where state is kept, and how long. Path and URL exclude each
// other; with neither, state is kept in memory and gone at the end.
type Options struct {
	Path string // of an SQLite database; made if it is not there
	URL  string // of a PostgreSQL database: postgres://user:password@host/name

	Secret string           // what persons are hashed with: the bot's token; "" for a random one
	Keep   time.Duration    // of ratings, questions and what a model chose; 0 means 30 days
	Idle   time.Duration    // of a conversation, after its last turn; 0 means 30 minutes
	Now    func() time.Time // nil means the time of the database's server, or of this machine where there is none

	// Elapsed is the time since some moment, by a clock that nobody sets, which says whether
	// a process lives; nil means since Open.
	Elapsed func() time.Duration

	Log *slog.Logger // of what goes wrong in the background; nil: nothing is logged

	Metrics *metrics.Metrics // counts what failed; nil: nothing is counted

	Via database.Via // does every operation; nil means as it is

	server bool // the time is that of the server
}

func (o Options) withDefaults() Options {
	o.Keep = cmp.Or(o.Keep, defaultKeep)
	o.Idle = cmp.Or(o.Idle, defaultIdle)
	if o.Now == nil {
		o.Now, o.server = time.Now, o.URL != ""
	}
	if o.Elapsed == nil {
		start := time.Now()
		o.Elapsed = func() time.Duration { return time.Since(start) }
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

// A Store is an open database. It is safe for concurrent use.
type Store struct {
	opt    Options
	db     *database.DB
	shared bool // other processes may use the database
	most   int  // rows of each kind

	key      []byte // of the hashes of persons
	imported []byte // key of hashes that came from a file of lines; nil for none

	id      []byte       // of this process among those that share the database
	beats   atomic.Int64 // when the last heartbeat began that was kept
	lapse   atomic.Int64 // how often it was taken for dead, so that others may have taken over what it held
	live    atomic.Int64 // processes that shared the database then, this one included
	company atomic.Int64 // when the last of those heartbeats began that found others; 0 for never

	clock atomic.Pointer[reading] // the last of the server's clock; nil for none

	beating sync.Mutex // while a beat that is overdue is made up for

	mu     sync.Mutex
	seen   map[string]sighting // the other processes
	looked time.Duration       // when it looked at them last, by Elapsed
	held   map[int64]struct{}  // updates that were claimed, and neither finished nor given up
	owed   map[int64]bool      // what the database is to be told of updates when it answers: true that one is handled, false that it is given up
	left   map[string]struct{} // hashes of the chats of which an earlier process may have left something in a file
	unsent string              // the last chat that Unsent named; "" to begin with the first

	thinned atomic.Int64 // when what one person has too much of was deleted last, in milliseconds since 1970
	closing sync.Once
}

var (
	_ chat.Recorder = (*Store)(nil)
	_ talk.Memory   = (*Store)(nil)
	_ choose.Memory = (*Store)(nil)
)

// Open opens the database, brings its tables up to date, and deletes what is
// too old, now and every minute until Close. A file of lines, which earlier
// versions kept, becomes a database first.
func Open(ctx context.Context, o Options) (*Store, error) {
	o = o.withDefaults()
	d, err := o.database()
	if err != nil {
		return nil, err
	}
	db, err := database.Open(ctx, d)
	if err != nil {
		return nil, err
	}
	s := newStore(db, o)
	if err := s.begin(ctx); err != nil {
		db.Close()
		return nil, err
	}
	db.Every(pruneEvery, "delete what is too old", s.Prune)
	db.Every(beatEvery, "tell the database that this process lives", s.Beat)
	return s, nil
}

// database returns which database the options name.
func (o Options) database() (database.Options, error) {
	if o.Path != "" && o.URL != "" {
		return database.Options{}, errors.New("store: store.path and store.url are both set; choose one")
	}
	steps, err := steps()
	return database.Options{
		Path: o.Path, URL: o.URL, Steps: steps, Earlier: importLines,
		Keep: o.Keep, Now: o.Now, Log: o.Log, Metrics: o.Metrics, Via: o.Via,
	}, err
}

// migrations holds the steps from an empty database to today's tables, in the
// order of their names. A step that was released is never changed.
//
//go:embed migrations/*.sql
var migrations embed.FS

// steps returns the migrations in order.
func steps() (all []string, err error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	for _, name := range names {
		step, unread := migrations.ReadFile(name)
		all, err = append(all, string(step)), errors.Join(err, unread)
	}
	return all, err
}

// newStore returns a Store on a database whose tables are up to date.
func newStore(db *database.DB, o Options) *Store {
	s := &Store{opt: o, db: db, shared: db.Server(), most: mostOnDisk, id: random(16),
		seen: map[string]sighting{}, held: map[int64]struct{}{}, owed: map[int64]bool{}, left: map[string]struct{}{}}
	if !s.Lasting() {
		s.most = mostInMemory
	}
	s.live.Store(1)
	return s
}

// begin reads the keys and takes the process's place among those that share
// the database. A process ends that cannot, so that it has more time than at run time.
func (s *Store) begin(ctx context.Context) error {
	if err := s.readKeys(ctx); err != nil {
		return err
	}
	if !s.shared { // whoever had the file before is gone
		if err := s.db.Exec(ctx, "begin", `DELETE FROM replicas`); err != nil {
			return err
		}
		if err := s.readLeft(ctx); err != nil {
			return err
		}
	}
	if err := s.beat(ctx, s.db.Long); err != nil {
		return err
	}
	if err := s.Prune(ctx); err != nil { // as at run time: it is tried again, and a full disk keeps nobody from an answer
		s.opt.Log.Warn("store: delete what is too old", "err", database.OneLine(err))
	}
	return nil
}

// Lasting reports whether what is kept outlives this process.
func (s *Store) Lasting() bool { return s.opt.Path != "" || s.opt.URL != "" }

// Close ends the work in the background, tells the database what it is owed, lets other
// processes take over what this one holds, and closes the database.
func (s *Store) Close() error {
	var err error
	s.closing.Do(func() {
		s.db.Stop()
		s.settle(context.Background()) // what fails is counted; it is too late to try again
		if s.shared {
			err = s.leave()
		}
		err = errors.Join(err, s.db.Close())
	})
	return err
}

// leave lets the others take over at once.
func (s *Store) leave() error {
	ctx, cancel := context.WithTimeout(context.Background(), leavePatience)
	defer cancel()
	return s.db.Long(ctx, database.Operation{What: "leave"}, func(ctx context.Context) error {
		_, err := s.db.ExecContext(ctx, `DELETE FROM replicas WHERE id = $1`, s.id)
		return err
	})
}

// Names of facts.
const (
	factKey      = "key"          // where there is no secret to derive one from
	factImported = "imported key" // of the hashes in a file of lines
)

// readKeys derives the key of the hashes from the secret, so that the database
// alone tells nobody apart; without a secret it makes one that stays with it.
func (s *Store) readKeys(ctx context.Context) error {
	var err error
	if s.imported, err = s.fact(ctx, factImported); err != nil {
		return err
	}
	if s.opt.Secret != "" {
		s.key = digest([]byte(s.opt.Secret), "pincite store")
		s.opt.Secret = ""
		return nil
	}
	err = s.db.Long(ctx, database.Operation{What: "make a key", Keeps: true}, func(ctx context.Context) error {
		_, err := s.db.ExecContext(ctx, `INSERT INTO facts (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING`, factKey, random(sha256.Size))
		return err
	})
	if err != nil {
		return err
	}
	s.key, err = s.fact(ctx, factKey)
	return err
}

// fact returns what is kept under a name, nil for nothing.
func (s *Store) fact(ctx context.Context, name string) (value []byte, err error) {
	err = s.db.Long(ctx, database.Operation{What: "read a key"}, func(ctx context.Context) error {
		_, err := database.ScanRow(s.db.QueryRowContext(ctx, `SELECT value FROM facts WHERE name = $1`, name), &value)
		return err
	})
	return value, err
}

// digest is an HMAC-SHA256 of parts that cannot run into each other.
func digest(key []byte, parts ...string) []byte {
	mac := hmac.New(sha256.New, key)
	for _, p := range parts {
		mac.Write([]byte(p))
		mac.Write([]byte{0xff}) // in no UTF-8 text
	}
	return mac.Sum(nil)
}

// hash returns what is kept of the key of a person, a conversation or a chat.
func (s *Store) hash(key string) []byte { return digest(s.key, key) }

// formerly returns the hash of a person in rows that came from a file of lines;
// where none did, that of the other rows.
func (s *Store) formerly(person string) []byte {
	if s.imported == nil {
		return s.hash(person)
	}
	return lines.Hash(s.imported, person)
}

// plain makes a text fit to be kept: PostgreSQL takes neither NUL nor what is
// not UTF-8.
func plain(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}

// random returns n random bytes.
func random(n int) []byte {
	b := make([]byte, n)
	rand.Read(b) // never fails
	return b
}
