// Package step reads steps from the section that was shown last: the next one, the one before,
// the whole of it, the same in short.
package step
