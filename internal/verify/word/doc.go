// Package word reads texts as words to be compared: where they begin and end, and the
// form that two prints of one word share. It tells what has to be allowed for to call
// two prints the same, and whether other words change a number, a negation, a condition
// or a name. What is between words is for package between.
//
// It knows nothing of documents but their spans. The only words of languages in it
// are those that deny, in negations.txt, and those that restrict, in conditions.txt.
package word
