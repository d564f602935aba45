// Package document holds a document: one immutable text and the tree of its
// sections, paragraphs and sentences, each a span of that text.
//
// Nothing is stored twice. A [Section] knows where its heading, its paragraphs
// and its sentences begin and end, in bytes; the words are asked of the
// [Document], which makes a quote verbatim by construction:
// doc.Slice(span) == doc.Text[span.Start:span.End].
//
// Sections stand in document order in one slice and point at their parent by
// index. Their ids are stable strings made of kind and number ("measure-7",
// "part-3", "preamble"), fit for links, callbacks and judged question sets.
//
// [New] checks that the spans nest, are ordered and fall on rune boundaries, so
// that no other package needs to.
package document
