// Package collate holds a text beside the ranges of documents that have its words: where it
// is there, in what it differs, what it leaves out that may change the meaning, and what has
// to be allowed for.
//
// [Collator.FewestChanges] chooses among the places of a text, [Collator.Read] compares it
// with ranges that were found, and [Collator.Reordered] with words in another order. What
// becomes of that, a verbatim text or an altered one, is for package verify.
package collate
