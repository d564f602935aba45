// Package heading knows the marks of headings and what their numbers say: which
// lines of a text may be headings, which of them count together, and which
// levels stand above which. It sees lines, never the text between them.
//
//   - [Read] finds the mark at the start of a line (1., 1.2, (a), Article 5, § 3,
//     第三条, 제3조, Глава I, # Markdown), [Given] that of a heading whose level the
//     format tells, [Capitals] a heading without a number. number.go, worded.go and numerals.go
//     say which numbers headings have, units.txt which words, in which languages.
//   - [Sift] spreads the numbers of one style over sequences by a beam search
//     (sequence.go) and drops what belongs to none. Two levels with the same "N."
//     come apart, since one goes on counting where the other pauses, or since dotted
//     numbers take up the one and not the other.
//   - [Levels] ranks the levels: by their words where those settle it, by the numbers
//     that dotted ones take up, and by how the text nests them elsewhere.
package heading
