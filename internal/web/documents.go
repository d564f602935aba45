package web

import (
	"net/http"

	"pincite/internal/document"
)

// A view is the server as it shows one document.
type view struct {
	*Server
	doc *document.Document
}

// first is the view of the document at "/".
func (s *Server) first() view { return view{s, s.opt.Library.Default()} }

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
		d, ok := s.opt.Library.Get(name)
		if !ok {
			s.noDocument(w, r)
			return
		}
		h(view{s, d}, w, r)
	}
}

func (s *Server) noDocument(w http.ResponseWriter, r *http.Request) {
	s.problem(w, r, http.StatusNotFound, "There is no document of this name.")
}
