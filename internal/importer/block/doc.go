// Package block holds what an importer makes of a file: one source text, and the
// blocks that its format tells apart.
//
// A format that marks its headings and lists (HTML, DOCX, Markdown) yields blocks
// of those kinds; one that does not (plain text) yields [Text], whose structure is
// inferred from its lines. Package outline makes the sections of either.
package block
