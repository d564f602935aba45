// Package heading knows the marks of headings and what their numbers say: which
// lines of a text may be headings, which of them count together, and which
// levels stand above which. It sees lines, never the text between them.
//
//   - [Read] finds the mark at the start of a line (1., 1.2, (a), Article 5, § 3,
//     第三条, Глава I, # Markdown), [Capitals] a heading without one. numerals.go
//     says which numbers headings have, units.go which words.
//   - [Sift] spreads the numbers of one style over sequences by a beam search
//     (sequence.go) and drops what belongs to none. Two levels with the same "N."
//     come apart, since one goes on counting where the other pauses.
//   - [Levels] ranks the levels: by their words where those settle it, and by how
//     the text nests them elsewhere.
package heading
