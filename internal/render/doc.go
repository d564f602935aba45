// Package render draws a [reply.Reply] as HTML for the chat page ([Web]), as
// [Plain] text, as coloured text for a [Terminal], and as the [JSON] object of
// the command line and the API. Messages for Telegram are drawn by package
// telegram/message.
//
// The words come from the reply; the few that only the form needs are in reply/words, too.
//
// Outside dependency: github.com/rivo/uniseg, which knows where a line may break
// and how wide a terminal draws a character. Its tables add 0.3 MB to the binary.
package render
