package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/document"
	"pincite/internal/render"
	"pincite/internal/text"
)

// readyTime is well above what an answer takes, and below the patience of an
// orchestrator's probe.
const readyTime = time.Second

// healthz answers while the process can serve at all.
func (s *Server) healthz(w http.ResponseWriter, _ *http.Request) { writeText(w, http.StatusOK, "ok") }

// A readiness is what was found when the documents were last asked.
type readiness struct {
	mu   sync.Mutex
	at   time.Time
	lack string // name of the document that does not answer; "" for none
	once bool   // they all answered before
	slow int    // how often in a row they have been too slow since
}

// maxSlow is how often in a row a document may be too slow before it counts as one
// that does not answer. On a machine that is too busy, to be sent away from one
// process sends everybody to the others, which are as busy.
const maxSlow = 5

// readyAge is for how long that holds: so often are the documents asked, however
// often somebody wants to know.
const readyAge = time.Second

// readyz answers once every document can be searched and asked, and no longer when
// the server has begun to stop. What it only reports is how the store and the Bot API
// are: without them it answers still, and another replica would be no better off.
func (s *Server) readyz(w http.ResponseWriter, r *http.Request) {
	if s.leaving.Load() {
		writeText(w, http.StatusServiceUnavailable, "stopping")
		return
	}
	if lack := s.lacking(r.Context()); lack != "" {
		writeText(w, http.StatusServiceUnavailable, s.withState("not ready: "+lack))
		return
	}
	writeText(w, http.StatusOK, s.withState("ready"))
}

// withState adds how what the server does not depend on is.
func (s *Server) withState(first string) string {
	if s.opt.State == nil {
		return first
	}
	return strings.Join(append([]string{first}, s.opt.State()...), "\n")
}

// lacking returns the name of a document that does not answer, "" for none.
func (s *Server) lacking(ctx context.Context) string {
	c := &s.asks
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Since(c.at) < readyAge {
		return c.lack
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), readyTime)
	defer cancel()
	var err error
	c.lack, err = s.ask(ctx)
	c.slow++
	switch {
	case err == nil:
		c.once, c.slow = true, 0
	case c.once && c.slow <= maxSlow && errors.Is(err, context.DeadlineExceeded):
		s.opt.Log.WarnContext(ctx, "slow to answer", "document", c.lack, "err", err)
		c.lack = ""
	default:
		s.opt.Log.ErrorContext(ctx, "not ready", "document", c.lack, "err", err)
	}
	c.at = time.Now()
	return c.lack
}

// ask asks every document; it returns the name of one that does not answer, and why.
func (s *Server) ask(ctx context.Context) (lack string, err error) {
	for _, d := range s.opt.Library.Documents() {
		if err := (view{s, d}).ready(ctx); err != nil {
			return d.Name, errors.Join(err, ctx.Err())
		}
	}
	return "", nil
}

// ready searches the document for words of its own and asks for them, and checks
// what comes back. One of a few probes must succeed: a sentence may happen to read
// like small talk.
func (s view) ready(ctx context.Context) error {
	err := errors.New("the document has no text")
	for _, p := range probes(s.doc) {
		if err = s.probe(ctx, p); err == nil {
			return nil
		}
	}
	return err
}

func (s view) probe(ctx context.Context, words string) error {
	found, err := s.rank(ctx, s.doc.Name, words)
	if err == nil {
		err = s.check(found)
	}
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	r := s.single.Ask(ctx, chat.Message{Conversation: s.newKey(), Document: s.doc.Name, Text: words, Private: true})
	if render.Plain(r) == "" {
		return errors.New("ask: the reply is empty")
	}
	if err := s.check(r.Answer.Citations); err != nil {
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
func (s view) check(found []answer.Citation) error {
	if len(found) == 0 {
		return errors.New("the document's own words are not found")
	}
	for _, c := range found {
		if c.Span.Start < 0 || c.Span.End > len(s.doc.Text) || c.Span.Empty() || s.doc.Slice(c.Span) != c.Quote {
			return fmt.Errorf("the quote from %s is not the document's text", c.ID)
		}
	}
	return nil
}
