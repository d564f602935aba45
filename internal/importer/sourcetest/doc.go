// Package sourcetest is what the tests of importers share: a printed form of a
// source for golden files, and the rules that every source keeps. Only tests
// import it.
package sourcetest
