// Package pages puts the fragments of the pages of a file in the order in which they are
// read, without what stands on every page: running heads and page numbers, which repeat at
// one height or count with the pages; and without tables of contents and the numbers of
// lines. Notes in the margins are kept apart.
package pages
