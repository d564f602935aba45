// Package encoding turns the bytes of a text file into UTF-8: [Decode] finds out
// how they are encoded, [DecodeAs] takes the name that a page gives of itself.
//
// What it guesses from, in this order: a byte order mark; the zero bytes of
// UTF-16; valid UTF-8; the double-byte encodings of China, Japan and Korea by
// their letters; the Cyrillic code pages by theirs; and Windows-1252 for the
// rest. The few control bytes that a broken export leaves are taken out and the
// warning says how many; a file that is full of them is refused.
//
// Outside dependency: golang.org/x/text/encoding, for legacy encodings, which
// the standard library lacks. Its tables take about 0.9 MB of the binary and
// nothing at start. 1 MB of Windows-1251 or Big5 takes about 25 ms on one core
// (go test -bench Decode).
package encoding
