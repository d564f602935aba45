// Package lines cuts a text into lines and tells what belongs to the page and
// not to the document: page numbers, page headers that return, navigation words,
// tables of contents. These stay where they are and are marked, so that every
// other line keeps its place in the text.
//
// [Cut] only looks for line ends; [Text.Sort] does the rest, in time linear in
// the size of the text.
package lines
