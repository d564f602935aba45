package talk

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/recent"
)

// A Memory keeps running conversations, so that another process can go on with
// them. What it keeps is for this package alone to read. Its methods are called
// from several goroutines and take a bounded time; their errors are logged, and
// what this process remembers is used.
type Memory interface {
	// Recall returns the state of a conversation that Remember kept last, nil if
	// there is none or the conversation has been idle for too long.
	Recall(ctx context.Context, conversation string) ([]byte, error)
	Remember(ctx context.Context, conversation string, state []byte) error
}

// A Conversation is what is remembered of one.
type Conversation struct {
	Turns    []Exchange `json:"turns"`              // oldest first
	Topics   []string   `json:"topics,omitempty"`   // of the lists shown last, for paging
	Language string     `json:"language,omitempty"` // of the last question that told
	used     time.Time
}

// An Exchange is a turn with the words in which the question was asked, made
// safe to show and shortened.
type Exchange struct {
	turn.Turn
	Asked    string
	Answered answer.Answer // without its document and its trace; zero if nothing was quoted
}

// Options are what Conversations need, all but Memory.
type Options struct {
	Most   int           // conversations, the idlest forgotten first
	Idle   time.Duration // a conversation is forgotten after so long
	Now    func() time.Time
	Memory Memory // nil: conversations are known to this process alone
	Log    *slog.Logger
}

// Conversations remembers a bounded number of conversations, each until it was
// idle for too long. With a Memory they are known to other processes, too, and
// what this one remembers serves where the Memory fails.
type Conversations struct {
	opt   Options
	mu    sync.Mutex
	byKey *recent.Map[string, Conversation]
}

// New returns no conversations yet.
func New(o Options) *Conversations {
	return &Conversations{opt: o, byKey: recent.NewMap[string, Conversation](o.Most)}
}

// Get returns the conversation of that key, empty if there is none.
func (c *Conversations) Get(ctx context.Context, key string) Conversation {
	return c.change(key, c.recalled(ctx, key))
}

// Update changes the conversation of that key, which may be empty. Slices that
// change is given may be read elsewhere: it makes new ones.
func (c *Conversations) Update(ctx context.Context, key string, change func(Conversation) Conversation) {
	known := c.recalled(ctx, key)
	t := c.change(key, func(t Conversation) Conversation { return change(known(t)) })
	if c.opt.Memory == nil {
		return
	}
	state, err := t.encode()
	if err == nil {
		err = c.opt.Memory.Remember(ctx, key, state)
	}
	if err != nil {
		c.opt.Log.ErrorContext(ctx, "remember a conversation", "err", err)
	}
}

// recalled returns a function that puts what the Memory knows in the place of
// what this process knew. It asks before c.mu is held: a slow Memory delays
// those who wait for it, and nobody else.
func (c *Conversations) recalled(ctx context.Context, key string) func(Conversation) Conversation {
	same := func(t Conversation) Conversation { return t }
	if c.opt.Memory == nil {
		return same
	}
	state, err := c.opt.Memory.Recall(ctx, key)
	if err != nil {
		c.opt.Log.ErrorContext(ctx, "recall a conversation", "err", err)
		return same
	}
	t := decode(state)
	return func(Conversation) Conversation { return t }
}

// change changes what this process knows of a conversation.
func (c *Conversations) change(key string, change func(Conversation) Conversation) Conversation {
	c.mu.Lock()
	defer c.mu.Unlock()
	t, known := c.byKey.Get(key)
	now := c.opt.Now()
	if known && now.Sub(t.used) > c.opt.Idle {
		t, known = Conversation{}, false
	}
	t = change(t)
	t.used = now
	if known || len(t.Turns) > 0 {
		c.byKey.Add(key, t)
	}
	return t
}

// Forget drops what this process knows of a conversation.
func (c *Conversations) Forget(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.byKey.Remove(key)
}
