// Package markdown reads Markdown: CommonMark with the tables, task lists and
// struck words of GitHub, footnotes, heading ids and front matter.
//
// The source text is the file. [Read] tells the blocks in it, and lists as
// markup every byte that is not shown: the marks of emphasis, addresses of
// links, code fences, comments, tags, the front matter. What no block claims is
// markup, so that nothing is shown by oversight. Bullets are shown as "•", boxes
// of task lists as "☐" and "☑", and the bars between cells as they are.
//
// Where files are written for other parsers, they are read as they are meant: "##Fees"
// is a heading, the rows of a table drawn with lines of hyphens are none, points that all
// have the number of the first are counted, and a line in bold type is a paragraph of its
// own, also where no blank line parts it from the text around.
//
// What the front matter says of the language holds unless the text shows another.
//
// HTML in Markdown is read as far as it carries structure: headings, points,
// rows, paragraphs and anchors.
//
// Outside dependency: github.com/yuin/goldmark, the parser alone, which keeps
// the place of every node in the file. It takes about 1.2 MB of the binary and
// nothing at start. 1 MB of dense markup takes about 0.2 s on one core and 144 MB
// of allocations (go test -bench Read), of which a long file, read in chunks, holds
// some 40 MB at a time. The parser's time is quadratic in marks that nest or stay
// open; a budget keeps that to seconds.
package markdown
