package telegram

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"pincite/internal/listen"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/queue"
)

const (
	// closeTimeout is for the last responses, after all updates are handled.
	closeTimeout = 5 * time.Second

	// pushTimeout is how long a pushed update may take to be handled, those of its
	// chat before it included. The servers between here and the platform give up
	// after 30 s; what takes longer is pushed again, and known then.
	pushTimeout = listen.WriteTime - 5*time.Second
)

// check reports what of w Telegram would refuse.
func (w *WebhookOptions) check() error {
	if w.URL == "" {
		return nil
	}
	path, err := botapi.CheckWebhook(w.URL, w.Secret)
	if err != nil {
		return err
	}
	if (w.TLSCert == "") != (w.TLSKey == "") {
		return errors.New("telegram: a webhook with TLS needs both a certificate and its key")
	}
	w.path = path
	return nil
}

// serveWebhook registers the webhook and serves it until ctx ends, then
// drains. The webhook stays registered: Telegram keeps what comes meanwhile.
func (b *Bot) serveWebhook(ctx context.Context, q *queue.Queue) error {
	server, failed, err := b.listen(ctx)
	if err == nil {
		err = b.registerWebhook(ctx)
	}
	if err == nil {
		select {
		case <-ctx.Done():
		case err = <-failed:
		}
	}
	b.drain(q)
	if server != nil {
		closing, cancel := context.WithTimeout(context.Background(), closeTimeout)
		defer cancel()
		if closeErr := server.Shutdown(closing); closeErr != nil {
			server.Close()
		}
	}
	return err
}

// registerWebhook tells Telegram where to push updates.
func (b *Bot) registerWebhook(ctx context.Context) error {
	return b.persist(ctx, botapi.SetWebhook(b.opt.Webhook.URL, b.secret), nil)
}

// listen starts the bot's own server, if it is to have one. A later failure of
// the server is sent on the channel.
func (b *Bot) listen(ctx context.Context) (*http.Server, <-chan error, error) {
	w := b.opt.Webhook
	if w.Addr == "" {
		return nil, nil, nil
	}
	listener, err := listen.Open(ctx, w.Addr, "PINCITE_TELEGRAM_WEBHOOK_ADDR")
	if err != nil {
		return nil, nil, fmt.Errorf("telegram: the webhook: %w", err)
	}
	mux := http.NewServeMux()
	mux.Handle(w.path, b.Handler())
	server := listen.Server(mux, b.log)
	failed := make(chan error, 1)
	go func() {
		var err error
		if w.TLSCert != "" {
			err = server.ServeTLS(listener, w.TLSCert, w.TLSKey)
		} else {
			err = server.Serve(listener)
		}
		if !errors.Is(err, http.ErrServerClosed) {
			failed <- fmt.Errorf("telegram: serve the webhook: %w", err)
		}
	}()
	b.log.Info("listening for the webhook", "address", listener.Addr().String())
	b.listened(listener.Addr().String())
	return server, failed, nil
}

// Handler returns the handler of the webhook, for the bot's own server or for
// one that somebody else runs. It answers 200 when the update is handled, so
// that Telegram repeats what was not; until [Bot.Run] runs, and while it
// stops, it answers 503.
func (b *Bot) Handler() http.Handler {
	return botapi.Pushed(b.secret, maxBody, b.push)
}

// crowded reports whether so many updates are pushed that others may need their places.
func (b *Bot) crowded() bool { return b.pushing.Load() > mostPushed/2 }

// push handles one raw update and reports whether it need not come again.
func (b *Bot) push(ctx context.Context, raw []byte) bool {
	q := b.queue.Load()
	if q == nil {
		return false
	}
	u, err := botapi.Decode(raw)
	if err != nil && u.ID == 0 {
		b.log.Warn("update skipped", "err", err)
		return true // it would never become readable
	}
	known, err := b.register(q, raw)
	if err != nil {
		b.log.Debug("update left for later", "update", u.ID, "err", err)
		return false
	}
	j, _, err := b.accept(q, raw, known)
	if j == nil || err != nil {
		return false
	}
	if j.Passing {
		return true
	}
	b.pushing.Add(1)
	defer b.pushing.Add(-1)
	if b.keep(b.crowded(), j); j.Kept.Load() {
		return true
	}
	ctx, cancel := context.WithTimeout(ctx, pushTimeout)
	defer cancel()
	long := time.NewTimer(queue.OpenFor)
	defer long.Stop()
	for {
		select {
		case <-j.Done():
			b.post.Hold(ctx, j.ID, b.crowded())
			return j.Kept.Load() || j.Handled() && !b.post.Holds(j.ID, b.crowded())
		case <-long.C:
			if b.keep(b.crowded(), j); j.Kept.Load() {
				return true
			}
		case <-ctx.Done():
			return false
		}
	}
}
