// Package library holds the documents that there are, each with what answers
// from it, and reads them.
//
// A [Library] is asked ([Library.Answer]) about one document or all of them. Of
// all, a message that names a document is asked of that one; any other of each,
// and the best answer counts. Documents are replaced as a whole while questions
// are under way: these finish on what they began with.
//
// [Load] reads one document: the folder that holds its source.txt or source.md, its
// document.yaml and its annotations, or one bare file. [Open] finds the documents
// of folders.
package library
