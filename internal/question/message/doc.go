// Package message holds one message while it is read: its words, the sections that it
// names, its clauses, its language, and what its words weigh in the document. What it asks
// for is for package question.
package message
