package ready

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/library"
	"pincite/internal/render"
	"pincite/internal/reply"
	"pincite/internal/text"
)

// readyTime is well above what an answer takes, and below the patience of an
// orchestrator's probe.
const readyTime = time.Second

// Options are what a Check needs, all but State.
type Options struct {
	Library *library.Library
	Log     *slog.Logger

	// Search and Ask are what a person would get of a document for some words of it.
	Search func(ctx context.Context, document, words string) ([]answer.Citation, error)
	Ask    func(ctx context.Context, document, words string) reply.Reply

	// State says how what the server does not depend on is, one line each; nil for
	// nothing.
	State func() []string
}

// A Check looks whether every document can be searched and asked, many of them in turn. It
// is safe for concurrent use.
type Check struct {
	opt      Options
	leave    sync.Once
	stopping chan struct{}

	mu   sync.Mutex // of what was found when the documents were last asked
	at   time.Time
	lack string // name of the document that does not answer; "" for none
	next int    // documents that have answered, over and over; the one after them is next
	once bool   // they all answered before
	slow int    // how often in a row one has been too slow since
}

// New returns a Check that has asked nothing yet.
func New(o Options) *Check { return &Check{opt: o, stopping: make(chan struct{})} }

// Stop has the server called not ready from now on: it has begun to stop.
func (c *Check) Stop() { c.leave.Do(func() { close(c.stopping) }) }

// Stopping returns a channel that is closed by Stop.
func (c *Check) Stopping() <-chan struct{} { return c.stopping }

// Alive answers while the process can serve at all.
func Alive(w http.ResponseWriter, _ *http.Request) { say(w, http.StatusOK, "ok") }

func say(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	w.Write([]byte(text + "\n")) // an error means that the peer has gone
}

// maxSlow is how often in a row a document may be too slow before it counts as one
// that does not answer. On a machine that is too busy, to be sent away from one
// process sends everybody to the others, which are as busy.
const maxSlow = 5

// readyAge is for how long that holds: so often are the documents asked, however
// often somebody wants to know.
const readyAge = time.Second

// atFirst and share are for how long further documents are asked each time, until all have
// answered and from then on: many take turns, so that those who ask have the processors.
const (
	atFirst = readyTime / 2
	share   = readyTime / 10
)

// ServeHTTP answers once every document can be searched and asked, and no longer when
// one cannot or the server has begun to stop. What it only reports is how the store and
// the Bot API are: without them it answers still, and another replica would be no better
// off.
func (c *Check) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	select {
	case <-c.stopping:
		say(w, http.StatusServiceUnavailable, "stopping")
		return
	default:
	}
	if lack := c.lacking(r.Context()); lack != "" {
		say(w, http.StatusServiceUnavailable, c.withState("not ready: "+lack))
		return
	}
	say(w, http.StatusOK, c.withState("ready"))
}

// withState adds how what the server does not depend on is.
func (c *Check) withState(first string) string {
	if c.opt.State == nil {
		return first
	}
	return strings.Join(append([]string{first}, c.opt.State()...), "\n")
}

// lacking returns the name of a document that does not answer, "" for none.
func (c *Check) lacking(ctx context.Context) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Since(c.at) < readyAge {
		return c.lack
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), readyTime)
	defer cancel()
	docs := c.opt.Library.Documents()
	var err error
	c.lack, err = c.ask(ctx, docs)
	c.slow++
	switch {
	case err == nil && (c.once || c.next >= len(docs)):
		c.once, c.slow = true, 0
	case err == nil: // so far
		c.lack = docs[c.next%len(docs)].Name
	case c.once && c.slow <= maxSlow && errors.Is(err, context.DeadlineExceeded):
		c.opt.Log.WarnContext(ctx, "slow to answer", "document", c.lack, "err", err)
		c.lack = ""
	default:
		c.opt.Log.ErrorContext(ctx, "not ready", "document", c.lack, "err", err)
	}
	c.at = time.Now()
	return c.lack
}

// ask asks documents, from where it stopped the last time on, at least one of them; it
// returns the name of one that does not answer, and why.
func (c *Check) ask(ctx context.Context, docs []*document.Document) (lack string, err error) {
	most := atFirst
	if c.once {
		most = share
	}
	for began, n := time.Now(), 0; n < len(docs) && (n == 0 || time.Since(began) < most); n++ {
		d := docs[c.next%len(docs)]
		if err := c.ready(ctx, d); err != nil {
			return d.Name, errors.Join(err, ctx.Err())
		}
		c.next++
	}
	return "", nil
}

// ready searches the document for words of its own and asks for them, and checks
// what comes back. One of a few probes must succeed: a sentence may happen to read
// like small talk.
func (c *Check) ready(ctx context.Context, d *document.Document) error {
	err := errors.New("the document has no text")
	for _, p := range probes(d) {
		if err = c.probe(ctx, d, p); err == nil {
			return nil
		}
	}
	return err
}

func (c *Check) probe(ctx context.Context, d *document.Document, words string) error {
	found, err := c.opt.Search(ctx, d.Name, words)
	if err == nil {
		err = check(d, found)
	}
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	r := c.opt.Ask(ctx, d.Name, words)
	if render.Plain(r) == "" {
		return errors.New("ask: the reply is empty")
	}
	if err := check(d, r.Answer.Citations); err != nil {
		return fmt.Errorf("ask: %w", err)
	}
	return ctx.Err()
}

const (
	maxProbes  = 3
	probeWords = 12  // enough to find a sentence by
	probeRunes = 100 // the same, where there are no spaces
)

// probes returns the beginnings of a few sentences from the middle of d, or its
// headings if it has no sentences.
func probes(d *document.Document) []string {
	var sentences, headings []string
	for n := range d.Sections {
		i := (len(d.Sections)/2 + n) % len(d.Sections)
		if all := d.Sentences(i); len(all) > 0 && len(sentences) < maxProbes {
			words := strings.Fields(text.Limit(d.Slice(all[0]), probeRunes))
			sentences = append(sentences, strings.Join(words[:min(len(words), probeWords)], " "))
		}
		if h := d.Heading(i); h != "" && len(headings) < maxProbes {
			headings = append(headings, h)
		}
	}
	return append(sentences, headings...)
}

// check holds what was found in the document to its text.
func check(d *document.Document, found []answer.Citation) error {
	if len(found) == 0 {
		return errors.New("the document's own words are not found")
	}
	for _, c := range found {
		if c.Span.Start < 0 || c.Span.End > len(d.Text) || c.Span.Empty() || d.Slice(c.Span) != c.Quote {
			return fmt.Errorf("the quote from %s is not the document's text", c.ID)
		}
	}
	return nil
}
