// Package annotation holds the finding aids beside a document: words that people use
// for what its sentences say. They are matched, never quoted.
//
// [Read] reads a file of them, [Check] holds them against the document, [Doubts] tells
// what a reviewer should look at, [Template] writes a file to fill in, and [Update]
// writes sections into a file that people edit, too.
//
// A section's [Drafted] record tells which entries a model wrote and nobody has
// changed since; see internal/annotation/draft.
package annotation
