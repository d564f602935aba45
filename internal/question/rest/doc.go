// Package rest weighs what a message says besides the sections that it names: words with
// weight in the document ask something, the others are the frame of a look-up.
package rest
