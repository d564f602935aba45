// Package doubt tells where an outline may be wrong: gaps and repeats in numbering, sections
// and sentences that are too long, numbered lines that became nothing, headings without
// text, and what only its look says to be a heading or a row of a table.
package doubt
