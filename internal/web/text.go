package web

import (
	"net/url"
	"strings"

	"pincite/internal/document"
	"pincite/internal/reply"
)

// A sectionView is one section as a page shows it. Number, Heading and the
// texts of the pieces are the document's bytes; Before holds what belongs to no
// section, such as a masthead.
type sectionView struct {
	ID, Label, Title, Href string
	Level                  int // of its heading: 2 to 4
	Number, Heading        string
	Before                 string
	Blocks                 []block
}

// A block is one paragraph, or the text between two.
type block struct {
	Title  bool // repeats the title of the document
	Pieces []piece
}

// A piece is a sentence, or the text between two.
type piece struct {
	N    int    // number of the sentence within its section, from 1; 0 for no sentence
	ID   string // what a link to it names
	Text string
}

// wholeView returns all of the document: every byte that is not white space is in
// it once.
func wholeView(d *document.Document) (sections []sectionView, after string) {
	end := 0
	for i := range d.Sections {
		v := viewOf(d, i, d.Sections[i].ID+".")
		v.Before = strings.TrimSpace(plain(d, end, d.Sections[i].Own.Start))
		sections = append(sections, v)
		end = d.Sections[i].Own.End
	}
	return sections, strings.TrimSpace(plain(d, end, len(d.Text)))
}

// viewOf returns section i, its own text only. prefix begins the ids of
// its sentences, which must differ within a page.
func viewOf(d *document.Document, i int, prefix string) sectionView {
	sec := &d.Sections[i]
	v := sectionView{ID: sec.ID, Label: sec.Label, Title: d.Title(i), Href: addressOf(d, i, reply.Sentences{}), Level: level(d, i)}
	at := sec.Own.Start
	if !sec.Heading.Empty() {
		v.Number = strings.TrimLeft(plain(d, at, sec.Heading.Start), " \t\r\n")
		v.Heading = d.Plain(sec.Heading)
		at = sec.Heading.End
	}
	n := 0
	for _, p := range sec.Paragraphs {
		v.Blocks = appendGap(v.Blocks, plain(d, at, p.Span.Start))
		v.Blocks = append(v.Blocks, blockOf(d, p, prefix, &n))
		at = p.Span.End
	}
	v.Blocks = appendGap(v.Blocks, plain(d, at, sec.Own.End))
	return v
}

// plain is a range of the text as it is shown.
func plain(d *document.Document, start, end int) string {
	return d.Plain(document.Span{Start: start, End: end})
}

func appendGap(blocks []block, text string) []block {
	if text = strings.TrimSpace(text); text == "" {
		return blocks
	}
	return append(blocks, block{Pieces: []piece{{Text: text}}})
}

func blockOf(d *document.Document, p document.Paragraph, prefix string, n *int) block {
	b := block{Title: d.Meta.Title != "" && strings.TrimSpace(d.Plain(p.Span)) == d.Meta.Title}
	b.add(piece{Text: d.Bullet(p)})
	at := p.Span.Start
	for _, t := range p.Sentences {
		*n++
		b.add(piece{Text: plain(d, at, t.Start)})
		b.add(piece{N: *n, ID: prefix + reply.Sentences{*n, *n}.Fragment(), Text: d.Plain(t)})
		at = t.End
	}
	b.add(piece{Text: plain(d, at, p.Span.End)})
	return b
}

func (b *block) add(p piece) {
	if p.Text != "" {
		b.Pieces = append(b.Pieces, p)
	}
}

// level returns the level of section i's heading: 2 at the top, 4 at most.
func level(d *document.Document, i int) int {
	n := 2
	for p := d.Sections[i].Parent; p >= 0 && n < 4; p = d.Sections[p].Parent {
		n++
	}
	return n
}

// addressOf returns the permanent address of section i on this host, or of some
// sentences of it.
func addressOf(d *document.Document, i int, at reply.Sentences) string {
	return reply.Place{Document: d.Name, Section: d.Sections[i].ID, Sentences: at}.Address()
}

// fragmentPath returns the address of sentences with a text fragment for their
// words, or that of the section as a whole.
// See https://wicg.github.io/scroll-to-text-fragment/.
func fragmentPath(d *document.Document, i int, at reply.Sentences) string {
	span, ok := at.Span(d, i)
	if !ok {
		return addressOf(d, i, reply.Sentences{})
	}
	return addressOf(d, i, at) + ":~:text=" + textFragment(d.Plain(span))
}

// edgeWords at either end of a sentence tell it from every other one of its
// section, as a rule; the browser takes the first that fits.
const edgeWords = 5

// textFragment names a stretch of text by its first and last words. A text
// without spaces, such as Chinese, is named in whole.
func textFragment(s string) string {
	words := strings.Fields(s)
	if len(words) <= 2*edgeWords {
		return fragmentEscape(strings.Join(words, " "))
	}
	return fragmentEscape(strings.Join(words[:edgeWords], " ")) + "," +
		fragmentEscape(strings.Join(words[len(words)-edgeWords:], " "))
}

// fragmentEscape encodes what a text fragment gives a meaning to: "&", "," and
// "-", besides what an address does.
func fragmentEscape(s string) string {
	return strings.NewReplacer("+", "%20", "-", "%2D").Replace(url.QueryEscape(s))
}
