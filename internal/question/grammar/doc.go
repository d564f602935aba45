// Package grammar holds the rules by which messages are read: which words ask,
// greet, name or frame, and in which patterns, one file a language. How a
// message is read with them is for package question.
//
// A file is a row of sections. A line in brackets begins one and names what it
// adds to:
//
//	[words NAME]     a list of words, in which order does not matter
//	[macro $NAME]    alternatives that patterns share
//	[spelling]       typed forms, "=", the word that they are read as
//	[spelling behind WORD|WORD]  the same directly behind one of these words alone, or
//	                 "before" one; a form with accents is compared as typed
//	[numbers]        a value and the words for it, in messages and to documents in the
//	                 language, and beside its names of levels: "sei" is six in Italian alone
//	[GROUP INTENT]   patterns (see package phrase) of one intent of a group
//
// Behind patterns stand examples, "> message => reading", which the tests read in
// the document of their own: whoever adds a rule shows beside it what it is for.
// A line that begins with "#" is a comment.
//
// Words are written as they are folded for comparison: lower case, no accents, ё
// as е, simplified Chinese characters. All languages are compiled into the same
// sets, since the language of three words is a guess and messages mix them.
// Another language is another file here, and one in text/words.
package grammar
