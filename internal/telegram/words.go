package telegram

import (
	"pincite/internal/answer"
	"pincite/internal/chat"
)

// limitNotice is what a person over the limit is told, once a minute, in the
// language of a tag.
func limitNotice(tag string) string { return chat.TooMany(tag) }

func limitReply(tag string) chat.Reply {
	return chat.Reply{
		Kind:   answer.KindHelp,
		Blocks: []chat.Block{{Kind: chat.Line, Runs: []chat.Run{{Text: limitNotice(tag)}}}},
	}
}
