package page

import (
	"math"
	"slices"
	"strings"

	"pincite/internal/document"
	"pincite/internal/reply"
)

// A Section is one section as a page shows it. Number, Heading and the texts of
// the pieces are the document's own; Before holds what belongs to no section,
// such as a masthead.
type Section struct {
	ID, Label, Title, Href string
	Level                  int // of its heading: 2 to 4
	Number, Heading        string
	Before                 string
	Rest                   bool    // the section begins on an earlier page
	Folded                 []Block // what comes before the last of several titles
	Blocks                 []Block
}

// A Block is one paragraph, or the text between two.
type Block struct {
	Title  bool // repeats the title of the document
	Pieces []Piece
}

// A Piece is a sentence, or the text between two.
type Piece struct {
	N    int    // number of the sentence within its section, from 1; 0 for no sentence
	ID   string // what a link to it names
	Text string

	Marked bool   // it is one of several that the address names
	Anchor string // what names those, before the first of them
}

// toEnd, for the sentence that a part of a section ends before, is that it goes on to
// the section's end.
const toEnd = math.MaxInt

// of returns the part of section i from one of its sentences, counted from 0, to
// before another, with what comes before each of them; the heading is part of
// the beginning. prefix begins the ids of its sentences, which must differ within a
// page.
func of(d *document.Document, i int, prefix string, from, to int) Section {
	sec := &d.Sections[i]
	v := Section{ID: sec.ID, Label: sec.Label, Title: d.Title(i), Href: d.Address(i, reply.Sentences{}), Level: level(d, i), Rest: from > 0}
	at := sec.Own.Start
	if !sec.Heading.Empty() {
		if !v.Rest {
			v.Number = strings.TrimLeft(shown(d, at, sec.Heading.Start), " \t\r\n")
			v.Heading = d.Plain(sec.Heading)
		}
		at = sec.Heading.End
	}
	n := 0
	for _, p := range sec.Paragraphs {
		if from <= n && n < to {
			v.Blocks = appendGap(v.Blocks, shown(d, at, p.Span.Start))
		}
		if last := n + len(p.Sentences); from <= last && n < to && (last > from || last == n) {
			v.Blocks = append(v.Blocks, blockOf(d, p, prefix, n, from, to))
		}
		n += len(p.Sentences)
		at = p.Span.End
	}
	if to == toEnd {
		v.Blocks = appendGap(v.Blocks, shown(d, at, sec.Own.End))
	}
	v.fold()
	return v
}

// Mark marks the sentences of an address that names several, for browsers that mark
// only one by themselves.
func (v *Section) Mark(at reply.Sentences) {
	if at[0] == at[1] {
		return
	}
	for _, blocks := range [][]Block{v.Folded, v.Blocks} {
		for _, b := range blocks {
			for n := range b.Pieces {
				b.Pieces[n].mark(at)
			}
		}
	}
}

func (p *Piece) mark(at reply.Sentences) {
	p.Marked = p.N > 0 && at[0] <= p.N && p.N <= at[1]
	if p.N == at[0] {
		prefix := strings.TrimSuffix(p.ID, reply.Sentences{p.N, p.N}.Fragment())
		p.Anchor = prefix + at.Fragment()
	}
}

// fold sets apart what comes before the last block that repeats the title of the
// document: a web page often has it once as its own and once as the document's.
func (v *Section) fold() {
	for n := len(v.Blocks) - 1; n > 0; n-- {
		above := v.Blocks[:n]
		if v.Blocks[n].Title && slices.ContainsFunc(above, func(b Block) bool { return b.Title }) {
			v.Folded, v.Blocks = above, v.Blocks[n:]
			return
		}
	}
}

// shown returns the text from one byte to another without its markup.
func shown(d *document.Document, from, to int) string {
	return d.Plain(document.Span{Start: from, End: to})
}

func appendGap(blocks []Block, text string) []Block {
	if text = strings.TrimSpace(text); text == "" {
		return blocks
	}
	return append(blocks, Block{Pieces: []Piece{{Text: text}}})
}

// blockOf returns the sentences of a paragraph from one of the section to before
// another; n of the section's come before the paragraph.
func blockOf(d *document.Document, p document.Paragraph, prefix string, n, from, to int) Block {
	b := Block{Title: d.Meta.Title != "" && strings.TrimSpace(d.Plain(p.Span)) == d.Meta.Title}
	at := p.Span.Start
	if from <= n {
		b.add(Piece{Text: d.Bullet(p)})
	}
	for _, t := range p.Sentences {
		if from <= n && n < to {
			b.add(Piece{Text: shown(d, at, t.Start)})
			b.add(Piece{N: n + 1, ID: prefix + reply.Sentences{n + 1, n + 1}.Fragment(), Text: d.Plain(t)})
		}
		n++
		at = t.End
	}
	if n <= to {
		b.add(Piece{Text: shown(d, at, p.Span.End)})
	}
	if d.Wrapped(p) && !b.Title {
		b.flow()
	}
	return b
}

// flow puts a blank for each line end of the block that says nothing.
func (b *Block) flow() {
	var all strings.Builder
	for _, p := range b.Pieces {
		all.WriteString(p.Text)
	}
	text := reply.Run{Text: all.String(), Wrapped: true}.Flowing()
	if rest, ok := strings.CutPrefix(text, "\n"); ok {
		text = " " + rest // the paragraph begins on an earlier page
	}
	for i := range b.Pieces {
		p := &b.Pieces[i]
		p.Text, text = text[:len(p.Text)], text[len(p.Text):]
	}
}

func (b *Block) add(p Piece) {
	if p.Text != "" {
		b.Pieces = append(b.Pieces, p)
	}
}

// level returns the level of section i's heading: 2 at the top, 4 at most.
func level(d *document.Document, i int) int { return min(depth(d, i)+2, 4) }

// depth returns how many sections hold section i.
func depth(d *document.Document, i int) int {
	n := 0
	for p := d.Sections[i].Parent; p >= 0; p = d.Sections[p].Parent {
		n++
	}
	return n
}
