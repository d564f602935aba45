// Package outline infers the outline of a text: [Infer] takes a plain text or
// Markdown document, and hints where somebody has some, and returns the tree of
// its sections and what the text says of itself. It reads no files.
//
// Few texts say what their headings are. The package knows no single document,
// only what texts have in common, and goes from lines to sections in steps that
// each look at the whole text:
//
//   - lines.go, furniture.go: lines are cut; page numbers, page headers that return,
//     navigation words and tables of contents are set aside.
//   - mark.go, heads.go: every line that begins like a heading (1., 1.2, (a), Article 5,
//     § 3, 第三条, Глава I, # Markdown, CAPITALS) is a candidate.
//   - sequence.go: the numbers of one style are spread over sequences by a beam
//     search. Stray numbers fall out, and two levels with the same "N." come
//     apart, since one goes on counting where the other pauses.
//   - rank.go, tree.go: levels are ranked, by their words where those settle it and by
//     how the text nests them elsewhere, and headings get their parents.
//   - tree.go, fold.go: which words are heading and which are text is decided for a whole
//     level at a time; points of a list that the text above resumes are no sections.
//   - title.go, dates.go, meta.go: title, dates beside it, language.
//   - names.go, build.go: ids, labels and spans.
//
// Never inferred are unnumbered headings without any sign (bold type, say), the
// issuer, and the names of levels that the text doesn't name.
//
// Every step is linear in the size of the text.
package outline
