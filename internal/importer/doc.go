// Package importer turns the bytes of a file into a source text and its blocks, a
// [block.Source], whatever the format. Package outline makes sections of them.
//
// What is no regular file, no text, or too large, is refused in one line that says
// what, where, and what to do: 100 MB are read at most.
package importer
