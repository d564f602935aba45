// Package importer turns files into documents: the bytes of a plain text or
// Markdown file into a [document.Document], and the YAML files beside it into
// [Settings] and [Annotations]. [Open] reads a whole folder.
//
// The outline of a text is inferred by package outline. Where the text leaves a
// choice, document.yaml makes it: see [Settings]. Annotations are finding aids
// written by hand; [Bundle.Check] holds them against the document, and
// [EmptyAnnotations] writes a file to fill in.
//
// What is no regular file, no plain text, or too large, is refused in one line
// that says what, where, and what to do: 100 MB are read at most, and a document
// that questions are answered from has 20 MB at most ([OpenWithin]). A key that is misspelt in a YAML file is an error with its line.
//
// Outside dependency: go.yaml.in/yaml/v3, which reports unknown keys with
// their lines. Four annotation files of 590 KB take it about 20 ms on one core
// (go test -bench ReadAnnotations); the whole folder takes 11 ms on two (-bench Open).
package importer
