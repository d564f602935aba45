package block

import "pincite/internal/document"

// A Kind says what a block is.
type Kind int

// The kinds of blocks.
const (
	Text      Kind = iota // lines whose structure the format does not tell
	Heading               // of a section; Level counts from 1 at the top
	Paragraph             // running text
	Item                  // a point of a list; Level is its depth, 1 and up
	Row                   // a row of a table, with its Cells; Header marks the heading row
	Code                  // preformatted: its lines stand as they are
	Note                  // a footnote or endnote
)

var names = [...]string{"text", "heading", "paragraph", "item", "row", "code", "note"}

// String returns the name of k in lower case.
func (k Kind) String() string { return names[k] }

// A Block is one piece of a source text.
type Block struct {
	Kind  Kind
	Level int `json:",omitzero"` // Heading: 1 is the highest; Item: the depth of its list; otherwise 0

	// Span is its text, without the marks that make it what it is ("## ", "- ",
	// the bars around a row), but with the label that people see ("7.", "(a)").
	Span document.Span

	// Label is the part of Span that the format itself knows to be the number of
	// a heading or item, as an automatic number of DOCX; empty where only the
	// words can tell.
	Label document.Span `json:",omitzero"`

	Cells  []document.Span `json:",omitzero"` // Row: one a cell, in order; an empty cell has an empty span
	Header bool            `json:",omitzero"` // Row: it heads the columns of the rows below it

	// Strong is set for a paragraph, or its first line, that is in bold type as a whole:
	// a heading, where others like it have text below them.
	Strong bool `json:",omitzero"`

	// RunIn is the words in bold type that a paragraph or item begins with, behind its label,
	// where others follow: its title, where others like it have one.
	RunIn document.Span `json:",omitzero"`

	Page   int    `json:",omitzero"` // the page that it begins on, from 1; 0 where there are no pages
	Anchor string `json:",omitzero"` // the id that the format gives it, for links; "" for none
}

// A Source is a file as its importer read it.
type Source struct {
	Text   string            // UTF-8; immutable from here on, spans count its bytes
	Blocks []Block           // in order of the text, none overlapping another
	Markup []document.Markup // bytes of Text that are not shown, in order; nil for none
	Meta   document.Meta     // what the file says of itself beside its text: title, language, dates

	// Warnings tell what was left out or mended on the way, one line each, for
	// whoever imports: "page 3 has no text".
	Warnings []string
}
