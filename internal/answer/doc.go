// Package answer finds what a document says in answer to a question, or that it
// does not say it.
//
// [Answerer.Answer] has the question read by package question. Lookups, outline
// (package contents), title and dates come straight from the document; lists go through every
// sentence ([Answerer.Mentions]); all else is searched for.
//
// # Search
//
// Package evidence gathers what speaks for each section. The best sentence of
// the best section is quoted, with the neighbour of its paragraph or list that is as
// good, and up to two further sections are cited.
//
// # Abstention
//
// A verdict asks package confidence how likely it is that the quote answers: how much
// of the question it meets, and whether it has the kind of thing that is asked for at
// all, a date, a sum, a place. Terms that annotations mark as named but never spelled
// out are not claimed to be explained. So an answer is one of three: it answers,
// these are the closest passages, or the document does not say.
//
// # Follow-ups
//
// What a message means after the earlier turns is read by package turn, which keeps
// their questions as they were read: nothing is read twice. A follow-up borrows the words
// of the turn before, at less weight, and its section. What a question says itself always
// counts more.
//
// # Cost
//
// What one message costs is bounded: it is read up to a length and so many words; a
// list is of so many phrases; of what a search finds, so many sections are looked at
// closer, and so many of their sentences examined for the thing asked for; so many
// questions of one message are answered one by one, which share a budget of postings with
// whatever else is tried besides reading the message as one question, and each byte that is
// read once more counts as some. Once that is spent nothing further is begun. All of it ends with the context.
// A search for the message that costs most, at home and in a document of 5 MB:
//
//	go test ./internal/answer -run WorstMessage -v -messages 100000 -bytes 5000000 -timeout 2h
package answer
