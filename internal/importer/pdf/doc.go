// Package pdf reads PDF files with PDFium, which runs as WebAssembly in a process
// of its own.
//
// [Read] starts this very program again with the hidden verb [Verb]; that process
// gets the file on its standard input, calls [Main], and writes what it read as
// JSON. It is killed when its time is up or nobody waits for it any more, it sees
// neither files nor the environment, and its memory is bounded. Package typeset
// makes lines of the signs on the pages, and package layout blocks of the lines.
//
// The libraries are github.com/klippa-app/go-pdfium (MIT), which holds PDFium
// (Apache 2.0, BSD), and github.com/tetratelabs/wazero (Apache 2.0), which runs it
// without cgo. They are here because no library in Go alone reads columns, right
// to left writing and the fonts of real files. What they cost, on two cores of
// 2026:
//
//	size of the program      13 MB more
//	first start              3.2 s of one core and 340 MB, to compile PDFium
//	later starts             0.1 s, with the compiled code from Options.CacheDir (21 MB)
//	a page of text           10 to 20 ms
//	a law of 2 pages         0.15 s,  55 MB at most
//	a manual of 193 pages    4 s,     95 MB
//	a manual of 397 pages    5 to 10 s, 122 MB
//
// Limits: files of 256 MB, 10,000 pages, 300,000 signs on a page and 20 million in
// all, 768 MB for PDFium; for a moment the process has 2 GB, as that grows by being copied.
package pdf
