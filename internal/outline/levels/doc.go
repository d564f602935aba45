// Package levels says of the marks that lines may be headings by, which count together, and
// which levels stand above which. It sees lines, never the text between them.
//
//   - [Sift] spreads the numbers of one style over sequences by a beam search
//     (sequence.go) and drops what belongs to none. Two levels with the same "N."
//     come apart, since one goes on counting where the other pauses, or since dotted
//     numbers take up the one and not the other.
//   - [Levels] ranks the levels: by their words where those settle it, by the numbers
//     that dotted ones take up, and by how the text nests them elsewhere. Headings without
//     numbers that part the sections of one are told by the numbers around them (between.go).
package levels
