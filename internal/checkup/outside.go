package checkup

import (
	"context"
	"time"

	"pincite/internal/store"
	"pincite/internal/telegram"
	"pincite/internal/text"
)

// telegram asks what Telegram knows of the bot.
func (k *checkup) telegram(ctx context.Context) {
	t := k.Config.Telegram
	if t.Token == "" {
		k.say(unset, "token", "no bot: PINCITE_TELEGRAM_TOKEN is not set")
		return
	}
	s, err := telegram.Inspect(ctx, t.Token.Reveal(), t.APIURL, t.Webhook.URL)
	if err != nil {
		k.say(broken, "token", "%v", err)
		return
	}
	said := "@" + s.Username
	if !s.Inline {
		said += "; inline mode is off, /setinline at @BotFather turns it on"
	}
	k.say(well, "token", "%s", said)
	k.webhook(s, t.Webhook.URL != "")
}

// recently is how long a push that failed is of interest.
const recently = time.Hour

func (k *checkup) webhook(s telegram.Standing, wanted bool) {
	waiting := text.Count(s.Pending, "update") + " waiting"
	switch {
	case wanted && s.Ours && time.Since(s.FailedAt) < recently:
		k.say(doubt, "webhook", "a push to %s failed at %s: %s; %s", s.Webhook, s.FailedAt.Format(time.TimeOnly), s.FailedWhy, waiting)
	case wanted && s.Ours:
		k.say(well, "webhook", "set to %s; %s", s.Webhook, waiting)
	case wanted && s.Webhook == "":
		k.say(doubt, "webhook", "not set yet: serve sets it when it starts; %s", waiting)
	case wanted:
		k.say(doubt, "webhook", "set to another address at %s: serve changes it when it starts; %s", s.Webhook, waiting)
	case s.Webhook != "":
		k.say(doubt, "webhook", "updates are pushed to %s: serve, which polls, removes that when it starts; stop what runs there, or set telegram.webhook.url", s.Webhook)
	default:
		k.say(well, "webhook", "none: the bot polls; %s", waiting)
	}
}

// store looks at the database.
func (k *checkup) store(ctx context.Context) {
	o := store.Options{Path: k.Config.Store.Path, URL: k.Config.Store.URL.Reveal()}
	if o.Path == "" && o.URL == "" {
		k.say(unset, "store", "in memory, lost when serve ends; store.path or store.url keeps it")
		return
	}
	s, err := store.Inspect(ctx, o)
	if err != nil {
		k.say(broken, "store", "%v", err)
		return
	}
	name := "PostgreSQL"
	if o.Path != "" {
		name = o.Path
	}
	switch kept := text.Count(s.Ratings, "rating") + ", " + text.Count(s.Questions, "unanswered question"); {
	case s.Earlier:
		k.say(well, "store", "%s is of an earlier version: serve makes a database of it", name)
	case s.New:
		k.say(well, "store", "%s: empty, serve makes the tables", name)
	case o.URL != "":
		k.say(well, "store", "%s: %s at work; %s", name, text.Count(s.Replicas, "process"), kept)
	case s.InUse:
		k.say(well, "store", "%s: in use by a process, and only one can; %s", name, kept)
	default:
		k.say(well, "store", "%s: %s", name, kept)
	}
}
