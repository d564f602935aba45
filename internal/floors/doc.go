// Package floors holds the codebase to its shape, by tests alone: which package
// may import which, which package owns each outside library, how long functions
// and files may be, that every package says what it is, and that every module in the
// program has a licence that allows it (testdata/licences.txt lists them).
//
// The tests read the source files themselves. Asking the go command instead
// would let "go test" report a cached pass after an import has changed; only the
// modules are asked for, which do not change but with go.mod.
package floors
