// Package store keeps what outlives an answer, a process or a machine: ratings,
// questions that were not answered, choices of language and of a document, running conversations,
// the numbers of handled updates, replies that wait to be sent, and what a model chose. It is the
// Recorder of package chat and the Memory of package talk, and what replicas of a bot share.
//
// One schema (migrations) and one set of queries serve the three kinds of database that
// package database opens: SQLite in a file, for one process; PostgreSQL, for any number;
// and, where neither is set, SQLite in memory, which ends with the process.
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
// overwritten: copies that are left of it within the hour, and after [Store.Forget] at
// once, or within a minute of the last one.
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
// A process tells every two seconds that it lives, in a row of its own. Others see that
// the row changes; who has seen for six seconds, by its own clock, that it does not, strikes
// it off, unless it changes at that very moment. What the process holds (an update that it
// handles, a reply that it sends, the lease to poll) is free for others from then on: some
// eight seconds after it was last heard of, or after the other has begun to look: one that
// has just started, or to which the database did not answer for four seconds, counts from
// its first look on. (Versions that went by the database's clock are to be stopped before
// this one starts beside them; and the clock of a machine that sleeps stands still.) The process itself sends and drops nothing that
// it holds from five seconds after it has begun to tell, unless it has told again; and when
// it finds that it was struck off, only what it is given anew. No clock that somebody can set
// has a part in that, neither a process's nor the database's. How old what is kept is they tell
// by the clock of the database's server, all of them, whatever their own say. An update carries a fencing
// number, which grows with every holder, so
// that one who was stopped and comes back finishes nothing that is another's;
// before it sends, a process asks [Store.Holds]. Updates of one chat are handled
// in the order of their numbers ([Store.Ahead]), wherever they land, and nothing is sent to
// a chat before what another has to send there first ([Store.Outbox]).
//
// However slow a database is, it delays one answer by two seconds at most
// ([database.Budget]). That holds for a process that is alone, and has been for half a minute: of several none may handle
// what the database has not given it, and that is left to come again. A file is waited for
// up to a minute where without it an answer would come twice or out of order. What an update needs
// is therefore asked in few statements: where each reply takes 90 ms, updates that
// sixteen workers handle wait 0.8 s.
//
// # What it costs
//
// To claim, finish and send an update costs 0.4 ms in memory, 0.5 ms in a file
// and 1 ms with PostgreSQL on the same machine.
package store
