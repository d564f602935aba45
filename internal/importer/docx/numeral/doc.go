// Package numeral writes numbers as the lists of Word do: in letters, Roman and
// Chinese numerals, signs in circles, English words.
package numeral
