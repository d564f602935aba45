// Package spell brings the spellings of a word together: a misspelt one with the
// words that it may be ([Speller]), and one that is written as one word
// with the same written as two ([Compounds]). Both learn from the texts of a
// document, not from a dictionary; only what common English knows is left alone.
package spell
