package web

import (
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/document"
	"pincite/internal/render"
	"pincite/internal/reply"
	"pincite/internal/web/cite"
	"pincite/internal/web/kept"
	"pincite/internal/web/page"
)

// documentObject is a document without its text and outline.
type documentObject struct {
	Name         string       `json:"name"`
	Title        string       `json:"title"`
	ShortTitle   string       `json:"short_title"` // empty where it has none
	Issuer       string       `json:"issuer"`
	Language     string       `json:"language"`
	Source       string       `json:"source"`
	Dates        []dateObject `json:"dates"`
	Bytes        int          `json:"bytes"`
	Digest       string       `json:"digest"` // SHA-256 of the text
	SectionCount int          `json:"section_count"`
	URL          string       `json:"url"` // of its page
}

// documentsObject is the answer of GET /api/documents.
type documentsObject struct {
	Documents []documentObject `json:"documents"` // the default first
}

// outlineObject is a document as GET /api/sections tells it.
type outlineObject struct {
	documentObject
	Sections []sectionObject `json:"sections"`
}

type dateObject struct {
	Name string `json:"name"`
	Day  string `json:"day"`
}

// sectionObject is a section without its text.
type sectionObject struct {
	ID          string        `json:"id"`
	Kind        string        `json:"kind"`
	Number      int           `json:"number"`      // 0 where the designation is no whole number
	Designation string        `json:"designation"` // as printed: "71B", "IV"; empty for none
	Label       string        `json:"label"`
	Title       string        `json:"title"`
	Path        []string      `json:"path"`
	Parent      string        `json:"parent"` // id; empty at the top
	Span        document.Span `json:"span"`   // own text, without the sections below
	URL         string        `json:"url"`
}

// sectionDetail is a section with its text.
type sectionDetail struct {
	sectionObject
	Text      string           `json:"text"`
	Sentences []sentenceObject `json:"sentences"`
	Children  []string         `json:"children"`
	Previous  string           `json:"previous"`
	Next      string           `json:"next"`
}

type sentenceObject struct {
	Number int           `json:"number"`
	Text   string        `json:"text"`
	Span   document.Span `json:"span"`
	URL    string        `json:"url"`
}

// searchObject is the answer of GET /api/search.
type searchObject struct {
	Query string      `json:"query"`
	Hits  []hitObject `json:"hits"`
}

type hitObject struct {
	Rank int `json:"rank"`
	answer.Citation
}

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
	if _, ok := s.opt.Library.Get(q.Get("document")); q.Has("document") && !ok {
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
	out := searchObject{Query: q.Get("q"), Hits: []hitObject{}}
	found, ok := s.found(w, r, q.Get("document"), out.Query, func() {})
	if !ok {
		return
	}
	for _, c := range found {
		if d, ok := s.citedIn(c); ok {
			c.URL = s.base + page.Fragment(d, c.Section, c.Sentences)
			out.Hits = append(out.Hits, hitObject{len(out.Hits) + 1, c})
		}
	}
	s.sendJSON(w, r, cachePrivate, out)
}

// apiDocuments lists the documents.
func (s *Server) apiDocuments(w http.ResponseWriter, r *http.Request) {
	s.sameJSON(w, r, func() any {
		out := documentsObject{Documents: []documentObject{}}
		for _, d := range s.opt.Library.Documents() {
			out.Documents = append(out.Documents, s.documentObject(d))
		}
		return out
	})
}

func (s *Server) documentObject(d *document.Document) documentObject {
	out := documentObject{Name: d.Name, Title: d.Meta.Title, ShortTitle: d.Meta.ShortTitle, Issuer: d.Meta.Issuer,
		Language: d.Meta.Language, Source: d.Meta.Source, Dates: []dateObject{}, Bytes: len(d.Text), Digest: d.Digest(),
		SectionCount: len(d.Sections), URL: s.base + s.homeOf(d)}
	for _, t := range d.Meta.Dates {
		out.Dates = append(out.Dates, dateObject{t.Name, t.Day})
	}
	return out
}

func (s view) apiSections(w http.ResponseWriter, r *http.Request) {
	s.sameJSON(w, r, func() any {
		out := outlineObject{documentObject: s.documentObject(s.doc), Sections: []sectionObject{}}
		for i := range s.doc.Sections {
			out.Sections = append(out.Sections, s.sectionObject(i))
		}
		return out
	}, s.doc.Name)
}

func (s view) sectionObject(i int) sectionObject {
	d := s.doc
	sec := &d.Sections[i]
	whole, _ := sec.Designation.Number()
	o := sectionObject{ID: sec.ID, Kind: sec.Kind, Number: whole, Designation: sec.Designation.Printed, Label: sec.Label, Title: d.Title(i),
		Path: d.Path(i), Span: sec.Own, URL: s.url(i)}
	if sec.Parent >= 0 {
		o.Parent = d.Sections[sec.Parent].ID
	}
	return o
}

func (s view) apiSection(w http.ResponseWriter, r *http.Request) {
	i, ok := s.doc.ByID(r.PathValue("id"))
	if !ok {
		s.noSection(w, r, r.PathValue("id"))
		return
	}
	s.sameJSON(w, r, func() any { return s.sectionDetail(i) }, s.doc.Name, s.doc.Sections[i].ID)
}

func (s view) sectionDetail(i int) sectionDetail {
	d := s.doc
	out := sectionDetail{sectionObject: s.sectionObject(i), Text: d.Slice(d.Sections[i].Own),
		Sentences: []sentenceObject{}, Children: []string{}}
	for n, t := range d.Sentences(i) {
		out.Sentences = append(out.Sentences, sentenceObject{n + 1, d.Slice(t), t, s.base + page.Sentence(d, i, n+1, t)})
	}
	for _, c := range d.Children(i) {
		out.Children = append(out.Children, d.Sections[c].ID)
	}
	if e := page.Beside(d, i-1); e != nil {
		out.Previous = e.ID
	}
	if e := page.Beside(d, i+1); e != nil {
		out.Next = e.ID
	}
	return out
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
	body, err := files.ReadFile("assets/openapi.json")
	if err != nil {
		panic(err) // unreachable: embedded
	}
	s.same(w, r, keyOf(route(r)), func(*http.Request) (*kept.Body, error) { return kept.Pack("application/json", body), nil })
}
