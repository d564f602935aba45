// Package store keeps in one SQLite file what outlives the process: ratings of
// answers, questions that the document did not answer, and the interface
// language that a person has chosen. It is the Recorder of package chat.
//
// Ratings and questions are deleted after a stated time, and overwritten in
// the file as they go. Choices of language stay until they are changed or
// taken back. Persons are kept as an HMAC-SHA256 of their id under a random
// key that is made with the file and stays in it: ids cannot be read from the
// file, and rows taken out of it name nobody; whoever has the whole file can
// still test whether an id that they know is in it. The chat that a rating
// came from is not kept: in private its id is the person's.
//
// The file is in WAL mode and belongs to its owner alone (0600). Several
// processes may share it. Tables change by the numbered files in migrations,
// each applied once in a transaction; a file from a later version is refused.
//
// Outside dependency: modernc.org/sqlite, SQLite translated to Go, so that the
// program stays one binary without cgo.
package store
