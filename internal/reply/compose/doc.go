// Package compose words replies: it turns an answer, a section, the contents or
// what the bot says of itself into a [reply.Reply], in the language of a [Voice].
//
// [Voice.Reply] words an answer, by its kind and reason; [Voice.About],
// [Voice.Browse], [Voice.LanguageMenu], [Voice.Verified] and [Voice.Offer] word the
// rest. [Voice.Context], [Voice.Quoted] and [Voice.Page] show one place in its text and
// without; [Voice.Menu] has what else can be done with it. The
// sentences come from package words; quotes are the document's own bytes.
//
// The data of a button is a [Verb], eight digits of the document's digest and a
// payload, [reply.MaxData] bytes at most. Nothing about a button is kept: [ParsePress] reads
// the data back and its digest tells the document; [Paged] and [Voice.Target]
// read the payload.
//
// Where several documents may be meant ([Voice.Among]), citations name theirs.
//
// What a person typed is shown on one line, without control and invisible
// characters, and shortened.
//
// Nothing here remembers anything or knows who asks: that is package chat.
package compose
