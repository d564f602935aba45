// Package message turns a [reply.Reply] into messages of the Bot API: text in the
// few tags of HTML that Telegram knows, and inline buttons.
//
// A message is at most 4,096 UTF-16 units and 100 entities. A reply is cut between
// its blocks, and a block that is too long between paragraphs, sentences or words,
// before any tag is written: a tag is never cut. Everything is escaped where it is
// written, in one place.
package message
