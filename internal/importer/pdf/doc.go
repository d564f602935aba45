// Package pdf reads PDF files with PDFium, which runs as WebAssembly in a process
// of its own.
//
// [Read] starts this very program again with the hidden verb [Verb]; that process
// gets the file on its standard input, calls [Main], and writes what it read as
// JSON. It is killed when its time is up or nobody waits for it any more, it sees
// no file of the machine, and its memory is bounded. Package layout makes blocks
// of the signs on the pages.
package pdf
