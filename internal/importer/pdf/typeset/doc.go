// Package typeset puts the signs of a page into lines, in the order of reading:
// signs become fragments, fragments lines, and where the page has columns one is
// read before the other (columns.go). Where rules are drawn between cells, what is in
// them is a table (grid.go, ruled.go), which stands among the fragments as one of them.
//
// Heights grow downwards and distances are in points, unless they are said to be
// in ems.
package typeset
