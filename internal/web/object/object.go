package object

import (
	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/web/page"
)

// A Document is a document without its text and outline.
type Document struct {
	Name         string `json:"name"`
	Title        string `json:"title"`
	ShortTitle   string `json:"short_title"` // empty where it has none
	Issuer       string `json:"issuer"`
	Language     string `json:"language"`
	Source       string `json:"source"`
	Dates        []Date `json:"dates"`
	Bytes        int    `json:"bytes"`
	Digest       string `json:"digest"` // SHA-256 of the text
	SectionCount int    `json:"section_count"`
	URL          string `json:"url"` // of its page
}

// Documents is the answer of GET /api/documents.
type Documents struct {
	Documents []Document `json:"documents"` // the default first
}

// An Outline is a document as GET /api/sections tells it.
type Outline struct {
	Document
	Sections []Section `json:"sections"`
}

// A Date is one of a document, such as that of its issue.
type Date struct {
	Name string `json:"name"`
	Day  string `json:"day"`
}

// A Section is a section without its text.
type Section struct {
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

// A Detail is a section with its text.
type Detail struct {
	Section
	Text      string     `json:"text"`
	Sentences []Sentence `json:"sentences"`
	Children  []string   `json:"children"`
	Previous  string     `json:"previous"`
	Next      string     `json:"next"`
}

// A Sentence is one of a section.
type Sentence struct {
	Number int           `json:"number"`
	Text   string        `json:"text"`
	Span   document.Span `json:"span"`
	URL    string        `json:"url"`
}

// A Search is the answer of GET /api/search.
type Search struct {
	Query string `json:"query"`
	Hits  []Hit  `json:"hits"`
}

// A Hit is a passage that was found.
type Hit struct {
	Rank int `json:"rank"`
	answer.Citation
}

// Of returns what is told of a document whose page has that address.
func Of(d *document.Document, url string) Document {
	out := Document{Name: d.Name, Title: d.Meta.Title, ShortTitle: d.Meta.ShortTitle, Issuer: d.Meta.Issuer,
		Language: d.Meta.Language, Source: d.Meta.Source, Dates: []Date{}, Bytes: len(d.Text), Digest: d.Digest(),
		SectionCount: len(d.Sections), URL: url}
	for _, t := range d.Meta.Dates {
		out.Dates = append(out.Dates, Date{t.Name, t.Day})
	}
	return out
}

// SectionOf returns what is told of section i on a server at base, without its text.
func SectionOf(d *document.Document, i int, base string) Section {
	sec := &d.Sections[i]
	whole, _ := sec.Designation.Number()
	o := Section{ID: sec.ID, Kind: sec.Kind, Number: whole, Designation: sec.Designation.Printed, Label: sec.Label, Title: d.Title(i),
		Path: d.Path(i), Span: sec.Own, URL: base + d.Address(i, reply.Sentences{})}
	if sec.Parent >= 0 {
		o.Parent = d.Sections[sec.Parent].ID
	}
	return o
}

// DetailOf returns section i with its text.
func DetailOf(d *document.Document, i int, base string) Detail {
	out := Detail{Section: SectionOf(d, i, base), Text: d.Slice(d.Sections[i].Own),
		Sentences: []Sentence{}, Children: []string{}}
	for n, t := range d.Sentences(i) {
		out.Sentences = append(out.Sentences, Sentence{n + 1, d.Slice(t), t, base + page.Sentence(d, i, n+1, t)})
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
