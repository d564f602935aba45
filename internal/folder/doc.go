// Package folder reads documents from their files, and writes their folders.
//
// [Load] reads one document: the folder that holds its source.txt or source.md, its
// document.yaml and its annotations, or one bare file of any format. [Write] makes the
// folder of a bare file. What takes long to read is kept in a cache, and what does not
// fit into the memory that is left is refused.
package folder
