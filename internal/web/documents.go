package web

import (
	"net/http"

	"pincite/internal/chat"
	"pincite/internal/document"
)

// Documents are the documents that a server shows. They may change while it runs:
// a handler asks once, and shows what it got.
type Documents interface {
	// Documents returns all of them, at least one; the first is shown at "/".
	Documents() []*document.Document
	// Get returns the document of a name.
	Get(name string) (*document.Document, bool)
}

// answered are the documents of an Answerer: the one that it answers from.
type answered struct{ chat.Answerer }

func (a answered) Documents() []*document.Document { return []*document.Document{a.Document()} }

func (a answered) Get(name string) (*document.Document, bool) {
	d := a.Document()
	return d, d.Name == name
}

// A view is the server as it shows one document.
type view struct {
	*Server
	doc *document.Document
}

// first is the view of the document at "/".
func (s *Server) first() view { return view{s, s.opt.Documents.Documents()[0]} }

// about makes a handler of one that shows a document: the one that the path names,
// or the parameter document of the query, or the first.
func (s *Server) about(h func(view, http.ResponseWriter, *http.Request)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name := r.PathValue("document")
		if name == "" {
			name = r.URL.Query().Get("document")
		}
		if name == "" {
			h(s.first(), w, r)
			return
		}
		d, ok := s.opt.Documents.Get(name)
		if !ok {
			s.problem(w, r, http.StatusNotFound, "There is no document of this name.")
			return
		}
		h(view{s, d}, w, r)
	}
}
