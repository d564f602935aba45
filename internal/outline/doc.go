// Package outline makes the tree of sections of a document: [Build] takes the blocks
// that an importer yields, and hints where somebody has some, and returns the
// sections, what the text says of itself, and where the outline is doubtful. It
// reads no files.
//
// What a format says is taken: headings with their levels, list points, rows, code,
// notes, anchors and pages. What it does not say is inferred, from the lines of plain
// text and from paragraphs by the same rules. The package knows no single document,
// only what texts have in common, and goes on in steps that each look at the whole
// text:
//
//   - Package lines cuts plain text into lines and tells what they are: furniture,
//     rows of tables, code, footnotes, pieces of broken paragraphs. Other blocks are
//     one line each.
//   - heads.go, misspelt.go, lead.go, phrase.go, qualified.go, hyphened.go, words.go, given.go, bare.go, group.go, closing.go, quoted.go, references.go: every line that
//     begins like a heading is a candidate, but for those of a text that is quoted; package heading reads their marks, package levels tells sequences of
//     numbers apart and ranks the levels. Words of the text's own count sections where their
//     sequence says so ("Byelaw 1"). Short lines of their own are headings in a text that
//     has no others, above groups of numbered paragraphs, and behind the numbered sections
//     those of annexes and final provisions and lines in the middle of the page.
//   - tree.go, form.go, sentence.go, runin.go, tally.go, outdent.go, fold.go: headings get their parents; which
//     words are heading and which are text is decided for a whole level at a time; points
//     of a list that the text above resumes are no sections, paragraphs that begin with a
//     title in bold type are where several stand in a row.
//   - title.go, cover.go, caption.go, dates.go, meta.go: title, what stands beside it on a title
//     page, headings whose words stand above their number, as marginal notes of acts do,
//     dates beside the title, language.
//   - called.go, items.go: sections that have a number alone are called what the text calls
//     them, "by-law 12", or what the heading above them has in the plural; those of numbers
//     such as 3.2 are paragraphs, points or items where the text says so, or has untitled ones.
//   - names.go, ids.go, through.go, build.go, paragraphs.go, long.go, history.go: ids, labels, spans; paragraphs with
//     their kind and what they cannot be read without, cut where they are too long; notes of when
//     a section was amended.
//   - Package doubt tells where the outline may be wrong.
//
// Never inferred are the issuer, and the names of levels that the text doesn't name.
//
// Every step is linear in the size of the text.
package outline
