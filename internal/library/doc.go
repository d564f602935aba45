// Package library holds the documents that there are, each with what answers from it.
//
// A [Library] is asked ([Library.Answer]) about one document or all of them. Of
// all, a message that names a document is asked of that one; any other of each,
// and the best answer counts, but a list goes through every document.
//
// Texts are checked by the documents' own [Library.Checker].
//
// [Open] finds the documents of files and folders, which internal/folder reads, and
// [Library.Reload] and [Library.Refresh] read them anew: what has changed is put in its
// place as a whole, while questions that are under way finish on what they began
// with. They give way to questions: a document is read, then as a rule three times as long
// is left to those who ask. What sections of the replaced texts said is remembered as hashes, so that
// old links and buttons can be followed ([Library.Replaced], [Library.Left]).
package library
