package web

import (
	"context"
	"fmt"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"pincite/internal/listen"
	"pincite/internal/request"
)

// policy lets a page use files of its own host and nothing else: no inline
// script or style, no frames, no other host. Who may frame it follows.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors "

// wrap puts around every request, from the outside in: counting and recovery,
// headers, the check that the server is meant, and the check that a write comes from
// this very page.
func (s *Server) wrap(next http.Handler) (http.Handler, error) {
	same := http.NewCrossOriginProtection()
	if err := same.AddTrustedOrigin(s.origin()); err != nil {
		return nil, fmt.Errorf("public address %s: %w", s.base, err)
	}
	same.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.problem(w, r, http.StatusForbidden, "crossSite")
	}))
	same.AddInsecureBypassPattern("/api/") // nothing there changes anything or reads a cookie
	return s.below(s.observe(s.headers(s.named(s.shared(same.Handler(next)))))), nil
}

// named refuses requests that call the server by a name that is not its own: they
// may come from a page of another site that took this server's address.
func (s *Server) named(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.opt.Hosts.Has(r.Host) {
			next.ServeHTTP(w, r)
			return
		}
		s.problem(w, r, http.StatusMisdirectedRequest, "otherName")
	})
}

// shared tells browsers which other sites may call the API, and repeats its
// version.
func (s *Server) shared(next http.Handler) http.Handler {
	all := slices.Contains(s.opt.Origins, "*")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, "/api/") {
			next.ServeHTTP(w, r)
			return
		}
		h, from := w.Header(), r.Header.Get("Origin")
		h.Set("Pincite-Version", apiVersion)
		if len(s.opt.Origins) > 0 {
			h.Add("Vary", "Origin")
		}
		if from != "" && (all || slices.Contains(s.opt.Origins, from)) {
			h.Set("Access-Control-Allow-Origin", from)
			h.Set("Access-Control-Expose-Headers", "ETag, Pincite-Version, Retry-After")
			h.Set("Cross-Origin-Resource-Policy", "cross-origin")
			if r.Method == http.MethodOptions {
				h.Set("Access-Control-Allow-Methods", "GET, POST")
				h.Set("Access-Control-Allow-Headers", "Content-Type")
				h.Set("Access-Control-Max-Age", "86400")
			}
		}
		next.ServeHTTP(w, r)
	})
}

func (s *Server) headers(next http.Handler) http.Handler {
	policy := policy + s.framers()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer") // an address may hold a question
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		next.ServeHTTP(w, r)
	})
}

// A recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	status int
}

// WriteHeader implements http.ResponseWriter.
func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	return r.ResponseWriter.Write(b)
}

// Unwrap is for http.ResponseController.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// answerTime is how long an answer may take: what comes later than the response may be
// written reaches nobody, and a model that is late is done without.
const answerTime = listen.WriteTime - 2*time.Second

// observe counts and times each request by its route, gives it a time to end in and turns
// a panic into an answer. Addresses are not logged: they may hold a question.
func (s *Server) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		name := s.nameOf(r)
		w.Header().Set(request.Header, name)
		ctx, cancel := context.WithTimeout(request.With(s.opt.Metrics.Into(r.Context()), name), answerTime)
		defer cancel()
		r = r.WithContext(ctx)
		rec := &recorder{ResponseWriter: w}
		defer func() {
			if v := recover(); v != nil {
				s.recovered(rec, r, v)
			}
			if rec.status == 0 {
				rec.status = http.StatusOK // nothing was written, which is a 200
			}
			took := time.Since(start)
			s.opt.Metrics.HTTPRequest(route(r), rec.status, took)
			s.opt.Log.DebugContext(r.Context(), "request", "route", route(r), "status", rec.status, "took", took)
		}()
		next.ServeHTTP(rec, r)
	})
}

// nameOf returns what a request is called in logs: a new name, or the one that a
// trusted proxy has given it.
func (s *Server) nameOf(r *http.Request) string {
	given := r.Header.Get(request.Header)
	if request.Valid(given) && s.opt.Proxies.Passed(r) {
		return given
	}
	return request.New()
}

func (s *Server) recovered(rec *recorder, r *http.Request, v any) {
	if v == http.ErrAbortHandler {
		panic(v)
	}
	s.opt.Metrics.PanicRecovered()
	s.opt.Log.ErrorContext(r.Context(), "a request panicked", "route", route(r), "panic", v, "stack", string(debug.Stack()))
	if rec.status == 0 {
		s.problem(rec, r, http.StatusInternalServerError, "failed")
	}
}

// route returns the pattern that r matched, which bounds the values of a
// metric's label.
func route(r *http.Request) string {
	if r.Pattern == "" {
		return "none"
	}
	return r.Pattern
}
