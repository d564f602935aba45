// Package mentions finds every section of a document that mentions something.
//
// It does not rank. A list is to be complete, and literally true: every heading and
// sentence is indexed by all of its words, function words included, and what is found is
// held against the text itself ([Finder.Find]). Where no section has the words, those
// are named whose finding aids have them, and are told apart.
package mentions
