package web

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/text"
	"pincite/internal/web/page"
)

type searchPage struct {
	frame
	Hits []page.Hit
	More int // sections that have the words, beyond Hits
	Near []nearView
}

// A nearView is a passage that the bot would offer although it does not have
// all of the words.
type nearView struct {
	page.Entry
	Above []string // labels of the sections that hold it
	Quote string
}

const (
	maxHits      = 50  // sections of one search page
	snippetRunes = 280 // about three lines of the page
)

// search lists the sections that have the words, then what else the bot would
// offer for them.
func (s view) search(w http.ResponseWriter, r *http.Request) {
	q, ok := s.query(w, r)
	if !ok {
		return
	}
	p := searchPage{}
	query := q.Get("q")
	hits, all := page.Find(s.doc, query, maxHits)
	found, err := s.rank(r.Context(), query)
	if err != nil {
		s.failed(w, r, err)
		return
	}
	p.Hits, p.More, p.Near = hits, all-len(hits), s.near(found, hits)
	if p.More > 0 {
		p.Near = nil // what is left out has the words
	}
	p.frame = s.frame(r, "Search")
	p.Title, p.Query = p.Words.Page["search"], query
	s.page(w, r, "search.html", cachePrivate, p)
}

// near returns what was found in sections that are not among the hits.
func (s view) near(found []answer.Citation, hits []page.Hit) []nearView {
	var out []nearView
	for _, c := range found {
		if slices.ContainsFunc(hits, func(h page.Hit) bool { return h.Section == c.Section }) {
			continue
		}
		v := nearView{Entry: page.EntryOf(s.doc, c.Section), Quote: text.Cut(s.doc.Plain(c.Span), snippetRunes)}
		v.Href = page.Fragment(s.doc, c.Section, c.Sentences)
		if len(c.Path) > 0 {
			v.Above = c.Path[:len(c.Path)-1]
		}
		out = append(out, v)
	}
	return out
}

// rank returns the passages for a query, best first.
func (s view) rank(ctx context.Context, query string) ([]answer.Citation, error) {
	if strings.TrimSpace(query) == "" {
		return nil, nil
	}
	if s.opt.Search != nil {
		return s.opt.Search(ctx, s.doc.Name, query)
	}
	var out []answer.Citation
	for _, o := range s.single.Offer(ctx, chat.Message{Document: s.doc.Name, Text: query, Private: true}) {
		if c := o.Reply.Answer.Citations; len(c) > 0 {
			out = append(out, c[0])
		}
	}
	return out, nil
}

// failed answers for a search that failed.
func (s *Server) failed(w http.ResponseWriter, r *http.Request, err error) {
	s.opt.Log.Error("search", "route", route(r), "err", err)
	s.problem(w, r, http.StatusServiceUnavailable, "The search failed. Try again in a moment.")
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
