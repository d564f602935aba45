package html

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

// MaxBytes is the size of the largest page that is read, in bytes.
const MaxBytes = 64 << 20

// Read makes the source of a decoded page. An error is one line: the page is too
// large, nests too deeply, or ctx has ended.
//
// Paragraphs are headings where the page has no heading elements to speak of and
// their looks (class, alignment, bold type) are those of short lines that never
// end as sentences do. One that names a section ("Article 5") and one that titles
// it, below, make one heading of two lines. Which looks stand above which is read
// from what follows what without text between.
func Read(ctx context.Context, data string) (*block.Source, error) {
	return ReadPart(ctx, data, nil)
}

// ReadPart is [Read] for one page of a document that has several: ours tells
// whether a link leads to another of them, so that a table of contents of the
// whole is left out. A page of nothing else has no blocks.
func ReadPart(ctx context.Context, data string, ours func(href string) bool) (*block.Source, error) {
	root, err := parse(ctx, data)
	if err != nil {
		return nil, err
	}
	breakSpans(root)
	p := &page{ctx: ctx, root: root, ours: ours, body: first(root, atom.Body)}
	if p.body == nil {
		p.body = root
	}
	p.choose()
	p.findNotes()
	p.findHeadings()
	src, err := p.write()
	if err == nil && len(src.Blocks) == 0 && ours == nil { // better too much than nothing
		p.bare = true
		p.choose()
		src, err = p.write()
	}
	return src, err
}

// parse makes the tree of a page, within limits.
func parse(ctx context.Context, data string) (*html.Node, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("it is too large: HTML is read up to %d MB", MaxBytes>>20)
	}
	data = expand(data)
	if err := bounded(ctx, data); err != nil {
		return nil, err
	}
	root, err := html.Parse(&reader{ctx, strings.NewReader(data)})
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil && strings.Contains(err.Error(), "exceeds"):
		return nil, errors.New("its elements are nested too deeply: the limit is 512")
	case err != nil:
		return nil, fmt.Errorf("parse HTML: %w", err)
	}
	return root, nil
}

// A reader ends when its context does.
type reader struct {
	ctx context.Context
	io.Reader
}

func (r *reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(p)
}

// A page is a parsed page on its way to blocks.
type page struct {
	ctx      context.Context
	root     *html.Node
	ours     func(href string) bool // leads to another page of the document; nil if there is none
	body     *html.Node
	bare     bool                // leave out only what is no text at all
	main     *html.Node          // what is read
	dropped  map[*html.Node]bool // what is not, of that
	notes    map[*html.Node]bool // blocks of footnotes
	refs     map[*html.Node]bool // links to them, and back
	headings map[*html.Node]int  // paragraphs that are headings, by level
	titles   map[*html.Node]bool // of those, the ones that go on with the heading above
	cover    map[*html.Node]bool // headings that are lines of a title page
	markers  map[string]*marker  // of lists, by class
	heavy    map[string]bool     // whether the letters of a class are bold, where a style sheet says
}

func (p *page) write() (*block.Source, error) {
	p.markers, p.heavy, p.cover = markers(p.root), heaviness(p.root), coverOf(p.main)
	w := writer{page: p, cur: block.Block{Kind: block.Paragraph}, wholePre: mostly(p.main, atom.Pre)}
	if h := p.titleOutside(); h != nil {
		w.element(h)
	}
	w.flow(p.main)
	w.flush()
	if err := p.ctx.Err(); err != nil {
		return nil, err
	}
	meta := p.meta()
	if shown := w.b.Shown(meta.Language); shown != "" {
		w.b.Warn("the page says that its language is %s; the text is in %s, and is read so unless document.yaml says otherwise", meta.Language, shown)
		meta.Language = shown
	}
	return w.b.Source(meta), nil
}

// mostly reports whether nine tenths of the text below n stand in elements of a kind.
func mostly(n *html.Node, kind atom.Atom) bool {
	in, all := 0, 0
	var walk func(n *html.Node, inside bool)
	walk = func(n *html.Node, inside bool) {
		if n.Type == html.TextNode {
			size := len(strings.TrimSpace(n.Data))
			if all += size; inside {
				in += size
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inside || c.DataAtom == kind)
		}
	}
	walk(n, n.DataAtom == kind)
	return all > 0 && in*10 >= all*9
}

// first returns the first element of a kind below n, or nil.
func first(n *html.Node, kind atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == kind {
			return d
		}
	}
	return nil
}

// attr returns the value of an attribute, trimmed; "" if it is not there.
func attr(n *html.Node, key string) string {
	value, _ := lookup(n, key)
	return value
}

// idOf returns what links call an element; "" if they cannot.
func idOf(n *html.Node) string {
	id := attr(n, "id")
	if id == "" && n.DataAtom == atom.A {
		id = attr(n, "name")
	}
	return id
}

func lookup(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return strings.TrimSpace(a.Val), true
		}
	}
	return "", false
}

// words returns the text below n on one line.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			b.WriteString(d.Data)
		case d.Type == html.ElementNode && (blockLevel[d.DataAtom] || d.DataAtom == atom.Br):
			b.WriteByte(' ')
		}
	}
	return document.OneLine(b.String())
}
