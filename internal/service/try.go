package service

import (
	"cmp"
	"context"
	"errors"
	"log/slog"

	"pincite/internal/chat"
	"pincite/internal/config"
	"pincite/internal/gate"
	"pincite/internal/library"
	"pincite/internal/store"
)

// Try makes the parts that the settings ask for, about the documents of l, without running
// them: they refuse what cannot be. It returns the address of the reader, "" if there is
// none, and leaves nothing behind.
func Try(ctx context.Context, c config.Config, l *library.Library) (reader string, err error) {
	memory, err := store.Open(ctx, store.Options{})
	if err != nil {
		return "", err
	}
	defer memory.Close() // with nothing in it
	s := &Service{log: slog.New(slog.DiscardHandler), library: l, gate: gate.New(1, 1), chat: chat.New(chat.Options{Library: l}), store: memory}
	err = errors.Join(s.addBot(c), s.addWeb(c))
	if idle(c) {
		err = errIdle
	}
	if err != nil || s.web == nil {
		return "", err
	}
	return cmp.Or(c.Web.PublicURL, "http://"+c.Web.Addr), nil
}
