package cite

import (
	"embed"
	"html/template"
	"strings"

	"pincite/internal/document"
	"pincite/internal/reply"
)

//go:embed cite.html
var files embed.FS

// Formats are one citation in four notations, each ready to paste.
type Formats struct {
	URL      string `json:"url"`
	Plain    string `json:"plain"`
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
	BibTeX   string `json:"bibtex"`
}

// A source is what a citation says, before it is written down.
type source struct {
	Quote, Place, URL string
	Title, Rest       string // of the document: its title; its issuer and first date
	Issuer, Day, Key  string
}

// Of returns the citation of some sentences of section i, quoted, or of the
// section as a whole, without a quote. base is the address of the reader.
func Of(d *document.Document, i int, at reply.Sentences, base string) Formats {
	place := reply.PlaceOf(d, i, at)
	c := source{Place: placeName(d, i), URL: base + place.Address(), Title: d.Meta.Title, Issuer: d.Meta.Issuer, Key: d.Name + ":" + place.String()}
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
		c.Day = d.Meta.Dates[0].Day
		c.Rest += ", " + c.Day
	}
	return Formats{URL: c.URL, Plain: c.plain(), Markdown: c.markdown(), HTML: c.html(), BibTeX: c.bibtex()}
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

var citeTemplate = template.Must(template.ParseFS(files, "cite.html"))

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

// bibtex is an entry that BibTeX and BibLaTeX read. The quote is its note.
func (c source) bibtex() string {
	var b strings.Builder
	b.WriteString("@misc{" + key(c.Key))
	field := func(name, value string) {
		if value != "" {
			b.WriteString(",\n  " + name + " = {" + value + "}")
		}
	}
	field("title", "{"+tex(c.Title)+"}")
	if c.Issuer != "" {
		field("author", "{"+tex(c.Issuer)+"}")
	}
	if len(c.Day) >= 4 {
		field("year", c.Day[:4])
		field("date", c.Day)
	}
	field("howpublished", tex(c.Place))
	field("url", c.URL)
	field("note", tex(c.Quote))
	b.WriteString("\n}")
	return b.String()
}

// key leaves out of a key what BibTeX gives a meaning to.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || strings.ContainsRune(`,{}()="#%\~'`, r) {
			return '-'
		}
		return r
	}, s)
}

// texReplacer takes the meaning from the characters that TeX gives one.
var texReplacer = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "_", `\_`,
	"%", `\%`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

func tex(s string) string { return texReplacer.Replace(document.OneLine(s)) }
