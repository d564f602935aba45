package library

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"pincite/internal/annotation"
	"pincite/internal/answer"
	"pincite/internal/choose"
	"pincite/internal/document"
	"pincite/internal/verify"
)

// ErrClosed is returned for what is asked after Close.
var ErrClosed = errors.New("the library is closed")

// An Answerer answers questions about one document. *answer.Answerer is one.
type Answerer interface {
	Document() *document.Document
	Answer(ctx context.Context, message string, c answer.Context) (answer.Answer, error)
	Mentions(ctx context.Context, topic string) (answer.Answer, error)
	Rank(ctx context.Context, message string, limit int) ([]answer.Citation, error)
	Warm() error
	Close() error
}

// A Library holds the documents that there are. It is safe for concurrent use:
// what is under way while the documents are replaced or closed finishes on those
// that it began with.
type Library struct {
	swapping sync.Mutex   // held while documents are replaced, and until those before are closed
	pace     pacer        // of reading documents anew; used under swapping
	warm     atomic.Bool  // Warm was called
	asked    atomic.Int64 // questions so far
	chooser  *choose.Chooser

	mu     sync.Mutex // guards the rest
	docs   *documents
	closed bool
}

// documents are those of one opening, which are replaced and closed together.
type documents struct {
	all     []*entry // at least one; the default first
	skipped []error
	telling *telling
	checker func() *verify.Checker // of all; made when first called
	past    []version              // texts that were replaced, the newest first
	running sync.WaitGroup         // questions; added to under Library.mu
}

// An entry is a document with what answers from it.
type entry struct {
	Answerer
	doc   *document.Document
	names []name
	text  version

	checker func() *verify.Checker // made when first called

	source, path string // that it was read from; empty for those of New
	stamp        string // of the files there, see stampOf; used under Library.swapping
	notes        []annotation.Aids
	doubts       []string // about its outline, one line each
}

func newEntry(a Answerer) *entry {
	d := a.Document()
	return &entry{Answerer: a, doc: d, names: namesOf(d), text: versionOf(d),
		checker: sync.OnceValue(func() *verify.Checker { return verify.New(d) })}
}

// New returns a library of the documents of the answerers, the first of which is
// the default. It fails without any, and where two have the same name. From then
// on the library closes them.
func New(answerers ...Answerer) (*Library, error) {
	var all []*entry
	for _, a := range answerers {
		all = append(all, newEntry(a))
	}
	docs, err := arrange(all)
	if err != nil {
		return nil, err
	}
	return newLibrary(docs), nil
}

func newLibrary(docs *documents) *Library {
	l := &Library{docs: docs}
	l.pace.asked = l.asked.Load
	return l
}

// ChooseWith lets a model choose among the sentences of the documents. It is called
// before the first question.
func (l *Library) ChooseWith(c *choose.Chooser) { l.chooser = c }

// Chooser returns what chooses among the sentences of the documents, or nil.
func (l *Library) Chooser() *choose.Chooser { return l.chooser }

func arrange(all []*entry) (*documents, error) {
	if len(all) == 0 {
		return nil, errors.New("a library needs a document")
	}
	out := &documents{}
	for _, e := range all {
		if out.named(e.doc.Name) != nil {
			return nil, fmt.Errorf("two documents are called %s: rename one of the files or folders", e.doc.Name)
		}
		out.all = append(out.all, e)
	}
	out.telling, out.checker = tellingOf(out.all), checkerOf(out.all)
	return out, nil
}

// from returns the document that was read from a path of a source, or nil.
func (s *documents) from(source, path string) *entry {
	for _, e := range s.all {
		if e.source == source && e.path == path && path != "" {
			return e
		}
	}
	return nil
}

// named returns the document of that name, the default for "", or nil.
func (s *documents) named(name string) *entry {
	for _, e := range s.all {
		if name == "" || e.doc.Name == name {
			return e
		}
	}
	return nil
}

// close waits for the questions that are under way and closes the documents, but
// for those that are kept.
func (s *documents) close(kept []*entry) error {
	s.running.Wait()
	var errs []error
	for _, e := range s.all {
		if slices.Contains(kept, e) {
			continue
		}
		if err := e.Close(); err != nil {
			errs = append(errs, fmt.Errorf("close %s: %w", e.doc.Name, err))
		}
	}
	return errors.Join(errs...)
}

// acquire returns the documents for a question. They stay open until
// running.Done is called.
func (l *Library) acquire() (*documents, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return nil, ErrClosed
	}
	l.docs.running.Add(1)
	l.asked.Add(1)
	return l.docs, nil
}

// find acquires the document of that name, "" for the default. done must be
// called unless it fails.
func (l *Library) find(name string) (e *entry, done func(), err error) {
	docs, err := l.acquire()
	if err != nil {
		return nil, nil, err
	}
	if e = docs.named(name); e == nil {
		docs.running.Done()
		return nil, nil, fmt.Errorf("there is no document %s", name)
	}
	return e, docs.running.Done, nil
}

