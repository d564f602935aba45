package web

import (
	"html/template"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"pincite/internal/chat"
	"pincite/internal/document"
	"pincite/internal/render"
	"pincite/internal/reply"
	"pincite/internal/web/cite"
	"pincite/internal/web/page"
	"pincite/internal/web/words"
)

// A frame is what every page has around it: the bar, the contents and the chat.
type frame struct {
	Title    string // of the page, "" for the document's own
	Document documentHead
	Home     string // address of the document as a whole
	Several  bool   // there are other documents
	Query    string // of the search box
	Words    words.Words

	Contents []page.Entry
	LeftOut  bool // the contents are not all of them
	Greeting template.HTML
	Language string // of the greeting
}

// documentHead is what pages say of the document as a whole.
type documentHead struct {
	Name, Title, Short, Issuer, Language, Source, Digest string

	Dates []document.Date
}

type documentPage struct {
	frame
	Part page.Part
}

type sectionPage struct {
	frame
	Section        page.Section
	Part           bool // the document is shown in parts
	Above          []page.Entry
	Below          []page.Entry
	BelowLeftOut   bool // Below is not all of them
	Earlier, Later int  // sentences that begin the parts before and after; 0 for none
	Previous, Next *page.Entry
	Citation       cite.Formats
}

type problemPage struct {
	frame
	Status int
	Detail string
	Link   *page.Entry // where to go instead; nil for nowhere
}

func (s view) frame(r *http.Request, title string) frame {
	_, only := s.only()
	f := frame{Title: title, Document: headOf(s.doc), Home: s.homeOf(s.doc), Several: !only, Words: s.wordsFor(r)}
	contents, all := page.Contents(s.doc)
	f.Contents, f.LeftOut = contents, !all
	s.greet(r, &f)
	return f
}

// greet puts the beginning of a conversation into a frame.
func (s *Server) greet(r *http.Request, f *frame) {
	hello := s.opt.Chat.Ask(r.Context(), chat.Message{Conversation: "web", Reading: f.Document.Name, Text: "/start", Language: f.Words.Tag, Private: true})
	f.Greeting, f.Language = render.Web(hello, s.prefix), hello.Language
}

func headOf(d *document.Document) documentHead {
	m := d.Meta
	head := documentHead{Name: d.Name, Title: m.Title, Short: m.ShortTitle, Issuer: m.Issuer, Language: m.Language,
		Source: m.Source, Digest: d.Digest(), Dates: m.Dates}
	if head.Title == "" {
		head.Title = d.Name
	}
	if head.Short == "" {
		head.Short = head.Title
	}
	return head
}

// languageCookie holds the language of the interface that somebody chose.
const languageCookie = "language"

// wordsFor returns the words of the interface: in the language that was chosen,
// else in that of the browser.
func (s *Server) wordsFor(r *http.Request) words.Words {
	if c, err := r.Cookie(languageCookie); err == nil {
		return s.words[words.Best(c.Value)]
	}
	return s.words[words.Best(r.Header.Get("Accept-Language"))]
}

// at returns the sentences of section i that the parameter s names; zero for none.
func (s view) at(r *http.Request, i int) reply.Sentences {
	at, _ := reply.ParseSentences(r.URL.Query().Get("s"))
	if _, ok := at.Span(s.doc, i); !ok {
		at[1] = at[0]
	}
	return at
}

// marking tells a page on which sentences of section i are marked from the same page
// without; "" where none are.
func (s view) marking(i int, at reply.Sentences) string {
	if at[0] == at[1] {
		return ""
	}
	return reply.PlaceOf(s.doc, i, at).String()
}

// document shows the document, or the part of it that has the section which the
// parameter at names, or its sentences that s names.
func (s view) document(w http.ResponseWriter, r *http.Request) {
	i := 0
	if at := r.URL.Query().Get("at"); at != "" {
		var ok bool
		if i, ok = s.doc.ByID(at); !ok {
			s.noSection(w, r, at)
			return
		}
	}
	marked := s.at(r, i)
	begin := page.Begin(s.doc, i, marked[0])
	s.samePage(w, r, "document.html", func(r *http.Request) any {
		p := documentPage{s.frame(r, ""), page.PartAt(s.doc, i, marked)}
		p.Part.Mark(s.doc.Sections[i].ID, marked)
		return p
	}, s.doc.Name, begin.ID, strconv.Itoa(begin.Sentence), s.marking(i, marked))
}

// whole shows a document; the only one has its page at "/".
func (s view) whole(w http.ResponseWriter, r *http.Request) {
	if _, only := s.only(); only {
		to := url.URL{Path: s.prefix + "/", RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, to.String(), http.StatusFound)
		return
	}
	s.document(w, r)
}

// section shows one section at its permanent address.
func (s view) section(w http.ResponseWriter, r *http.Request) {
	d := s.doc
	i, ok := d.ByID(r.PathValue("section"))
	if !ok {
		s.noSection(w, r, r.PathValue("section"))
		return
	}
	marked := s.at(r, i)
	begin := page.BeginAt(d, i, marked[0])
	s.samePage(w, r, "section.html", func(r *http.Request) any {
		p := s.sectionPage(r, i)
		p.Section, p.Earlier, p.Later = page.At(d, i, reply.Sentences{begin, marked[1]})
		p.Section.Level = 1
		p.Section.Mark(marked)
		return p
	}, d.Name, d.Sections[i].ID, strconv.Itoa(begin), s.marking(i, marked))
}

// sectionPage is what surrounds the text of section i.
func (s view) sectionPage(r *http.Request, i int) sectionPage {
	d := s.doc
	p := sectionPage{Citation: cite.Of(d, i, reply.Sentences{}, s.base), Part: page.InParts(d)}
	title := d.Sections[i].Label
	if t := d.Title(i); t != "" {
		title += ": " + t
	}
	p.frame = s.frame(r, title)
	for up := d.Sections[i].Parent; up >= 0; up = d.Sections[up].Parent {
		p.Above = append([]page.Entry{page.EntryOf(d, up)}, p.Above...)
	}
	below, all := page.Below(d, i)
	p.Below, p.BelowLeftOut = below, !all
	p.Previous, p.Next = page.Beside(d, i-1), page.Beside(d, i+1)
	return p
}

// source sends the text of a document as a file. It is sent from the document
// itself.
func (s view) source(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": s.doc.Name + ".txt"}))
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Cache-Control", cacheShared)
	h.Set("ETag", `"`+s.doc.Digest()+`"`)
	http.ServeContent(w, r, "", time.Time{}, strings.NewReader(s.doc.Text))
}
