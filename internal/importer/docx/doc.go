// Package docx reads Word documents (.docx, Office Open XML) with the standard
// library alone: archive/zip and encoding/xml.
//
// The source text is what Word shows when all changes are accepted. A paragraph
// becomes a heading where its style or outline level says so, a list item where
// it is numbered or has a bullet, and otherwise a paragraph. The paragraph of the
// Title style is a heading of level 1, and the title of the document.
//
// Automatic numbers do not stand in the file. They are counted from
// numbering.xml as Word counts them (starts, restarts, overrides, legal
// numbering, 30 systems of numerals) and written into the text, where they are
// the label of their block. Bullets are left out.
//
// A table yields its rows, cells separated by bars. A cell that reaches over several
// columns is followed by empty cells; what stands in a cell that reaches over
// several rows is repeated in each of them, as a reader of the row sees it. A
// table of one column, or one with headings in it, is layout: its paragraphs are
// read in order. A table inside a cell follows the row. Notes follow the block
// that refers to them, with their number as label.
//
// Left out: what is deleted or hidden, comments, tables of contents, headers and
// footers, pictures. Word has no fixed pages, so Page is 0.
//
// Limits hold whatever the file says of its sizes: parts of 64 MB, a text of
// 64 MB, elements 256 deep.
package docx
