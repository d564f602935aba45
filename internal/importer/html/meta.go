package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

// meta returns what the page says of itself.
func (p *page) meta() document.Meta {
	m := document.Meta{Title: p.titleElement()}
	for n := range p.root.Descendants() {
		switch n.DataAtom {
		case atom.Html, atom.Body:
			if lang := attr(n, "lang"); lang != "" && m.Language == "" {
				m.Language = tag(lang)
			}
		case atom.Meta:
			setting(&m, n)
		case atom.Link:
			if attr(n, "rel") == "canonical" && strings.HasPrefix(attr(n, "href"), "http") {
				m.Source = attr(n, "href")
			}
		}
	}
	if title := p.heading(); title != "" && strings.Contains(m.Title, title) {
		m.Title = title // without the name of the site
	}
	return m
}

// heading returns the only heading of the highest level, "" if there are several.
func (p *page) heading() string {
	title := ""
	for n := range p.main.Descendants() {
		if n.DataAtom == atom.H1 {
			if title != "" {
				return ""
			}
			title = words(n)
		}
	}
	return title
}

// titleOutside returns the main heading of the page where that stands before the part that
// is read, which has none: nil for other pages. Where the page has a title, that says whether
// the heading is of the page or of the site: "Dogs | Town of Elmford".
func (p *page) titleOutside() *html.Node {
	if p.main == p.body || first(p.main, atom.H1) != nil {
		return nil
	}
	h := p.only(func(n *html.Node) bool { return n.DataAtom == atom.H1 && words(n) != "" })
	if title := p.titleElement(); h == nil || title != "" && !strings.HasPrefix(title, words(h)) && (nearest(h, atom.Header) != nil || !strings.Contains(title, words(h))) {
		return nil
	}
	return h
}

// titleElement returns what the head of the page says to be its title.
func (p *page) titleElement() string {
	for n := range p.root.Descendants() {
		if n.DataAtom == atom.Title && n.Parent.DataAtom == atom.Head {
			return words(n)
		}
	}
	return ""
}

// setting takes a meta element. Its name ends, in any vocabulary, in what it says:
// "dcterms.issued", "article:published_time".
func setting(m *document.Meta, n *html.Node) {
	value := document.OneLine(attr(n, "content"))
	name := strings.ToLower(attr(n, "name") + attr(n, "property") + attr(n, "http-equiv") + attr(n, "itemprop"))
	name = name[strings.LastIndexAny(name, ".:")+1:]
	switch name {
	case "":
	case "content-language", "language":
		if m.Language == "" {
			m.Language = tag(value)
		}
	case "publisher":
		m.Issuer = value
	case "author", "creator":
		if m.Issuer == "" {
			m.Issuer = value
		}
	default:
		if day := block.Day(value); day != "" {
			name = strings.TrimSuffix(strings.ReplaceAll(name, "_", " "), " time")
			m.Dates = append(m.Dates, document.Date{Name: name, Day: day})
		}
	}
}

// tag returns a language tag with the language in lower case, as it is compared.
func tag(s string) string {
	language, rest, found := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-")
	if !found {
		return strings.ToLower(language)
	}
	return strings.ToLower(language) + "-" + rest
}
