package web

import (
	"context"
	"errors"
	"net/http"
	"runtime"
	"strings"

	"pincite/internal/document"
	"pincite/internal/gate"
	"pincite/internal/web/guard"
	"pincite/internal/web/kept"
)

// keptRoom bounds what is kept of pages and answers that are the same for all, in
// bytes: compressed, some 500 pages.
const keptRoom = 8 << 20

// pages and answers made at the same time, on each processor, and those that wait
// for their turn.
const (
	madeAtOnce = 2
	madeLater  = 256
)

func (s *Server) addKept() {
	s.kept = kept.NewCache[*document.Document](keptRoom)
	s.making = gate.New(madeAtOnce*runtime.GOMAXPROCS(0), madeLater)
}

// same answers with what depends on the documents alone and on what key says of the
// request. It is made once for all who ask, or not at all for who has it.
func (s *Server) same(w http.ResponseWriter, r *http.Request, key string, make func(*http.Request) (*kept.Body, error)) {
	of := s.opt.Library.Documents() // before make looks, so that what is newer than this is dropped
	w.Header().Set("Cache-Control", cacheShared)
	if tag, ok := s.kept.Tag(of, key); ok && kept.Current(w, r, tag) {
		return
	}
	b, err := s.kept.Body(of, key, func() (*kept.Body, error) {
		r := r.WithContext(context.WithoutCancel(r.Context())) // others wait for it, too, and may stay longer
		leave, err := s.making.Enter(r.Context(), s.caller(r), queueTime)
		if err != nil {
			return nil, err
		}
		defer leave()
		return make(r)
	})
	switch {
	case errors.Is(err, gate.ErrBusy):
		s.busy(w, r)
	case err != nil:
		s.opt.Log.ErrorContext(r.Context(), "make answer", "route", guard.Route(r), "err", err)
		s.problem(w, r, http.StatusInternalServerError, "failed")
	default:
		b.ServeHTTP(w, r)
	}
}

// samePage is same for a page, in the language of who asks. about are the values
// that tell it from the other pages of its template.
func (s *Server) samePage(w http.ResponseWriter, r *http.Request, name string, data func(*http.Request) any, about ...string) {
	w.Header().Set("Vary", "Accept-Language, Cookie")
	key := keyOf(append([]string{name, s.wordsFor(r).Tag}, about...)...)
	s.same(w, r, key, func(r *http.Request) (*kept.Body, error) { return s.render(name, data(r)) })
}

// sameJSON is same for an answer of the API. about are the values that tell it from
// the other answers of its route.
func (s *Server) sameJSON(w http.ResponseWriter, r *http.Request, data func() any, about ...string) {
	key := keyOf(append([]string{guard.Route(r)}, about...)...)
	s.same(w, r, key, func(*http.Request) (*kept.Body, error) { return encoded(data()) })
}

// keyOf joins values that have no zero byte: they name what there is.
func keyOf(parts ...string) string { return strings.Join(parts, "\x00") }

// busy answers that it is too much at the same time.
func (s *Server) busy(w http.ResponseWriter, r *http.Request) {
	retryAfter(w, queueTime)
	s.problem(w, r, http.StatusServiceUnavailable, "busy")
}
