// Package store keeps in one file what outlives the process: ratings of
// answers, questions that the document did not answer, the interface language that
// a person has chosen, and the document that was chosen in a conversation. It is the
// Recorder of package chat.
//
// The file holds one JSON object a line, the first of which tells its version.
// What happens is appended; what is too old, or replaced by a later line, is
// left out when the file is rewritten, at the start and every hour. The old
// file gives way to the new one by a rename, so that a crash leaves one of the
// two whole; a last line that a crash cut short is dropped. Only the choices
// are held in memory.
//
// Ratings and questions are kept for a stated time, choices until
// they are changed or taken back. Persons are kept as an HMAC-SHA256 of their
// id under a random key that is made with the file and stays in it: ids cannot
// be read from the file, and lines taken out of it name nobody; whoever has
// the whole file can still test whether an id that they know is in it. The
// chat that a rating came from is not kept: in private its id is the person's.
// Read gives the ratings and questions back without persons, also while the
// file is in use.
//
// The file belongs to its owner alone (0600) and to one process at a time. It
// is not a database on purpose: modernc.org/sqlite added 4.2 MB to a program
// that aims to stay under 25, for three kinds of line that are read once.
package store
