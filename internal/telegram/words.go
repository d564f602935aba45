package telegram

import (
	"time"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/reply"
)

// limitNotice is what a person over the limit is told, in the language of a tag.
func limitNotice(tag string, wait time.Duration) string {
	return chat.TooMany(tag, int((wait+time.Second-1)/time.Second))
}

// own is a reply of the bot's own words alone.
func own(words string) reply.Reply {
	r := reply.Reply{Kind: answer.KindHelp}
	r.Say(words)
	return r
}
