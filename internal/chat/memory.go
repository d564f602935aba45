package chat

import (
	"context"
	"log/slog"
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
// idle for too long. With a Memory they are known to other processes, too, and
// what this one remembers serves where the Memory fails.
type conversations struct {
	mu     sync.Mutex
	byKey  *recent.Map[string, conversation]
	idle   time.Duration
	now    func() time.Time
	memory Memory // nil for none
	log    *slog.Logger
}

// newConversations returns none yet; o is complete.
func newConversations(o Options) *conversations {
	return &conversations{
		byKey: recent.NewMap[string, conversation](o.Conversations),
		idle:  o.Idle, now: o.Now, memory: o.Memory, log: o.Log,
	}
}

// get returns the conversation of that key, empty if there is none.
func (c *conversations) get(ctx context.Context, key string) conversation {
	return c.change(key, c.recalled(ctx, key))
}

// update changes the conversation of that key, which may be empty. Slices that
// change is given may be read elsewhere: it makes new ones.
func (c *conversations) update(ctx context.Context, key string, change func(conversation) conversation) {
	known := c.recalled(ctx, key)
	t := c.change(key, func(t conversation) conversation { return change(known(t)) })
	if c.memory == nil {
		return
	}
	state, err := t.encode()
	if err == nil {
		err = c.memory.Remember(ctx, key, state)
	}
	if err != nil {
		c.log.ErrorContext(ctx, "remember a conversation", "err", err)
	}
}

// recalled returns a function that puts what the Memory knows in the place of
// what this process knew. It asks before c.mu is held: a slow Memory delays
// those who wait for it, and nobody else.
func (c *conversations) recalled(ctx context.Context, key string) func(conversation) conversation {
	same := func(t conversation) conversation { return t }
	if c.memory == nil {
		return same
	}
	state, err := c.memory.Recall(ctx, key)
	if err != nil {
		c.log.ErrorContext(ctx, "recall a conversation", "err", err)
		return same
	}
	t := decodeConversation(state)
	return func(conversation) conversation { return t }
}

// change changes what this process knows of a conversation.
func (c *conversations) change(key string, change func(conversation) conversation) conversation {
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

// forget drops what this process knows of a conversation.
func (c *conversations) forget(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.byKey.Remove(key)
}
