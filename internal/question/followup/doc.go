// Package followup tells whether a message refers to what was said before: by a pronoun whose
// noun is not there, by a connective, or because it is short.
package followup
