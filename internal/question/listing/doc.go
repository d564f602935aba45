// Package listing reads a message as a wish for every place that mentions something: the
// words that say so, in any order, and what they leave over, which is looked for.
package listing
