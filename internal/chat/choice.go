package chat

import (
	"context"
	"log/slog"

	"pincite/internal/recent"
)

// choices are what people have chosen of one kind, by whose choice it is. Where there is no
// Recorder, or it fails, they hold for as long as this process runs, as people are told.
type choices struct {
	what string // for the log
	log  *slog.Logger
	here *recent.Map[string, string]
	look func(ctx context.Context, owner string) (string, error) // nil where there is no Recorder
	keep func(ctx context.Context, owner, value string) error
}

// get returns a choice, "" for none.
func (c *choices) get(ctx context.Context, owner string) string {
	if value, here := c.here.Get(owner); here || c.look == nil {
		return value
	}
	value, err := c.look(ctx, owner)
	if err != nil {
		c.log.ErrorContext(ctx, "look up "+c.what, "err", err)
	}
	return value
}

// set keeps a choice; "" forgets it.
func (c *choices) set(ctx context.Context, owner, value string) {
	if c.keep != nil {
		err := c.keep(ctx, owner, value)
		if err == nil {
			c.here.Remove(owner)
			return
		}
		c.log.ErrorContext(ctx, "keep "+c.what, "err", err)
	}
	c.here.Add(owner, value)
}

// forget drops what this process knows of a choice.
func (c *choices) forget(owner string) { c.here.Remove(owner) }
