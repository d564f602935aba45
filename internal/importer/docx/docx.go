package docx

import (
	"context"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

const maxText = 64 << 20 // bytes of the source text

// Read reads the Word document of size bytes in r. The error is one line that
// says what is wrong with the file; it is ctx's where ctx ended first.
func Read(ctx context.Context, r io.ReaderAt, size int64) (*block.Source, error) {
	s, err := read(ctx, r, size)
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return s, nil
}

func read(ctx context.Context, r io.ReaderAt, size int64) (*block.Source, error) {
	p, err := openPack(r, size)
	if err != nil {
		return nil, err
	}
	d := &reader{ctx: ctx}
	if d.styles, err = readStyles(p); err != nil {
		return nil, err
	}
	if d.lists, err = readLists(p, d.styles); err != nil {
		return nil, err
	}
	if d.notes, err = readNotes(p, d.styles); err != nil {
		return nil, err
	}
	if err := p.each(p.main, d.block); err != nil {
		return nil, err
	}
	d.flush()
	if d.out.Len() == 0 {
		return nil, errors.New("the document has no text")
	}
	meta, err := readMeta(p)
	if err != nil {
		d.out.Warn("what the file says of itself could not be read: %v", err)
	}
	if d.title != "" {
		meta.Title = d.title
	}
	meta.Language = d.out.Language(meta.Language)
	return d.out.Source(meta), nil
}

// A reader goes through the document.
type reader struct {
	ctx    context.Context
	styles *styles
	lists  lists
	notes  *notes
	out    block.Builder
	title  string

	fields      []field
	anchor      string    // a bookmark before the block that it belongs to
	before      string    // text whose paragraph mark is deleted: it goes before the next
	beforeNotes []noteRef // and what that text refers to
	within      int       // cells and text boxes that we are in
}

// block reads an element of the body, or of what holds blocks like it.
func (r *reader) block(n *node) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if r.out.Len() > maxText {
		return fmt.Errorf("the text is longer than %d MB", maxText>>20)
	}
	switch n.name {
	case "p":
		if p := r.paragraph(n); p != nil {
			return r.emit(p)
		}
	case "tbl":
		return r.table(n)
	case "sdt":
		if shown(n) {
			return r.blocks(n.child("sdtContent").children())
		}
	case "AlternateContent":
		return r.blocks(alternative(n))
	case "ins", "moveTo", "customXml", "smartTag":
		return r.blocks(n.kids)
	case "bookmarkStart":
		r.anchor = better(r.anchor, n.attr("name"))
	case "altChunk", "subDoc":
		r.embedded()
	}
	return nil
}

func (r *reader) blocks(kids []*node) error {
	for _, k := range kids {
		if err := r.block(k); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) embedded() {
	r.out.Warn("a file that is embedded in the document was left out; open and save it in Word to make it part of the text")
}

// emit writes a paragraph with what hangs on it: notes and text boxes.
func (r *reader) emit(p *paragraph) error {
	like := block.Block{Kind: block.Paragraph, Anchor: p.anchor}
	label, gap := "", " "
	if p.list != nil {
		label = p.list.next(p.depth)
		if p.list.level(p.depth).glued && wide(label) {
			gap = ""
		}
		like.Kind, like.Level = block.Item, p.depth+1
	}
	title := p.level == 0 && r.within == 0 && r.styles.is(p.style, "title")
	switch {
	case p.level > 0:
		like.Kind, like.Level = block.Heading, p.level
	case title:
		like.Kind, like.Level = block.Heading, 1
	}
	like.Strong = like.Kind == block.Paragraph && !p.plain
	if title && r.title == "" {
		r.title = document.OneLine(block.Clean(p.text))
	}
	text := p.text
	if like.Kind == block.Paragraph && p.head > 0 {
		r.out.Add(block.Block{Kind: like.Kind, Strong: true, Anchor: like.Anchor}, "", "", text[:p.head])
		like.Anchor, text = "", text[p.head:]
	} else if like.Kind != block.Heading {
		like.RunIn.End = p.runIn
	}
	r.out.Add(like, label, gap, text)
	r.emitNotes(p.notes)
	return r.emitBoxes(p.boxes)
}

// wide reports whether a number ends in a sign that needs no space after it, as
// in "第一条".
func wide(label string) bool {
	last, _ := utf8.DecodeLastRuneInString(label)
	return last >= 0x2e80
}

func (r *reader) emitBoxes(boxes []*node) error {
	r.within++
	defer func() { r.within-- }()
	for _, b := range boxes {
		if err := r.blocks(b.kids); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) emitNotes(refs []noteRef) {
	for _, ref := range refs {
		if label, text := r.notes.next(ref); text != "" {
			r.out.Add(block.Block{Kind: block.Note}, label, " ", text)
		}
	}
}

// flush writes what still waits for a paragraph at the end.
func (r *reader) flush() {
	r.out.Add(block.Block{Kind: block.Paragraph}, "", "", r.before)
	r.emitNotes(r.beforeNotes)
}
