// Package lines reads the files in which versions before the database kept ratings,
// questions that were not answered, and choices: a line of JSON each, of which a later one
// takes the place of an earlier one on the same.
package lines
