package web

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"pincite/internal/chat"
	"pincite/internal/render"
	"pincite/internal/reply"
	"pincite/internal/web/assets"
	"pincite/internal/web/cite"
	"pincite/internal/web/guard"
	"pincite/internal/web/kept"
	"pincite/internal/web/object"
	"pincite/internal/web/page"
)

// apiAsk answers one question; context is the message before it, if any. Each
// is a conversation of its own, in a Chat that keeps one: nothing that one
// program asks bears upon what another is told, or is recorded. Nor does its
// Accept-Language: the same question gets the same answer.
func (s *Server) apiAsk(w http.ResponseWriter, r *http.Request) {
	q, ok := s.query(w, r)
	if !ok {
		return
	}
	if !q.Has("q") {
		s.problem(w, r, http.StatusBadRequest, "questionMissing")
		return
	}
	if _, ok := s.documentOf(r); !ok {
		s.noDocument(w, r)
		return
	}
	answered, ok := s.answered(w, r, func() reply.Reply {
		return s.single.Ask(r.Context(), chat.Message{Conversation: s.newKey(), Document: q.Get("document"), Text: q.Get("q"),
			Caller: s.caller(r), ReplyTo: q.Get("context"), Private: true})
	})
	if ok {
		s.sendJSON(w, r, cachePrivate, render.JSON("", q.Get("q"), answered))
	}
}

// answered returns what ask answers, or says why it cannot and returns false.
func (s *Server) answered(w http.ResponseWriter, r *http.Request, ask func() reply.Reply) (out reply.Reply, ok bool) {
	start := time.Now()
	if !s.admitted(w, r, func() { out = ask() }) {
		return out, false
	}
	if out.Err != nil {
		s.failed(w, r, out.Err)
		return out, false
	}
	s.opt.Metrics.Answered(out.Source(), string(out.Answer.Kind), out.Answer.Confidence, time.Since(start))
	return out, true
}

// askRequest is the body of POST /api/ask.
type askRequest struct {
	ID       string   `json:"id"`       // repeated in the answer
	Question string   `json:"question"` // required
	Document string   `json:"document"` // name; empty for all
	Turns    []string `json:"turns"`    // the messages before it in the same conversation, oldest first
}

// maxTurns is how many earlier messages bear on a question.
const maxTurns = 6

// apiAskTurns answers one question after the messages before it, in a
// conversation that nobody else has and that ends with it.
func (s *Server) apiAskTurns(w http.ResponseWriter, r *http.Request) {
	var in askRequest
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, bodyBytes))
	if !s.decoded(w, r, d, &in, "question, id, document, turns") {
		return
	}
	_, known := s.opt.Library.Get(in.Document)
	switch {
	case in.Question == "":
		s.problem(w, r, http.StatusBadRequest, "questionKeyMissing")
	case len(in.Turns) > maxTurns:
		s.problem(w, r, http.StatusBadRequest, "tooManyTurns", maxTurns)
	case in.Document != "" && !known:
		s.noDocument(w, r)
	default:
		s.answerTurns(w, r, in)
	}
}

func (s *Server) answerTurns(w http.ResponseWriter, r *http.Request, in askRequest) {
	own := chat.New(chat.Options{Library: s.opt.Library, Log: s.opt.Log, Conversations: 1, Turns: maxTurns})
	m := chat.Message{Conversation: "api", Document: in.Document, Caller: s.caller(r), Private: true}
	answered, ok := s.answered(w, r, func() (last reply.Reply) {
		for _, turn := range append(in.Turns, in.Question) {
			m.Text = turn
			last = own.Ask(r.Context(), m)
		}
		return last
	})
	if ok {
		s.sendJSON(w, r, cacheNever, render.JSON(in.ID, in.Question, answered))
	}
}

// isJSON reports whether the body of r says that it is JSON, or answers that it must.
func (s *Server) isJSON(w http.ResponseWriter, r *http.Request) bool {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err == nil && kind == "application/json" {
		return true
	}
	s.problem(w, r, http.StatusUnsupportedMediaType, "wantsJSON")
	return false
}

