// Package lean tells whether a message leans on what was said before: by a pronoun whose
// noun is not there, by a connective, or because it is short.
package lean
