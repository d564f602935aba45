// Package annotation holds the finding aids beside a document: words that people use
// for what its sentences say. They are matched, never quoted.
//
// [Read] reads a file of them, [Check] holds them against the document, and
// [Template] writes a file to fill in.
package annotation
