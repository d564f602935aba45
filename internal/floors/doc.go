// Package floors holds the codebase to its shape, by tests alone: which package
// may import which, which package owns each outside library, how long functions
// and files may be, and that every package says what it is.
//
// The tests read the source files themselves. Asking the go command instead
// would let "go test" report a cached pass after an import has changed.
package floors
