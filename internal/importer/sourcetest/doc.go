// Package sourcetest is what the tests of importers share: two printed forms of a
// source for golden files, [Print] with all that there is and [Dump] with a line a
// block, and the rules that every source keeps; and [FS], files in memory. Only tests
// import it.
package sourcetest
