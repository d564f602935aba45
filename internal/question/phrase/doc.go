// Package phrase finds phrases in typed text: it cuts text into words and
// matches patterns of words against them. It knows nothing of what a phrase
// means, and of languages only that a Chinese character is a word.
//
// A [Vocabulary] numbers all words that any pattern or list has, so that words
// are compared as integers and a word that no pattern has costs nothing. It is
// filled first, by [Set.Add] and [Vocabulary.Number], and only read from then
// on; then it is safe for concurrent use.
//
// A pattern is a sequence of words to look for. In its source, spaces part
// elements, "|" parts alternatives, "_" joins the words of one alternative, a
// closing "?" makes an element optional, and
//
//	@level   a word that names a level     @levels  the same, in the plural
//	@ref     a reference                   @num     a number word or digits
//	+        one or more words, the topic; as few as the rest allows
//	^        nothing, before a word that opens a clause
//	$        nothing, behind the last word of a sentence
//	$name    alternatives that have a name of their own
//
// Chinese alternatives are written as they are; each character is a word.
package phrase
