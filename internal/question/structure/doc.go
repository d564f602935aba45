// Package structure reads questions about the structure of a document: how it is arranged,
// how many sections it has, what a section holds, which one holds it.
package structure
