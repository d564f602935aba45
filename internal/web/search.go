package web

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/document"
	"pincite/internal/rescue"
	"pincite/internal/text"
	"pincite/internal/web/guard"
	"pincite/internal/web/page"
)

type searchPage struct {
	frame
	Hits []hitView
	More int // sections that have the words, beyond Hits
	Near []nearView
}

// A hitView is a section that has the words.
type hitView struct {
	page.Hit
	Language string // of the document
}

// A nearView is a passage that the bot would offer although it does not have
// all of the words.
type nearView struct {
	page.Entry
	Above    []string // labels of the sections that hold it
	Quote    string
	Language string // of the quote
}

const (
	maxHits      = 50  // sections on a search page
	snippetRunes = 280 // about three lines of the page
)

// search lists the sections that have the words, of one document or of all, then
// what else the bot would offer for them.
func (s *Server) search(w http.ResponseWriter, r *http.Request) {
	q, ok := s.query(w, r)
	if !ok {
		return
	}
	if _, ok := s.documentOf(r); !ok {
		s.noDocument(w, r)
		return
	}
	p := searchPage{frame: s.frameOf(r, "")}
	p.Title, p.Query = p.Words.Page["search"], q.Get("q")
	var err error
	found, ok := s.found(w, r, q.Get("document"), p.Query, func() { err = s.look(r.Context(), q.Get("document"), &p) })
	if !ok || err != nil { // who asked has gone
		return
	}
	if p.More == 0 { // else what is left out has the words
		p.Near = s.near(found, p)
	}
	s.page(w, r, "search.html", cachePrivate, p)
}

// look adds the sections that have the words.
func (s *Server) look(ctx context.Context, document string, p *searchPage) error {
	for _, d := range s.searched(document) {
		hits, all, err := page.Find(ctx, d, p.Query, maxHits-len(p.Hits))
		if err != nil {
			return err
		}
		p.More += all - len(hits)
		for _, h := range hits {
			h.Above = append(s.among(d, p.frame), h.Above...)
			p.Hits = append(p.Hits, hitView{h, d.Meta.Language})
		}
	}
	return nil
}

// searched returns the documents that a search is about.
func (s *Server) searched(name string) []*document.Document {
	if d, ok := s.opt.Library.Get(name); ok {
		return []*document.Document{d}
	}
	return s.opt.Library.Documents()
}

// among names the document of a hit, on a page about several.
func (s *Server) among(d *document.Document, f frame) []string {
	if f.Several && f.Document.Name == "" {
		return []string{headOf(d).Short}
	}
	return nil
}

// near returns what was found in sections that are not among the hits.
func (s *Server) near(found []answer.Citation, p searchPage) []nearView {
	var out []nearView
	for _, c := range found {
		d, ok := s.citedIn(c)
		if !ok {
			continue
		}
		v := nearView{Entry: page.EntryOf(d, c.Section), Quote: text.Cut(d.Plain(c.Span), snippetRunes), Language: d.Meta.Language}
		if slices.ContainsFunc(p.Hits, func(h hitView) bool { return h.Href == v.Href }) {
			continue
		}
		v.Href = page.Fragment(d, c.Section, c.Sentences)
		v.Above = s.among(d, p.frame)
		if len(c.Path) > 0 {
			v.Above = append(v.Above, c.Path[:len(c.Path)-1]...)
		}
		out = append(out, v)
	}
	return out
}

// found returns what rank does, and does what else there is to do in its turn; or
// says why it cannot and returns false.
func (s *Server) found(w http.ResponseWriter, r *http.Request, document, query string, also func()) (out []answer.Citation, ok bool) {
	var err error
	if !s.admitted(w, r, func() {
		out, err = s.rank(r.Context(), document, query)
		also()
	}) {
		return nil, false
	}
	if err != nil {
		s.failed(w, r, err)
		return nil, false
	}
	return out, true
}

// rank returns the passages of a document, or, for "", of all of them for a query,
// best first.
func (s *Server) rank(ctx context.Context, document, query string) ([]answer.Citation, error) {
	if strings.TrimSpace(query) == "" {
		return nil, nil
	}
	if s.opt.Search != nil {
		return s.opt.Search(ctx, document, query)
	}
	var out []answer.Citation
	for _, o := range s.single.Offer(ctx, chat.Message{Document: document, Text: query, Private: true}) {
		if c := o.Reply.Answer.Citations; len(c) > 0 {
			out = append(out, c[0])
		}
	}
	return out, nil
}

// failed answers for a search that failed.
func (s *Server) failed(w http.ResponseWriter, r *http.Request, err error) {
	s.opt.Log.ErrorContext(r.Context(), "search", "route", guard.Route(r), "err", err)
	if fault := (*rescue.Error)(nil); errors.As(err, &fault) {
		s.problem(w, r, http.StatusInternalServerError, "failed") // to try again would not help
		return
	}
	s.problem(w, r, http.StatusServiceUnavailable, "searchFailed")
}

// tagFor returns the language that somebody chose for the interface, or the one
// that their browser prefers, which may be another than the interface has.
func (s *Server) tagFor(r *http.Request) string {
	if _, err := r.Cookie(languageCookie); err == nil {
		return s.wordsFor(r).Tag
	}
	return language(r)
}

// language returns the first tag of Accept-Language, "" for none.
func language(r *http.Request) string {
	tag, _, _ := strings.Cut(r.Header.Get("Accept-Language"), ",")
	tag, _, _ = strings.Cut(tag, ";")
	if len(tag) < 2 || len(tag) > 35 { // the longest tag that RFC 5646 advises to read
		return ""
	}
	return tag
}
