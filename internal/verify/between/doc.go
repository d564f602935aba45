// Package between reads what is between two words: the marks that must be the same, and
// the quotation marks, dashes, ellipses, emphasis and blanks that may be others. It tells
// what had to be allowed for to call two such gaps the same.
package between
