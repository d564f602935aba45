package telegram

import (
	"context"
	"fmt"
	"time"

	"pincite/internal/telegram/botapi"
)

// inspectTimeout bounds each of the calls of Inspect.
const inspectTimeout = 10 * time.Second

// A Standing is what Telegram says of a bot and of its webhook. Of the webhook's
// address it holds the host alone: the path may be a secret.
type Standing struct {
	Username      string
	Inline        bool      // inline mode is on
	ReadsMentions bool      // privacy mode is off: mentions in groups reach the bot
	Webhook       string    // host that updates are pushed to; "" for none
	Ours          bool      // that is the address asked about
	Pending       int       // updates that wait
	FailedAt      time.Time // of the last push that failed; zero for none
	FailedWhy     string
}

// Inspect asks Telegram about the bot of a token and its webhook, once each, and
// changes nothing. apiURL is the base address of the Bot API, "" for the
// platform's own; webhook is the address that updates should go to, "" for none.
// No error holds the token.
func Inspect(ctx context.Context, token, apiURL, webhook string) (Standing, error) {
	c, err := botapi.New(botapi.Options{Token: token, Address: apiURL, Timeout: inspectTimeout})
	if err != nil {
		return Standing{}, err
	}
	var self botapi.User
	var info botapi.WebhookInfo
	err = c.Do(ctx, botapi.GetMe(), &self)
	if err == nil {
		err = c.Do(ctx, botapi.GetWebhookInfo(), &info)
	}
	if err != nil {
		if refused := botapi.Refusal(err); refused != nil {
			return Standing{}, refused
		}
		return Standing{}, fmt.Errorf("telegram: no answer: %w; check the network and telegram.api_url", err)
	}
	s := Standing{
		Username: self.UserName, Inline: self.SupportsInlineQueries, ReadsMentions: self.CanReadAllGroupMessages,
		Webhook: info.Host(), Ours: info.URL == webhook, Pending: info.Pending, FailedWhy: info.FailedWhy,
	}
	if info.FailedAt != 0 {
		s.FailedAt = time.Unix(info.FailedAt, 0).UTC()
	}
	return s, nil
}

// State says in a line whether Telegram answers, for an operator.
func (b *Bot) State() string {
	t := b.client.Trouble()
	switch {
	case b.self.Load() == nil && t == nil:
		return "starting"
	case t == nil:
		return "answers"
	}
	return fmt.Sprintf("does not answer for %s (%s)", b.now().Sub(t.Since).Round(time.Second), t.Class)
}

// Answers reports whether the last call of the Bot API was answered.
func (b *Bot) Answers() bool { return b.client.Trouble() == nil }

// Waiting returns how many updates are accepted and not yet handled.
func (b *Bot) Waiting() int {
	if q := b.queue.Load(); q != nil {
		return q.Pending()
	}
	return 0
}
