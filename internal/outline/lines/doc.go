// Package lines cuts a text into lines and tells what they are: what belongs to the
// page and not to the document (page numbers, headers that return, navigation words,
// tables of contents, rules that part it), code, rows of tables, footnotes, and which lines
// are one broken paragraph; a section's number and the first of its paragraphs on one line
// are two. All stay where they are and are marked, so that every other line keeps
// its place in the text. Blocks whose kind the format tells are one line each.
//
// [New] only looks for line ends; [Text.Sort] does the rest, in time linear in
// the size of the text.
package lines
