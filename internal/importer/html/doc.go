// Package html reads web pages: the main content in blocks, without navigation.
//
// What is content is told by structure alone: elements and roles that say what
// they are, lists of nothing but links, what is hidden. Where nothing would
// remain, the whole body is taken. Headings, lists with the numbers that a
// browser shows, tables, definitions, code and footnotes become blocks of their
// kinds. Pages without heading elements are read by the looks of their
// paragraphs (package looks): short lines of one class that stand above others are
// headings; tables of a mark and a text are points; and so are numbered lines that <br>
// parts. A paragraph in bold type, by its elements or by its style, is marked as such.
//
// What the page says of its language holds unless the text shows another.
//
// The source text is written here, clean UTF-8 with a blank line between blocks;
// ids are kept as anchors.
//
// Outside dependency: golang.org/x/net/html, the parser that follows the HTML
// standard where pages do not. It takes about 0.5 MB of the binary and nothing at
// start. 1 MB of dense markup takes about 0.1 s on one core and 41 MB of
// allocations (go test -bench Read).
package html
