package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

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
// application/problem+json.
func (s *Server) problem(w http.ResponseWriter, r *http.Request, status int, detail string) {
	s.problemOf(w, r, problemPage{Status: status, Detail: detail})
}

// problemOf is problem for a page that may lead somewhere.
func (s *Server) problemOf(w http.ResponseWriter, r *http.Request, p problemPage) {
	w.Header().Set("Cache-Control", cacheNever)
	if !strings.HasPrefix(r.URL.Path, "/api/") && strings.Contains(strings.ToLower(r.Header.Get("Accept")), "text/html") {
		s.problemPage(w, r, p)
		return
	}
	if p.Link != nil {
		p.Detail += " See " + p.Link.Href + "."
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
	p.frame = s.frameOf(r, http.StatusText(p.Status))
	if err := s.pages["problem.html"].ExecuteTemplate(&b, "layout", p); err != nil {
		s.opt.Log.ErrorContext(r.Context(), "render page", "page", "problem.html", "err", err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(p.Status)
	w.Write(b.Bytes()) // an error means that the peer has gone
}

// query returns the parameters of r, or answers that they cannot be read.
func (s *Server) query(w http.ResponseWriter, r *http.Request) (url.Values, bool) {
	q, err := url.ParseQuery(r.URL.RawQuery)
	if err == nil {
		return q, true
	}
	detail := `The query is badly escaped: ";" is written %3B.`
	var at url.EscapeError
	if errors.As(err, &at) {
		detail = "The query is badly escaped: " + strconv.Quote(string(at)) + " is no character; a percent sign is written %25."
	}
	s.problem(w, r, http.StatusBadRequest, detail)
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
		s.problem(w, r, http.StatusMethodNotAllowed, "This address takes "+allow+".")
		return
	}
	s.missing(w, r)
}

func (s *Server) missing(w http.ResponseWriter, r *http.Request) {
	s.problem(w, r, http.StatusNotFound, "There is nothing at this address.")
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

// page renders a template and sends it with an ETag.
func (s *Server) page(w http.ResponseWriter, r *http.Request, name, cache string, data any) {
	var b bytes.Buffer
	if err := s.pages[name].ExecuteTemplate(&b, "layout", data); err != nil {
		s.opt.Log.ErrorContext(r.Context(), "render page", "page", name, "err", err)
		s.problem(w, r, http.StatusInternalServerError, "The page could not be made.")
		return
	}
	w.Header().Set("Vary", "Accept-Language, Cookie")
	s.send(w, r, "text/html; charset=utf-8", cache, b.Bytes())
}

// sendJSON sends v with an ETag.
func (s *Server) sendJSON(w http.ResponseWriter, r *http.Request, cache string, v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // sent as JSON with nosniff; escapes would only make quotes hard to read
	if err := e.Encode(v); err != nil {
		s.opt.Log.ErrorContext(r.Context(), "encode answer", "route", route(r), "err", err)
		s.problem(w, r, http.StatusInternalServerError, "The answer could not be encoded.")
		return
	}
	s.send(w, r, "application/json", cache, b.Bytes())
}

// send answers a GET, or says that what the client has is current. The ETag is the
// beginning of the body's digest.
func (s *Server) send(w http.ResponseWriter, r *http.Request, kind, cache string, body []byte) {
	sum := sha256.Sum256(body)
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", cache)
	h.Set("ETag", `"`+hex.EncodeToString(sum[:12])+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

func writeText(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", cacheNever)
	w.WriteHeader(status)
	w.Write([]byte(text + "\n")) // an error means that the peer has gone
}

// loadPages parses each page together with the layout around it.
func (s *Server) loadPages() error {
	var err error
	if s.words, err = words.Load(); err != nil {
		return err
	}
	s.pages = make(map[string]*template.Template)
	for _, name := range []string{"shelf.html", "document.html", "section.html", "search.html", "problem.html", "verify.html", "api.html"} {
		t := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{"asset": s.assetPath, "say": worded})
		if _, err := t.ParseFS(files, "assets/layout.html", "assets/frame.html", "assets/"+name); err != nil {
			return err
		}
		s.pages[name] = t
	}
	return nil
}

// worded puts a value into the words of the interface.
func worded(words string, value any) string {
	return strings.Replace(words, "{}", fmt.Sprint(value), 1)
}
