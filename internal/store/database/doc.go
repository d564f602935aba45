// Package database opens a database and asks it in such a way that nobody waits for it
// longer than stated. It knows three kinds: PostgreSQL, for any number of processes;
// SQLite in a file, for one; and SQLite in memory, which ends with the process. What the
// tables are and what is in them is up to who opens it.
//
// A database that others share and that does not answer within half a second delays an
// answer once and is not asked for the next second; a file has no way to it that could be
// down, and may take longer for what is vital. However slow it is and however often it is
// asked, it delays one answer by two seconds at most ([Budget]), from when it is taken to
// when it is noted: what is not known or kept by then does without. What is asked of a
// database that is far should therefore be asked in few statements, of one way there and
// back each, and connections that take longer to be made than one may wait are kept for the
// next. Where all connections are in use, an operation waits for one as long as it may:
// that is counted, and is no sign that the database does not answer. One connection is left
// to what is urgent. A database that answers and refuses, since it is full or may only
// be read, counts as failing until it keeps something again.
//
// In a file, what is deleted is overwritten and the log of changes emptied. Copies that
// SQLite leaves where it moves rows are overwritten within the hour ([DB.Tidy]) or at once
// ([DB.Erase]): for 150 MB that takes 2 s, in which others wait for some milliseconds. The
// file keeps its size. What was written to it within the last second may be missing when
// the power goes, but not in part. A file that is damaged when it is opened is set aside,
// and begun anew. What cannot be a file, or is another program's, is refused.
//
// Outside dependencies: modernc.org/sqlite is SQLite without C; jackc/pgx is the maintained
// driver for PostgreSQL. Together they add 8.7 MB to the binary and 4 to 6 MiB to a process
// at rest.
package database
