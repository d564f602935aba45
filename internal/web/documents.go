package web

import (
	"net/http"
	"net/url"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/library"
	"pincite/internal/web/page"
)

// A view is the server as it shows one document.
type view struct {
	*Server
	doc *document.Document
}

// only is the document if there is one alone.
func (s *Server) only() (*document.Document, bool) {
	docs := s.opt.Library.Documents()
	return docs[0], len(docs) == 1
}

// homeOf is the address of the page of a document: "/" where it is the only one.
func (s *Server) homeOf(d *document.Document) string {
	if _, only := s.only(); only {
		return "/"
	}
	return "/d/" + url.PathEscape(d.Name)
}

// about makes a handler of one that shows a document: the one that the path names,
// or the parameter document of the query, or the first.
func (s *Server) about(h func(view, http.ResponseWriter, *http.Request)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		d, ok := s.documentOf(r)
		if !ok {
			s.noDocument(w, r)
			return
		}
		h(view{s, d}, w, r)
	}
}

// named is the name of the document in a request, "" for none.
func named(r *http.Request) string {
	if name := r.PathValue("document"); name != "" {
		return name
	}
	return r.URL.Query().Get("document")
}

// documentOf returns the document that a request names, the first where it names none.
func (s *Server) documentOf(r *http.Request) (*document.Document, bool) {
	if name := named(r); name != "" {
		return s.opt.Library.Get(name)
	}
	return s.opt.Library.Default(), true
}

func (s *Server) noDocument(w http.ResponseWriter, r *http.Request) {
	if s.opt.Library.Left(named(r), "").Fate == library.Gone {
		s.problem(w, r, http.StatusGone, "documentGone")
		return
	}
	s.problem(w, r, http.StatusNotFound, "noDocument")
}

// noSection answers for a section that the document does not have: it says where it
// is now, if it was there once.
func (s view) noSection(w http.ResponseWriter, r *http.Request, id string) {
	p := problemPage{Status: http.StatusNotFound, Detail: s.said(r, "noSection")}
	switch t := s.opt.Library.Left(s.doc.Name, id); t.Fate {
	case library.Moved:
		to := page.EntryOf(s.doc, t.Section)
		p.Link, p.Status = &to, http.StatusGone
		p.Detail = s.said(r, "sectionMoved", to.Label)
	case library.Gone:
		p.Status, p.Detail = http.StatusGone, s.said(r, "sectionGone")
	}
	s.problemOf(w, r, p)
}

// A documentsPage lists the documents.
type documentsPage struct {
	frame
	Documents []documentItem
}

// A documentItem is one document of the list.
type documentItem struct {
	documentHead
	Href     string
	Sections int
}

// start shows the only document, or the list of those that there are.
func (s *Server) start(w http.ResponseWriter, r *http.Request) {
	if d, only := s.only(); only {
		view{s, d}.document(w, r)
		return
	}
	s.samePage(w, r, "documents.html", func(r *http.Request) any {
		p := documentsPage{frame: s.bare(r, "")}
		for _, d := range s.opt.Library.Documents() {
			p.Documents = append(p.Documents, documentItem{headOf(d), s.homeOf(d), len(d.Sections)})
		}
		return p
	})
}

// bare is the frame of a page that is about no document, or about all: the contents
// are the documents, and the chat is about all of them.
func (s *Server) bare(r *http.Request, title string) frame {
	if d, only := s.only(); only {
		return view{s, d}.frame(r, title)
	}
	f := frame{Title: title, Home: "/", Several: true, Words: s.wordsFor(r)}
	f.Document = documentHead{Short: f.Words.Page["documents"], Title: f.Words.Page["documents"], Language: f.Words.Tag}
	for _, d := range s.opt.Library.Documents() {
		f.Contents = append(f.Contents, page.Entry{Label: d.Name, Title: headOf(d).Short, Href: s.homeOf(d), Level: 2})
	}
	s.greet(r, &f)
	return f
}

// frameOf is the frame of the document that a request names, if there is one.
func (s *Server) frameOf(r *http.Request, title string) frame {
	if d, ok := s.opt.Library.Get(named(r)); ok {
		return view{s, d}.frame(r, title)
	}
	return s.bare(r, title)
}

// citedIn returns the document that a passage is from; false if its text has been
// replaced since.
func (s *Server) citedIn(c answer.Citation) (*document.Document, bool) {
	d, ok := s.opt.Library.Get(c.Document)
	return d, ok && c.Section < len(d.Sections) && c.Span.End <= len(d.Text) && d.Slice(c.Span) == c.Quote
}
