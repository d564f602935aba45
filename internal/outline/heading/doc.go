// Package heading knows the marks of headings: which lines of a text may be headings, and
// what their numbers say. It sees one line at a time; package levels puts them together.
//
//   - [Read] finds the mark at the start of a line (1., 1.2, (a), Article 5, § 3,
//     2. cikk, 第三条, 제3조, Глава I, # Markdown, == AsciiDoc), [Given] that of a heading whose level the
//     format tells, [Capitals] a heading without a number.
//   - number.go and worded.go say which numbers headings have, package lexicon which words
//     and which number words, in which languages.
package heading
