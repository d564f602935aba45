package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"pincite/internal/web/guard"
	"pincite/internal/web/kept"
	"pincite/internal/web/words"
)

// How an answer may be kept. What depends on the document alone may be kept by
// anyone who asks again whether it is current; a question is nobody else's.
const (
	cacheShared  = "public, no-cache"
	cachePrivate = "private, no-cache"
	cacheForever = "public, max-age=31536000, immutable" // the address changes with the content
	cacheNever   = "no-store"
)

// problemDetails is the body of an error: RFC 9457.
type problemDetails struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`
}

// problem answers with an error: a page for those who read pages, else
// application/problem+json, in the language that is asked for. key names the words,
// value is what is put into them.
func (s *Server) problem(w http.ResponseWriter, r *http.Request, status int, key string, value ...any) {
	s.problemOf(w, r, problemPage{Status: status, Detail: s.said(r, key, value...)})
}

// said returns what is said of a problem.
func (s *Server) said(r *http.Request, key string, value ...any) string {
	out := s.words[s.problemTag(r)].Problem[key]
	for _, v := range value {
		out = words.Say(out, v)
	}
	return out
}

// problemTag is the language for who asks; a program has no language chosen here.
func (s *Server) problemTag(r *http.Request) string {
	if forPrograms(r) {
		return words.Best(r.Header.Get("Accept-Language"))
	}
	return s.wordsFor(r).Tag
}

func forPrograms(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, "/api/") }

// problemOf is problem for a page that may lead somewhere.
func (s *Server) problemOf(w http.ResponseWriter, r *http.Request, p problemPage) {
	w.Header().Set("Cache-Control", cacheNever)
	w.Header().Set("Content-Language", s.problemTag(r))
	if !forPrograms(r) && strings.Contains(strings.ToLower(r.Header.Get("Accept")), "text/html") {
		s.problemPage(w, r, p)
		return
	}
	if p.Link != nil {
		p.Detail += " " + s.said(r, "see", s.prefix+p.Link.Href)
	}
	body, err := json.Marshal(problemDetails{"about:blank", http.StatusText(p.Status), p.Status, p.Detail})
	if err != nil {
		panic(err) // unreachable: four plain fields
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	w.Write(append(body, '\n')) // an error means that the peer has gone
}

func (s *Server) problemPage(w http.ResponseWriter, r *http.Request, p problemPage) {
	var b bytes.Buffer
	p.frame = s.problemFrame(r, p.Status)
	if err := s.assets.Pages["problem.html"].ExecuteTemplate(&b, "layout", p); err != nil {
		s.opt.Log.ErrorContext(r.Context(), "render page", "page", "problem.html", "err", err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(p.Status)
	w.Write(b.Bytes()) // an error means that the peer has gone
}

// problemFrame is the frame of a page that says what is wrong. Where it is that too
// much is asked, the page must not cost more than what it refuses: it has neither
// contents nor a greeting.
func (s *Server) problemFrame(r *http.Request, status int) frame {
	title := http.StatusText(status)
	if status != http.StatusTooManyRequests && status != http.StatusServiceUnavailable && status != http.StatusMisdirectedRequest {
		return s.frameOf(r, title)
	}
	f := frame{Title: title, Home: "/", Words: s.wordsFor(r)}
	f.Document = documentHead{Short: f.Words.Page["documents"], Title: f.Words.Page["documents"], Language: f.Words.Tag}
	return f
}

// query returns the parameters of r, or answers that they cannot be read.
func (s *Server) query(w http.ResponseWriter, r *http.Request) (url.Values, bool) {
	q, err := url.ParseQuery(r.URL.RawQuery)
	if err == nil {
		return q, true
	}
	var at url.EscapeError
	if errors.As(err, &at) {
		s.problem(w, r, http.StatusBadRequest, "badEscape", strconv.Quote(string(at)))
	} else {
		s.problem(w, r, http.StatusBadRequest, "badSemicolon")
	}
	return nil, false
}

// notFound answers for addresses that nothing else matches; ServeMux sends it
// wrong methods too.
func (s *Server) notFound(w http.ResponseWriter, r *http.Request) {
	if allow := s.allowed(r); allow != "" {
		w.Header().Set("Allow", allow)
		if r.Method == http.MethodOptions {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		s.problem(w, r, http.StatusMethodNotAllowed, "allows", allow)
		return
	}
	s.missing(w, r)
}

func (s *Server) missing(w http.ResponseWriter, r *http.Request) {
	s.problem(w, r, http.StatusNotFound, "nothingHere")
}

// allowed returns the methods that r's path takes, "" for none.
func (s *Server) allowed(r *http.Request) string {
	var out []string
	for _, m := range []string{http.MethodGet, http.MethodPost} {
		q := &http.Request{Method: m, URL: r.URL, Host: r.Host}
		if _, pattern := s.mux.Handler(q); pattern != "/" && pattern != "" {
			out = append(out, m)
		}
	}
	return strings.Join(out, ", ")
}

// render makes a page.
func (s *Server) render(name string, data any) (*kept.Body, error) {
	var b bytes.Buffer
	if err := s.assets.Pages[name].ExecuteTemplate(&b, "layout", data); err != nil {
		return nil, fmt.Errorf("render %s: %w", name, err)
	}
	return kept.Pack("text/html; charset=utf-8", b.Bytes()), nil
}

// page renders a template for the one who asked and sends it with an ETag.
func (s *Server) page(w http.ResponseWriter, r *http.Request, name, cache string, data any) {
	b, err := s.render(name, data)
	if err != nil {
		s.opt.Log.ErrorContext(r.Context(), "make page", "err", err)
		s.problem(w, r, http.StatusInternalServerError, "failed")
		return
	}
	w.Header().Set("Vary", "Accept-Language, Cookie")
	w.Header().Set("Cache-Control", cache)
	b.ServeHTTP(w, r)
}

// encoded makes the body of an answer of the API.
func encoded(v any) (*kept.Body, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // sent as JSON with nosniff; escapes would only make quotes hard to read
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("encode answer: %w", err)
	}
	return kept.Pack("application/json", b.Bytes()), nil
}

// sendJSON sends v, for the one who asked, with an ETag.
func (s *Server) sendJSON(w http.ResponseWriter, r *http.Request, cache string, v any) {
	b, err := encoded(v)
	if err != nil {
		s.opt.Log.ErrorContext(r.Context(), "make answer", "route", guard.Route(r), "err", err)
		s.problem(w, r, http.StatusInternalServerError, "failed")
		return
	}
	w.Header().Set("Cache-Control", cache)
	b.ServeHTTP(w, r)
}

// asset sends a file that pages load.
func (s *Server) asset(w http.ResponseWriter, r *http.Request) {
	a, ok := s.assets.Body(r.PathValue("file"))
	if !ok {
		s.missing(w, r)
		return
	}
	w.Header().Set("Cache-Control", cacheForever)
	a.ServeHTTP(w, r)
}

// sendWidget sends the script, where there is a site that may have it.
func (s *Server) sendWidget(w http.ResponseWriter, r *http.Request) {
	if len(s.opt.Origins) == 0 {
		s.problem(w, r, http.StatusNotFound, "noWidget")
		return
	}
	w.Header().Set("Cache-Control", cacheShared)
	w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin") // it holds nothing of this site
	s.assets.Widget.ServeHTTP(w, r)
}
