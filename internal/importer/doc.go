// Package importer turns a file into a source text and its blocks, a
// [block.Source], whatever its format. Package outline makes the sections of it.
//
// What a file is, is told by its content first and by its name's ending second,
// which only tells Markdown and pieces of HTML from plain text: a file with a
// wrong ending is read as what it is. Read are plain text, Markdown, HTML, Word
// documents, PDF files and electronic books, and each of them packed by gzip. What
// is something else, or no regular file, or too large, is refused in one line that
// says what it is and what to do.
//
// What formats leave to be seen is done here, for all of them: the title stands above
// the sections, and a table of contents is no text.
//
// Each format has a package and limits of its own. A file is read to its limit and
// no further, whatever it says of its size, and what it unpacks to is limited, too.
package importer
