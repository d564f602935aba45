// Package kept holds answers of the web server that are the same for all who ask:
// each is made once, kept compressed ([Body]), and sent to everybody from the same
// bytes, so that a peer that reads slowly, or never, holds no copy of its own.
//
// A [Cache] is bounded in bytes and drops the body unused for longest. It
// remembers the tags of many more bodies than it has, so that a browser that has a
// page is told so without the page being made again.
//
// Bodies are compressed with gzip, from the standard library. Brotli would make a
// page a tenth smaller for another megabyte of program and much slower packing.
package kept
