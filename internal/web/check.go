package web

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
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
	switch {
	case errors.Is(err, verify.ErrTooLong):
		s.problemOf(w, r, problemPage{Status: http.StatusBadRequest, Detail: unfitting(s.problemTag(r), err)})
		return
	case err != nil:
		s.problem(w, r, http.StatusBadRequest, "bodyUnreadable", err)
		return
	}
	found, unfit, ok := s.checked(w, r, q.Document, q.Text)
	switch {
	case !ok:
	case unfit != nil:
		s.problemOf(w, r, problemPage{Status: http.StatusBadRequest, Detail: unfitting(s.problemTag(r), unfit)})
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

// unfitting says why a text cannot be checked, in a language of the interface.
func unfitting(tag string, err error) string {
	if errors.Is(err, verify.ErrTooLong) {
		return words.Fill(words.In(tag).TooLongToCheck, "n", strconv.Itoa(verify.MaxText))
	}
	return words.In(tag).NothingToCheck
}

type verifyPage struct {
	frame
	Longest int    // characters
	Text    string // as it was sent
	Problem string // why it cannot be checked
	Status  verify.Status
	Verdict string     // the status in words
	Cut     bool       // verbatim, but for what may change its meaning
	Changed bool       // Sent differs from the places
	Sent    []page.Run // Text, with what the document does not have set apart
	Places  []placeView
	More    string       // how many places are not listed
	Changes []changeView // the gravest first
	Allowed string
}

// A changeView is one difference of the text from the document.
type changeView struct {
	What           string
	Text, Original string // either may be empty
	Language       string // of Original
}

// A placeView is a place that a text was found in, with what the text does not have set apart.
type placeView struct {
	Name, Href, Language string
	Runs                 []page.Run
}

// verify shows the field, and the result for the text in it.
func (s *Server) verify(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, checkBytes)
	if err := r.ParseForm(); err != nil {
		s.problem(w, r, http.StatusBadRequest, "formUnreadable")
		return
	}
	p := verifyPage{Longest: verify.MaxText, Text: strings.ReplaceAll(r.PostForm.Get("text"), "\r\n", "\n")}
	p.frame = s.frameOf(r, "")
	p.Title = p.Words.Page["checkQuote"]
	if r.Method == http.MethodPost {
		found, unfit, ok := s.checked(w, r, posted(r), p.Text)
		switch {
		case !ok:
			return
		case unfit != nil:
			p.Problem = unfitting(p.Words.Tag, unfit)
		default:
			s.fill(&p, found)
		}
	}
	s.page(w, r, "verify.html", cacheNever, p)
}

// said has the words of replies in the language of the page.
func (p *verifyPage) said() *words.Words { return words.In(p.Words.Tag) }

// posted is the name of the document that a form is about, "" for all.
func posted(r *http.Request) string {
	if name := r.PostForm.Get("document"); name != "" {
		return name
	}
	return named(r)
}

// fill puts a result into the page.
func (s *Server) fill(p *verifyPage, found verify.Result) {
	p.Status, p.Verdict = found.Status, p.said().Status(found)
	p.Cut = found.Status == verify.Verbatim && found.Misleads()
	p.Changed = found.Status == verify.Altered || found.Status == verify.Spliced
	var mine []document.Span
	theirs := make([][]document.Span, len(found.Matches))
	for _, x := range found.Differences {
		if x.Match >= 0 && x.Match < len(theirs) {
			theirs[x.Match] = append(theirs[x.Match], x.Span)
		}
		mine = append(mine, x.At)
	}
	p.Sent = page.Apart(document.Span{End: len(p.Text)}, mine, func(a document.Span) string { return p.Text[a.Start:a.End] })
	for i, m := range found.Matches {
		d, ok := s.opt.Library.Get(m.Document)
		at, known := 0, false
		if ok {
			at, known = d.ByID(m.Section)
		}
		if !known || m.Span.End > len(d.Text) || d.Slice(m.Span) != m.Quote {
			continue // the document was replaced meanwhile
		}
		p.Places = append(p.Places, placeView{Name: strings.Join(append(s.among(d, p.frame), page.Named(d, at)), " › "), Href: d.Address(at, reply.Sentences(m.Sentences)),
			Runs: page.Apart(m.Span, theirs[i], d.Plain), Language: d.Meta.Language})
	}
	s.tell(p, found)
}

// tell puts into words what the two sides do not show.
func (s *Server) tell(p *verifyPage, found verify.Result) {
	said := p.said()
	if more := found.Places - len(found.Matches); more > 0 {
		p.More = words.Fill(said.MorePlaces, "n", strconv.Itoa(more))
	}
	for _, x := range found.Differences {
		p.Changes = append(p.Changes, s.change(found, x.Match, said.Change(x.Kind, x.Concern), x.Text, x.Original))
	}
	for _, o := range found.Omitted {
		p.Changes = append(p.Changes, s.change(found, o.Match, said.Omission(o.Concern), "", o.Original))
	}
	p.Allowed = said.AllowedFor(found.Allowed)
}

// change returns the view of a difference from match n.
func (s *Server) change(found verify.Result, n int, what, sent, original string) changeView {
	c := changeView{What: what, Text: text.Line(sent), Original: text.Line(original)}
	if d, ok := s.opt.Library.Get(found.Matches[n].Document); ok {
		c.Language = d.Meta.Language
	}
	return c
}
