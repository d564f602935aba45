// Package layout makes blocks of signs that are placed on pages, as PDF has them.
// It knows nothing of the file format: pages, signs and bookmarks are plain
// values.
//
// The steps: package typeset makes fragments of the signs; package pages drops what repeats
// at the edges of pages, and tables of contents, and puts the lines in the order of reading;
// lines become paragraphs, their hyphens undone (paragraph.go), rows of tables where the
// columns are clear or have rules between them (table.go), or footnotes (note.go);
// paragraphs that are set apart by size or weight, or that the file's own outline names,
// become headings (heading.go).
//
// A paragraph is a heading only where the page says so. What its words alone
// tell, as "Section 4. Distance" in the type of the text, stays a paragraph for
// package outline to judge. Bullets make list items; numbers do not.
package layout
