// Package looks finds the headings of a page that has no heading elements, by how
// its paragraphs look.
//
// Looks are those of headings if they are on short lines that never end as
// sentences do, occur more than once, and make up little of the text. Where some
// nearly always stand right below the name of a section ("Article 5"), they are
// those of its title. Which stand above which is read from what follows what
// without text between; where that says nothing, from which comes first. No word
// of any document is known here.
package looks
