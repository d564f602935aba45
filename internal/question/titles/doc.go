// Package titles finds the titles of a document's sections among the words of a
// message: whole, quoted, announced ("the section titled …"), in part, with a slip, in
// short, by their first letters, joined otherwise than the document joins them.
package titles
