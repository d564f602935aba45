// Package library opens documents: a folder with a source text, its document.yaml and
// its annotations, or one bare file of any format.
package library
