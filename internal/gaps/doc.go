// Package gaps gathers the questions that documents did not answer into gaps: what
// people ask for and do not find.
//
// Questions belong together that share words which few others have, the more so
// where the same section comes nearest. How often a gap was asked for, by how many
// people, and whether it grows, tells an operator what to add to a document or to its
// finding aids; [Report.WriteSet] writes the questions as a set to be judged.
//
// # Privacy
//
// A question comes with a number that tells one asker from another within one
// report, and says nothing of who that is. A gap is told only if a stated number of
// people asked for it, its words only if as many used them; addresses and long
// numbers in questions are masked. Questions are looked at while they are kept and
// no longer.
package gaps
