package chat

import (
	"sync"
	"time"

	"pincite/internal/answer"
	"pincite/internal/recent"
)

// A conversation is what is remembered of one.
type conversation struct {
	turns    []exchange // oldest first
	topics   []string   // of the lists shown last, for paging
	language string     // of the last question that told
	used     time.Time
}

// An exchange is a turn with the words in which the question was asked, made
// safe to show and shortened.
type exchange struct {
	answer.Turn
	asked    string
	answered answer.Answer // without its document and its trace; zero if nothing was quoted
}

// conversations remembers a bounded number of conversations, each until it was
// idle for too long.
type conversations struct {
	mu    sync.Mutex
	byKey *recent.Map[string, conversation]
	idle  time.Duration
	now   func() time.Time
}

func newConversations(limit int, idle time.Duration, now func() time.Time) *conversations {
	return &conversations{byKey: recent.NewMap[string, conversation](limit), idle: idle, now: now}
}

// get returns the conversation of that key, empty if there is none.
func (c *conversations) get(key string) conversation {
	return c.update(key, func(t conversation) conversation { return t })
}

// update changes the conversation of that key, which may be empty. Slices that
// change is given may be read elsewhere: it makes new ones.
func (c *conversations) update(key string, change func(conversation) conversation) conversation {
	c.mu.Lock()
	defer c.mu.Unlock()
	t, known := c.byKey.Get(key)
	now := c.now()
	if known && now.Sub(t.used) > c.idle {
		t, known = conversation{}, false
	}
	t = change(t)
	t.used = now
	if known || len(t.turns) > 0 {
		c.byKey.Add(key, t)
	}
	return t
}
