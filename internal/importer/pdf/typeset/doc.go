// Package typeset puts the signs of a page into lines, in the order of reading:
// signs become fragments, fragments lines, and where the page has columns one is
// read before the other.
//
// Heights grow downwards and distances are in points, unless they are said to be
// in ems.
package typeset