// decoded reads the body of r by d, which takes bodyBytes of it, into v, or answers
// what is wrong with it: keys are what it may have.
func (s *Server) decoded(w http.ResponseWriter, r *http.Request, d *json.Decoder, v any, keys string) bool {
	if !s.isJSON(w, r) {
		return false
	}
	err := d.Decode(v)
	if err == nil {
		if _, more := d.Token(); more != io.EOF { // what stands behind the object
			err = cmp.Or(more, errors.New("more than one object"))
		}
	}
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		s.problem(w, r, http.StatusRequestEntityTooLarge, "bodyTooLarge", bodyBytes>>10)
	case err != nil:
		s.problem(w, r, http.StatusBadRequest, "bodyKeys", keys)
	}
	return err == nil
}

// newKey returns the key of a conversation of one question.
func (s *Server) newKey() string { return strconv.FormatUint(s.asked.Add(1), 16) }

func (s *Server) apiSearch(w http.ResponseWriter, r *http.Request) {
	q, ok := s.query(w, r)
	if !ok {
		return
	}
	if strings.TrimSpace(q.Get("q")) == "" {
		s.problem(w, r, http.StatusBadRequest, "queryMissing")
		return
	}
	if _, ok := s.documentOf(r); !ok {
		s.noDocument(w, r)
		return
	}
	out := object.Search{Query: q.Get("q"), Hits: []object.Hit{}}
	found, ok := s.found(w, r, q.Get("document"), out.Query, func() {})
	if !ok {
		return
	}
	for _, c := range found {
		if d, ok := s.citedIn(c); ok {
			c.URL = s.base + page.Fragment(d, c.Section, c.Sentences)
			out.Hits = append(out.Hits, object.Hit{Rank: len(out.Hits) + 1, Citation: c})
		}
	}
	s.sendJSON(w, r, cachePrivate, out)
}

// apiDocuments lists the documents.
func (s *Server) apiDocuments(w http.ResponseWriter, r *http.Request) {
	s.sameJSON(w, r, func() any {
		out := object.Documents{Documents: []object.Document{}}
		for _, d := range s.opt.Library.Documents() {
			out.Documents = append(out.Documents, object.Of(d, s.base+s.homeOf(d)))
		}
		return out
	})
}

func (s view) apiSections(w http.ResponseWriter, r *http.Request) {
	s.sameJSON(w, r, func() any {
		out := object.Outline{Document: object.Of(s.doc, s.base+s.homeOf(s.doc)), Sections: []object.Section{}}
		for i := range s.doc.Sections {
			out.Sections = append(out.Sections, object.SectionOf(s.doc, i, s.base))
		}
		return out
	}, s.doc.Name)
}

func (s view) apiSection(w http.ResponseWriter, r *http.Request) {
	i, ok := s.doc.ByID(r.PathValue("id"))
	if !ok {
		s.noSection(w, r, r.PathValue("id"))
		return
	}
	s.sameJSON(w, r, func() any { return object.DetailOf(s.doc, i, s.base) }, s.doc.Name, s.doc.Sections[i].ID)
}

// maxCited is how many sentences are quoted in one citation, in each notation.
const maxCited = 100

// apiCitation cites a section, or the sentences that the query names.
func (s view) apiCitation(w http.ResponseWriter, r *http.Request) {
	i, ok := s.doc.ByID(r.PathValue("id"))
	if !ok {
		s.noSection(w, r, r.PathValue("id"))
		return
	}
	q, ok := s.query(w, r)
	if !ok {
		return
	}
	var at reply.Sentences
	if q.Has("sentence") {
		at, ok = reply.ParseSentences(q.Get("sentence"))
		if _, there := at.Span(s.doc, i); !ok || !there {
			s.problem(w, r, http.StatusBadRequest, "sentenceRange", len(s.doc.Sentences(i)))
			return
		}
		if at[1]-at[0] >= maxCited {
			s.problem(w, r, http.StatusBadRequest, "sentenceMost", maxCited)
			return
		}
	}
	s.sendJSON(w, r, cacheShared, cite.Of(s.doc, i, at, s.base))
}

// apiDescription sends the OpenAPI description of these handlers.
func (s *Server) apiDescription(w http.ResponseWriter, r *http.Request) {
	s.same(w, r, keyOf(guard.Route(r)), func(*http.Request) (*kept.Body, error) { return kept.Pack("application/json", assets.OpenAPI), nil })
}
