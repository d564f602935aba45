// Package chat is one turn of conversation, whatever carries it: what a person
// sent goes in, a reply without markup comes out.
//
// It holds what a conversation is: commands, context, language. Below
// it, package words has the bot's own words, in English, Chinese, Russian and
// Spanish, and package compose makes replies of them and of answers. A reply is
// worded in the language that the person chose, else in that of the question,
// else in that of the conversation or the person's client.
//
// [Chat.Ask] takes any text. The commands that are about the bot (/start,
// /help, /toc, /documents, /about, /privacy, /forgetme, /language) are answered here;
// the text of /verify, and a passage that is pasted without a question, is checked word
// by word, and a question beside such a passage is asked as one that follows it (package
// pasted tells them apart); /find,
// /measure 7 and everything else goes to the library of documents, together with the last turns
// of the conversation and with what the message replies to. What a message of the
// bot cited is kept by package cited ([Chat.Sent]); after a restart its links tell.
//
// Of several documents a conversation may have chosen one (/documents); it is asked
// unless a message names another.
//
// A carrier with little room says so ([Message.Room]): its replies are short, long
// sections come in pages, and what surrounds a quote unfolds in place. An answer is
// kept with its exchange, so that it can be folded again.
//
// [Chat.Press] takes the data of a pressed button. Nothing about a button is kept
// in memory, except a list's topic that is too long for it; its digest tells the
// document, and that a text has changed: then the library tells where the section is
// now. [Chat.Offer] serves inline queries.
//
// A message that the program panics over gets a reply that says so, whatever carries it; the
// fault is counted and logged, but not what was asked.
//
// Package talk remembers the conversations: so many, so many turns in each, forgotten
// when idle; with a memory that is shared, to other processes and after a restart. What a person typed is shown back, remembered and recorded only
// without control and invisible characters, and shortened.
package chat
