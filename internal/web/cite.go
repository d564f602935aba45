package web

import (
	"html/template"
	"strings"

	"pincite/internal/document"
	"pincite/internal/reply"
)

// citationFormats are one citation in three notations, each ready to paste.
type citationFormats struct {
	URL      string `json:"url"`
	Plain    string `json:"plain"`
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
}

// A source is what a citation says, before it is written down.
type source struct {
	Quote, Place, URL string
	Title, Rest       string // of the document: its title; its issuer and first date
}

// cite returns the citation of some sentences of section i, quoted, or of the
// section as a whole, without a quote.
func (s view) cite(i int, at reply.Sentences) citationFormats {
	d := s.doc
	c := source{Place: placeName(d, i), URL: s.base + addressOf(d, i, at), Title: d.Meta.Title}
	if span, ok := at.Span(d, i); ok {
		c.Quote = d.Plain(span)
	}
	if c.Title == "" {
		c.Title = d.Name
	}
	if d.Meta.Issuer != "" {
		c.Rest = ", " + d.Meta.Issuer
	}
	if len(d.Meta.Dates) > 0 {
		c.Rest += ", " + d.Meta.Dates[0].Day
	}
	return citationFormats{URL: c.URL, Plain: c.plain(), Markdown: c.markdown(), HTML: c.html()}
}

// placeName returns "Measure 2: Improve the theoretical learning system, Part 1".
func placeName(d *document.Document, i int) string {
	path := d.Path(i)
	name := path[len(path)-1]
	if t := d.Title(i); t != "" {
		name += ": " + t
	}
	for j := len(path) - 2; j >= 0; j-- {
		name += ", " + path[j]
	}
	return name
}

func (c source) plain() string {
	out := c.Place + ". " + c.Title + c.Rest + ". " + c.URL
	if c.Quote != "" {
		out = "“" + c.Quote + "” " + out
	}
	return out
}

func (c source) markdown() string {
	out := "[" + markdown(c.Place) + "](" + c.URL + "). *" + markdown(c.Title) + "*" + markdown(c.Rest) + "."
	if c.Quote != "" {
		out = "> " + strings.ReplaceAll(markdown(c.Quote), "\n", "\n> ") + "\n>\n> " + out
	}
	return out
}

var citeTemplate = template.Must(template.ParseFS(files, "assets/cite.html"))

func (c source) html() string {
	var b strings.Builder
	if err := citeTemplate.ExecuteTemplate(&b, "cite", c); err != nil {
		panic(err) // unreachable: strings alone, written to memory
	}
	return b.String()
}

// markdown takes the meaning from the characters that CommonMark gives one
// within a line.
func markdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_[]<>#|~&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
