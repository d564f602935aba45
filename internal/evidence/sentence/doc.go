// Package sentence tells what one sentence says for itself: which kinds of things it has
// ([Kinds]), and, held against the words of a question, what it is about, what it says
// beyond them, and what stands beside them ([Read]).
package sentence
