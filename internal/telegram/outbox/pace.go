package outbox

import (
	"time"

	"pincite/internal/recent"
)

// What the platform takes for one chat: one message a second, with short bursts;
// in a group no more than twenty in a minute.
const (
	perMinute = 60
	burst     = 3

	groupPerMinute = 15 // with the burst, twenty in any minute
	groupBurst     = 5

	// maxPaced bounds the chats whose messages are counted. One that is forgotten
	// has been quiet for longer than ten thousand others.
	maxPaced = 10_000
)

// A pace counts what is sent to each chat. A nil pace sets no limit.
type pace struct {
	people, groups *recent.Limiter[int64]
}

func newPace() *pace {
	return &pace{
		people: recent.NewSpread[int64](perMinute, burst, maxPaced),
		groups: recent.NewSpread[int64](groupPerMinute, groupBurst, maxPaced),
	}
}

// take counts one message to a chat, or returns how long it has to wait. The
// numbers of groups are below zero.
func (p *pace) take(chat int64, now time.Time) (wait time.Duration) {
	switch {
	case p == nil:
	case chat < 0:
		wait, _ = p.groups.Take(chat, now)
	default:
		wait, _ = p.people.Take(chat, now)
	}
	return wait
}
