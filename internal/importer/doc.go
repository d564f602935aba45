// Package importer turns files into documents: the bytes of a plain text or
// Markdown file into a [document.Document] with its outline, and the YAML files
// beside it into [Settings] and [Annotations]. [Open] reads a whole folder.
//
// Few texts say what their headings are, so [Import] infers it. It knows no
// single document, only what texts have in common, and goes from lines to
// sections in steps that each look at the whole text:
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
// Where the text leaves a choice, document.yaml makes it: see [Settings]. What
// is never inferred: unnumbered headings without any sign (bold type, say), the
// issuer, and the names of levels that the text doesn't name.
//
// Every step is linear in the size of the text. What is no text, or too large,
// is refused in one line that says what and where.
//
// Outside dependency: go.yaml.in/yaml/v3, which reports unknown keys with
// their lines. Four annotation files of 590 KB take it about 20 ms on one core
// (go test -bench ReadAnnotations); the whole folder takes 11 ms on two (-bench Open).
package importer