// swap puts documents in the place of those that there are; swapping must be held.
// It returns when the questions that were under way on the old ones have ended, and
// these are closed but for those that are among the new ones, too. If it fails, with
// ErrClosed, nothing has changed and the caller still owns the documents.
func (l *Library) swap(docs *documents) error {
	l.mu.Lock()
	if l.closed {
		l.mu.Unlock()
		return ErrClosed
	}
	old := l.docs
	docs.past = remember(old.past, old.all, docs.all)
	l.docs = docs
	l.mu.Unlock()
	return old.close(docs.all)
}

// Close waits for the questions that are under way and frees the documents' indexes.
// Later questions get ErrClosed; the documents can still be listed. It may be
// called twice.
func (l *Library) Close() error {
	l.mu.Lock()
	was := l.closed
	l.closed = true
	l.mu.Unlock()
	if was {
		return nil
	}
	l.swapping.Lock() // what was replaced last may still be in use
	defer l.swapping.Unlock()
	return l.current().close(nil)
}

// current returns the documents there are, open or not.
func (l *Library) current() *documents {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.docs
}

// Documents returns the documents, the default first.
func (l *Library) Documents() []*document.Document {
	var out []*document.Document
	for _, e := range l.current().all {
		out = append(out, e.doc)
	}
	return out
}

// Default returns the document that is meant where none is named.
func (l *Library) Default() *document.Document { return l.current().all[0].doc }

// Get returns the document of that name.
func (l *Library) Get(name string) (*document.Document, bool) {
	if e := l.current().named(name); e != nil && name != "" {
		return e.doc, true
	}
	return nil, false
}

// ByDigest returns the document whose digest begins with prefix, of which a
// button carries 8 hexadecimal digits; false unless there is exactly one.
func (l *Library) ByDigest(prefix string) (*document.Document, bool) {
	var found []*document.Document
	for _, d := range l.Documents() {
		if prefix != "" && strings.HasPrefix(d.Digest(), prefix) {
			found = append(found, d)
		}
	}
	if len(found) != 1 {
		return nil, false
	}
	return found[0], true
}

// Skipped says why entries of the folders that were opened are not among the
// documents.
func (l *Library) Skipped() []error { return l.current().skipped }

// Doubts says where the outlines of the documents are doubtful, and what reading
// them left out or mended, one line each, which begins with the document's name.
func (l *Library) Doubts() (all []string) {
	for _, e := range l.current().all {
		all = append(all, e.doubts...)
	}
	return all
}

// Questions returns questions in a language that a section of a document, "" for the
// default, is expected to answer; none where nobody has written any.
func (l *Library) Questions(document, section, language string) []string {
	e, done, err := l.find(document)
	if err != nil {
		return nil
	}
	defer done()
	if a, ok := e.Answerer.(interface {
		Questions(section, language string) []string
	}); ok {
		return a.Questions(section, language)
	}
	return nil
}

// Mentions lists every section of a document, "" for the default, that mentions
// topic.
func (l *Library) Mentions(ctx context.Context, document, topic string) (answer.Answer, error) {
	e, done, err := l.find(document)
	if err != nil {
		return answer.Answer{}, err
	}
	defer done()
	a, err := e.Mentions(ctx, topic)
	a.Asked = e.doc.Name
	return a, err
}

// Rank returns the best places of a document, or, for "", of all of them for a
// query, at most limit, best first.
func (l *Library) Rank(ctx context.Context, document, query string, limit int) ([]answer.Citation, error) {
	docs, err := l.acquire()
	if err != nil {
		return nil, err
	}
	defer docs.running.Done()
	var out []answer.Citation
	for _, e := range docs.all {
		if document != "" && e.doc.Name != document {
			continue
		}
		found, err := e.Rank(ctx, query, limit)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	if len(docs.all) > 1 && document == "" {
		slices.SortStableFunc(out, func(x, y answer.Citation) int { return cmp.Compare(y.Score, x.Score) })
	}
	return out[:min(len(out), limit)], nil
}

// Passages returns how many passages are indexed of each document, by its name; of
// what answers without an index nothing.
func (l *Library) Passages() (map[string]int, error) {
	docs, err := l.acquire()
	if err != nil {
		return nil, err
	}
	defer docs.running.Done()
	out := map[string]int{}
	for _, e := range docs.all {
		if indexed, ok := e.Answerer.(interface{ Passages() (int, error) }); ok {
			if out[e.doc.Name], err = indexed.Passages(); err != nil {
				return nil, fmt.Errorf("index %s: %w", e.doc.Name, err)
			}
		}
	}
	return out, nil
}

// Warm indexes all that is otherwise indexed when a question first needs it. A
// service calls it once at start; what is reloaded later is indexed before it is
// put in place.
func (l *Library) Warm() error {
	docs, err := l.acquire()
	if err != nil {
		return err
	}
	defer docs.running.Done()
	l.warm.Store(true)
	for _, e := range docs.all {
		if err := e.Warm(); err != nil {
			return fmt.Errorf("index %s: %w", e.doc.Name, err)
		}
	}
	return nil
}
