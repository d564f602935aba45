// Package outline infers the outline of a text: [Infer] takes a plain text or
// Markdown document, and hints where somebody has some, and returns the tree of
// its sections and what the text says of itself. It reads no files.
//
// Few texts say what their headings are. The package knows no single document,
// only what texts have in common, and goes from lines to sections in steps that
// each look at the whole text:
//
//   - Package lines cuts the lines and sets aside page numbers, page headers that
//     return, navigation words and tables of contents.
//   - heads.go: every line that begins like a heading is a candidate; package heading
//     reads their marks, tells sequences of numbers apart and ranks the levels.
//   - tree.go, fold.go: headings get their parents; which words are heading and
//     which are text is decided for a whole level at a time; points of a list that
//     the text above resumes are no sections.
//   - title.go, dates.go, meta.go: title, dates beside it, language.
//   - names.go, build.go: ids, labels and spans.
//
// Never inferred are unnumbered headings without any sign (bold type, say), the
// issuer, and the names of levels that the text doesn't name.
//
// Every step is linear in the size of the text.
package outline
