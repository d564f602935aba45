package telegram

import (
	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/reply"
)

// limitNotice is what a person over the limit is told, once a minute, in the
// language of a tag.
func limitNotice(tag string) string { return chat.TooMany(tag) }

// noticeReply is a reply of one line.
func noticeReply(line string) reply.Reply {
	return reply.Reply{
		Kind:   answer.KindHelp,
		Blocks: []reply.Block{{Kind: reply.Line, Runs: []reply.Run{{Text: line}}}},
	}
}
