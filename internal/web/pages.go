package web

import (
	"html/template"
	"net/http"
	"strings"

	"pincite/internal/chat"
	"pincite/internal/document"
	"pincite/internal/render"
	"pincite/internal/reply"
)

// maxWhole is the longest text, in bytes, that the first page shows in whole:
// about a thousand printed pages. A longer one is shown by its contents.
const maxWhole = 2 << 20

// A frame is what every page has around it.
type frame struct {
	Title    string // of the page, "" for the document's own
	Document documentHead
	Home     string // address of the document's page
	Several  bool   // there are other documents
	Query    string // of the search box
}

// documentHead is what pages say of the document as a whole.
type documentHead struct {
	Name, Title, Short, Issuer, Language, Source, Digest string
	Dates                                                []document.Date
}

type homePage struct {
	frame
	Contents []entry
	Sections []sectionView
	After    string
	Whole    bool
	Greeting template.HTML
	Language string // of the greeting
}

type sectionPage struct {
	frame
	Section        sectionView
	Above          []entry
	Below          []entry
	Previous, Next *entry
	Citation       citationFormats
}

type searchPage struct {
	frame
	Hits []hitView
}

type problemPage struct {
	frame
	Status int
	Detail string
	Link   *entry // where to go instead; nil for nowhere
}

// An entry is a link to a section.
type entry struct {
	ID, Label, Title, Href string
	Level                  int
}

// A hitView is one line of the search page.
type hitView struct {
	entry
	Above    []string // labels of the sections that hold it
	Quote    string
	Language string // of the quote
}

func (s view) frame(title string) frame {
	_, only := s.only()
	return frame{Title: title, Document: headOf(s.doc), Home: s.homeOf(s.doc), Several: !only}
}

func headOf(d *document.Document) documentHead {
	m := d.Meta
	head := documentHead{Name: d.Name, Title: m.Title, Short: m.ShortTitle, Issuer: m.Issuer,
		Language: m.Language, Source: m.Source, Digest: d.Digest(), Dates: m.Dates}
	if head.Title == "" {
		head.Title = d.Name
	}
	if head.Short == "" {
		head.Short = head.Title
	}
	return head
}

func (s view) entry(i int) entry {
	d := s.doc
	return entry{ID: d.Sections[i].ID, Label: d.Sections[i].Label, Title: d.Title(i), Href: addressOf(d, i, reply.Sentences{}), Level: level(d, i)}
}

// home shows the document beside the chat, with the greeting that a new
// conversation gets.
func (s view) home(w http.ResponseWriter, r *http.Request) {
	page := homePage{frame: s.frame(""), Whole: len(s.doc.Text) <= maxWhole}
	for i := range s.doc.Sections {
		page.Contents = append(page.Contents, s.entry(i))
	}
	if page.Whole {
		page.Sections, page.After = wholeView(s.doc)
	}
	hello := s.opt.Chat.Ask(r.Context(), chat.Message{Conversation: "web", Reading: s.doc.Name, Text: "/start", Language: language(r), Private: true})
	page.Greeting, page.Language = render.Web(hello, ""), hello.Language
	w.Header().Set("Vary", "Accept-Language")
	s.page(w, r, "home.html", cacheShared, page)
}

// whole shows a document; the only one has its page at "/".
func (s view) whole(w http.ResponseWriter, r *http.Request) {
	if _, only := s.only(); only {
		http.Redirect(w, r, "/", http.StatusFound)
		return
	}
	s.home(w, r)
}

// section shows one section at its permanent address.
func (s view) section(w http.ResponseWriter, r *http.Request) {
	d := s.doc
	i, ok := d.ByID(r.PathValue("section"))
	if !ok {
		s.noSection(w, r, r.PathValue("section"))
		return
	}
	page := sectionPage{Section: viewOf(d, i, ""), Citation: s.cite(i, reply.Sentences{})}
	page.Section.Level = 1
	title := d.Sections[i].Label
	if t := d.Title(i); t != "" {
		title += ": " + t
	}
	page.frame = s.frame(title)
	for p := d.Sections[i].Parent; p >= 0; p = d.Sections[p].Parent {
		page.Above = append([]entry{s.entry(p)}, page.Above...)
	}
	for _, c := range d.Children(i) {
		page.Below = append(page.Below, s.entry(c))
	}
	page.Previous, page.Next = s.beside(i-1), s.beside(i+1)
	s.page(w, r, "section.html", cacheShared, page)
}

// beside returns section i, or nil outside the document.
func (s view) beside(i int) *entry {
	if i < 0 || i >= len(s.doc.Sections) {
		return nil
	}
	e := s.entry(i)
	return &e
}

// failed answers for a search that failed.
func (s *Server) failed(w http.ResponseWriter, r *http.Request, err error) {
	s.opt.Log.Error("search", "route", route(r), "err", err)
	s.problem(w, r, http.StatusServiceUnavailable, "The search failed. Try again in a moment.")
}

// snippetRunes is the length of a snippet: about three lines of the page.
const snippetRunes = 280

// language returns the first tag of Accept-Language, "" for none.
func language(r *http.Request) string {
	tag, _, _ := strings.Cut(r.Header.Get("Accept-Language"), ",")
	tag, _, _ = strings.Cut(tag, ";")
	if len(tag) < 2 || len(tag) > 35 { // the longest tag that RFC 5646 advises to read
		return ""
	}
	return tag
}
