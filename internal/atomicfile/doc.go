// Package atomicfile writes files that are there whole or not at all: what is written
// goes into a new file beside the one that is wanted, which takes its name at the end.
// Whoever opens the name finds the old file or the new one, at any time, and so does
// who comes after a crash. What a crash can leave is a new file without its name, which
// begins with the wanted one and ends in [Unfinished].
package atomicfile
