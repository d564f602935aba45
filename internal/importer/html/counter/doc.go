// Package counter knows the numbers of lists: it writes them as browsers do, in
// digits, letters or Roman numerals, and recognises those that a page writes itself.
package counter
