// Package render turns a [reply.Reply] into what a carrier takes: [Telegram]
// HTML, [Web] HTML, [Plain] text, coloured text for a [Terminal], and, from the
// answer behind the reply, the [JSON] object of the command line and the API.
//
// The words come from the reply, but for the few that only a carrier's form
// needs. Everything is escaped here and nowhere else.
//
// A Telegram message is at most 4,096 UTF-16 units and 100 entities. A reply is
// cut between its blocks, and a block that is too long between paragraphs,
// sentences or words, before any tag is written: a tag is never cut.
package render
