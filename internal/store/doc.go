// Package store keeps what outlives an answer, a process or a machine: ratings,
// questions that were not answered, choices of language and of a document, running conversations,
// the numbers of handled updates, replies that wait to be sent, and what a model chose. It is the
// Recorder and the Memory of package chat, and what replicas of a bot share.
//
// One schema (migrations) and one set of queries serve three kinds of database:
// SQLite in a file, for one process; PostgreSQL, for any number; and, where
// neither is set, SQLite in memory, which ends with the process.
//
// # What is kept, and for how long
//
// Persons, conversations and chats are kept as an HMAC-SHA256 under a key derived
// from the bot's token: the database alone names nobody, and only who has both
// can test whether somebody is in it. Replies that wait to be sent, and updates that
// wait for their turn, hold the chat and the text in the clear, for a day at most.
//
// Where processes share a database it also holds, as hashes, how much a person sent
// within the last minute, and for an hour which message answers which.
//
// What a model chose for a question is kept as places in the text, under such a hash of
// the question, with nothing that tells who asked.
//
// Ratings, questions and such choices are kept for a stated time, conversations until they have
// been idle for another, choices until they are taken back, handled updates for a
// day. [Store.Prune] deletes the rest every minute. In a file, what is deleted is
// overwritten and the log of changes emptied. Copies that SQLite leaves where it moves
// rows are overwritten within the hour, and after [Store.Forget] at once, or within a
// minute of the last one, so that nobody can keep the database busy with it: for 150 MB
// that takes 2 s, in which others wait for some milliseconds. The file keeps its size.
// Of PostgreSQL only the rows can be promised: its pages, its log and its backups
// are the operator's.
//
// A file survives the end of the process whole. When the power goes, what was written
// within the last second may be missing, but not in part: ratings, turns and choices of
// that second, messages that waited for their turn, and the notes of what was answered,
// so that some of it may be answered twice. PostgreSQL keeps all that it has confirmed,
// as it is set up at first.
//
// A file that is damaged when it is opened is set aside, and begun anew: state may
// be lost, the service may not. What was set aside is deleted when all that it holds is
// too old, or when somebody wants to be forgotten. What cannot be a file, or is another program's, is
// refused. What one person may have is bounded, as is each table in all.
//
// # Replicas
//
// A process tells every two seconds that it lives, in a row that is good for six
// by the database's clock. What it holds (an update that it handles, a reply
// that it sends, the lease to poll) is free for others once that row is out of
// date. An update carries a fencing number, which grows with every holder, so
// that one who was stopped and comes back finishes nothing that is another's;
// before it sends, a process asks [Store.Holds]. Updates of one chat are handled
// in the order of their numbers ([Store.Ahead]), wherever they land.
//
// A database that does not answer within half a second delays an answer once
// and is not asked for the next second. However slow it is and however often it is
// asked, it delays one answer by two seconds at most ([Budget]), from when it is taken to
// when it is noted: what is not known or kept by then does without. That holds for a
// process that is alone: of several none may handle what the database has not given it,
// and that is left to come again. What an update needs is therefore asked in few
// statements, of one way there and back each, and connections that take longer to be made
// than one may wait are kept for the next: where each reply takes 90 ms, updates that
// sixteen workers handle wait 0.8 s. Where all connections are in use, an operation waits
// for one as long as it may: that is counted, and is no sign that the database does not
// answer. One connection is left to the heartbeat. A database that answers and refuses, since it is full or may only
// be read, counts as failing until it keeps something again.
//
// # What it costs
//
// modernc.org/sqlite is SQLite without C; jackc/pgx is the maintained driver for
// PostgreSQL. Together they add 8.7 MB to the binary and 4 to 6 MiB to a process at
// rest. To claim, finish and send an update costs 0.4 ms in memory, 0.5 ms in a file
// and 1 ms with PostgreSQL on the same machine.
package store
