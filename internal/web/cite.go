package web

import (
	"html"
	"strings"

	"pincite/internal/document"
)

// citationFormats are one citation in three notations, each ready to paste.
type citationFormats struct {
	URL      string `json:"url"`
	Plain    string `json:"plain"`
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
}

// cite returns the citation of sentence n of section i with the sentence as its
// quote, or of the section without a quote when n is 0.
func (s *Server) cite(i, n int) citationFormats {
	d := s.doc
	address := s.base + sectionPath(d, i)
	quote := ""
	if n > 0 {
		address += "#" + sentenceID(n)
		quote = d.Slice(d.Sentences(i)[n-1])
	}
	place, work := placeName(d, i), workName(d)
	return citationFormats{
		URL:      address,
		Plain:    citePlain(quote, place, work, address),
		Markdown: citeMarkdown(quote, place, work, address),
		HTML:     citeHTML(quote, place, work, address),
	}
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

// workName is the document in a citation: its title, issuer and first date.
type work struct{ title, rest string }

func workName(d *document.Document) work {
	w := work{title: d.Meta.Title}
	if w.title == "" {
		w.title = d.Name
	}
	if d.Meta.Issuer != "" {
		w.rest += ", " + d.Meta.Issuer
	}
	if len(d.Meta.Dates) > 0 {
		w.rest += ", " + d.Meta.Dates[0].Day
	}
	return w
}

func citePlain(quote, place string, w work, address string) string {
	out := place + ". " + w.title + w.rest + ". " + address
	if quote != "" {
		out = "“" + quote + "” " + out
	}
	return out
}

func citeMarkdown(quote, place string, w work, address string) string {
	out := "[" + markdown(place) + "](" + address + "). *" + markdown(w.title) + "*" + markdown(w.rest) + "."
	if quote != "" {
		out = "> " + strings.ReplaceAll(markdown(quote), "\n", "\n> ") + "\n>\n> " + out
	}
	return out
}

func citeHTML(quote, place string, w work, address string) string {
	e := html.EscapeString
	out := `<a href="` + e(address) + `">` + e(place) + "</a>. <cite>" + e(w.title) + "</cite>" + e(w.rest) + "."
	if quote == "" {
		return "<p>" + out + "</p>"
	}
	return `<blockquote cite="` + e(address) + `"><p>` + e(quote) + "</p></blockquote>\n<p>" + out + "</p>"
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
