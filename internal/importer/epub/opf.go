package epub

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/importer/encoding"
)

// packed is what the package file of a book says.
type packed struct {
	spine []string // files of the pages, in order
	meta  document.Meta
}

// The files of the EPUB standard, as far as they are read.
type (
	container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}

	opf struct {
		Titles     []string `xml:"metadata>title"`
		Languages  []string `xml:"metadata>language"`
		Creators   []string `xml:"metadata>creator"`
		Publishers []string `xml:"metadata>publisher"`
		Dates      []struct {
			Event string `xml:"event,attr"`
			Day   string `xml:",chardata"`
		} `xml:"metadata>date"`
		Metas []struct {
			Property string `xml:"property,attr"`
			Value    string `xml:",chardata"`
		} `xml:"metadata>meta"`
		Items []struct {
			ID         string `xml:"id,attr"`
			Href       string `xml:"href,attr"`
			Type       string `xml:"media-type,attr"`
			Properties string `xml:"properties,attr"`
		} `xml:"manifest>item"`
		Spine []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}

	protection struct {
		Files []struct {
			URI string `xml:"URI,attr"`
		} `xml:"EncryptedData>CipherData>CipherReference"`
	}
)

// readPackage reads the package file, to which the container leads.
func (b *book) readPackage() error {
	var c container
	if err := b.xml("META-INF/container.xml", &c); err != nil {
		return err
	}
	if len(c.Roots) == 0 {
		return errors.New("it is no electronic book: the container names no package")
	}
	root := c.Roots[0].Path
	var o opf
	if err := b.xml(root, &o); err != nil {
		return err
	}
	b.meta = o.meta()
	b.pages(path.Dir(root), &o)
	if len(b.spine) == 0 {
		return errors.New("the book has no pages")
	}
	return b.protected()
}

// pages lists the pages of the spine, without the table of contents that a reader
// program shows.
func (b *book) pages(folder string, o *opf) {
	files := map[string]string{}
	for _, item := range o.Items {
		href, err := url.PathUnescape(item.Href)
		page := strings.Contains(item.Type, "html") || item.Type == ""
		if err == nil && page && !strings.Contains(" "+item.Properties+" ", " nav ") {
			files[item.ID] = path.Join(folder, href)
		}
	}
	seen := map[string]bool{}
	for _, ref := range o.Spine {
		if name := files[ref.ID]; name != "" && !seen[name] {
			seen[name] = true
			b.spine = append(b.spine, name)
		}
	}
}

// protected refuses a book with pages that are encrypted; fonts often are.
func (b *book) protected() error {
	const name = "META-INF/encryption.xml"
	if b.files[name] == nil {
		return nil
	}
	var p protection
	if err := b.xml(name, &p); err != nil {
		return err
	}
	for _, f := range p.Files {
		uri, err := url.PathUnescape(f.URI)
		for _, page := range b.spine {
			if err == nil && uri == page {
				return errors.New("the book is protected against copying and cannot be read")
			}
		}
	}
	return nil
}

// xml reads an XML file of the book.
func (b *book) xml(name string, into any) error {
	data, err := b.file(name)
	if errors.Is(err, errLimit) {
		return err
	}
	if err != nil {
		return fmt.Errorf("it is no electronic book: %s: %w", name, err)
	}
	text, _, _, err := encoding.Decode(data)
	if err != nil {
		return fmt.Errorf("it is no electronic book: %s: %w", name, err)
	}
	d := xml.NewDecoder(bytes.NewReader([]byte(text)))
	d.Strict = false                                                                   // many are not
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded already
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("%s cannot be read: %s", name, document.OneLine(err.Error()))
	}
	return nil
}

func (o *opf) meta() document.Meta {
	m := document.Meta{Title: one(o.Titles), Language: one(o.Languages), Issuer: one(o.Publishers)}
	if m.Issuer == "" {
		m.Issuer = one(o.Creators)
	}
	for _, d := range o.Dates {
		name := d.Event
		if name == "" {
			name = "date"
		}
		addDate(&m, name, d.Day)
	}
	for _, p := range o.Metas {
		addDate(&m, p.Property[strings.LastIndexByte(p.Property, ':')+1:], p.Value)
	}
	return m
}

func addDate(m *document.Meta, name, value string) {
	if day := block.Day(strings.TrimSpace(value)); day != "" && name != "" {
		m.Dates = append(m.Dates, document.Date{Name: name, Day: day})
	}
}

// one returns the first of some values on one line.
func one(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return document.OneLine(values[0])
}
