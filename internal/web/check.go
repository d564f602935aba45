package web

import (
	"errors"
	"net/http"
	"strings"

	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/verify"
	"pincite/internal/web/page"
)

// checkBytes is enough for the longest text that can be checked, as JSON or as a
// form, in any script.
const checkBytes = 64 << 10

// apiVerify checks the text of a JSON object.
func (s *Server) apiVerify(w http.ResponseWriter, r *http.Request) {
	if !s.isJSON(w, r) {
		return
	}
	q, err := verify.ReadRequest(http.MaxBytesReader(w, r.Body, checkBytes))
	if err != nil {
		s.problem(w, r, http.StatusBadRequest, sentence(err))
		return
	}
	found, unfit, ok := s.checked(w, r, q.Document, q.Text)
	switch {
	case !ok:
	case unfit != nil:
		s.problem(w, r, http.StatusBadRequest, sentence(unfit))
	default:
		s.sendJSON(w, r, cacheNever, verify.Reply{ID: q.ID, Text: q.Text, Result: found})
	}
}

// checked checks a text against a document, or all of them for ""; unfit says why it
// is no text to be checked. Where anything else is wrong it says so and returns false.
func (s *Server) checked(w http.ResponseWriter, r *http.Request, document, text string) (found verify.Result, unfit error, ok bool) {
	c, ok := s.opt.Library.Checker(document)
	if !ok {
		s.noDocument(w, r)
		return found, nil, false
	}
	var err error
	if !s.admitted(w, r, func() { found, err = c.Check(r.Context(), text) }) {
		return found, nil, false
	}
	if err != nil && !errors.Is(err, verify.ErrEmpty) && !errors.Is(err, verify.ErrTooLong) {
		s.failed(w, r, err)
		return found, nil, false
	}
	return found, err, true
}

// sentence makes a sentence of an error.
func sentence(err error) string {
	s := err.Error()
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

type verifyPage struct {
	frame
	Longest int    // characters
	Text    string // as it was sent
	Problem string // why it cannot be checked
	Status  verify.Status
	Changed bool       // Sent differs from the places
	Sent    []page.Run // Text, with what the document does not have set apart
	Places  []placeView
	Allowed []string
}

// A placeView is where a text stands, with what the text does not have set apart.
type placeView struct {
	Name, Href, Language string
	Runs                 []page.Run
}

// verify shows the field, and the result for the text in it.
func (s *Server) verify(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, checkBytes)
	if err := r.ParseForm(); err != nil {
		s.problem(w, r, http.StatusBadRequest, "The form cannot be read, or is longer than 64 KiB.")
		return
	}
	p := verifyPage{Longest: verify.MaxText, Text: strings.ReplaceAll(r.PostForm.Get("text"), "\r\n", "\n")}
	if r.Method == http.MethodPost {
		found, unfit, ok := s.checked(w, r, posted(r), p.Text)
		switch {
		case !ok:
			return
		case unfit != nil:
			p.Problem = sentence(unfit)
		default:
			s.fill(&p, found)
		}
	}
	p.frame = s.frameOf(r, "")
	p.Title = p.Words.Page["checkQuote"]
	s.page(w, r, "verify.html", cacheNever, p)
}

// posted is the name of the document that a form is about, "" for all.
func posted(r *http.Request) string {
	if name := r.PostForm.Get("document"); name != "" {
		return name
	}
	return named(r)
}

// fill puts a result into the page.
func (s *Server) fill(p *verifyPage, found verify.Result) {
	p.Status = found.Status
	p.Changed = found.Status == verify.Altered || found.Status == verify.Spliced
	var mine []document.Span
	theirs := make([][]document.Span, len(found.Matches))
	for _, x := range found.Differences {
		if x.Match >= 0 && x.Match < len(theirs) {
			theirs[x.Match] = append(theirs[x.Match], x.Span)
		}
		mine = append(mine, x.At)
	}
	text := func(a document.Span) string { return p.Text[a.Start:a.End] }
	p.Sent = page.Apart(document.Span{End: len(p.Text)}, mine, text)
	for i, m := range found.Matches {
		d, ok := s.opt.Library.Get(m.Document)
		at, known := 0, false
		if ok {
			at, known = d.ByID(m.Section)
		}
		if !known {
			continue // the document was replaced meanwhile
		}
		p.Places = append(p.Places, placeView{Name: page.Named(d, at), Href: page.Address(d, at, reply.Sentences(m.Sentences)),
			Runs: page.Apart(m.Span, theirs[i], d.Plain), Language: d.Meta.Language})
	}
	for _, a := range found.Allowed {
		p.Allowed = append(p.Allowed, strings.ReplaceAll(string(a), "-", " "))
	}
}
