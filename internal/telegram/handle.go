package telegram

import (
	"context"
	"errors"
	"log/slog"

	"pincite/internal/rescue"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/post"
)

// Outcomes of an update, as the metrics name them, besides those of package respond.
const (
	outcomeWaits  = "waits"  // answered, and the reply waits to be sent
	outcomeFailed = "failed" // the reply could not be sent
	outcomePanic  = "panic"
	outcomeBefore = "duplicate" // handled before, perhaps elsewhere
	outcomeLater  = "later"     // left to come again
)

// handle handles one update within its deadline, unless updates after since were left
// behind, or another process is busy with the chat. A panic costs that update and no more.
func (b *Bot) handle(ctx context.Context, u *botapi.Update, since int64) (came fate) {
	ctx, cancel := context.WithTimeout(b.opt.Metrics.Into(ctx), updateTimeout)
	defer cancel()
	start, kind, outcome := b.now(), u.Kind(), outcomePanic
	log := b.log.With("update", u.ID, "kind", kind)
	defer func() {
		if p := recover(); p != nil {
			b.opt.Metrics.PanicRecovered()
			err := rescue.Caught(p)
			log.ErrorContext(ctx, "panic while handling an update", "err", err, "stack", err.Stack)
			came = done
		}
		if came == behind || came == busy {
			return // it is not over
		}
		b.opt.Metrics.UpdateHandled(kind, outcome, b.now().Sub(start))
	}()
	var err error
	outcome, err = b.visit(ctx, u, since)
	switch {
	case errors.Is(err, errBehind):
		return behind
	case errors.Is(err, errStoreAway):
		log.LogAttrs(ctx, slog.LevelDebug, "the store is waited for")
		return busy
	case errors.Is(err, errBusyElsewhere):
		return busy
	case errors.Is(err, post.ErrLater):
		outcome = outcomeLater
		log.LogAttrs(ctx, slog.LevelInfo, "update left for later", slog.Any("err", err))
		b.giveUp(u.ID)
		return later
	case errors.Is(err, post.ErrWaits):
		outcome = outcomeWaits
	case err != nil:
		outcome = outcomeFailed
		log.LogAttrs(ctx, slog.LevelWarn, "update not answered", slog.Any("err", err))
	}
	return done
}

// A fate is what came of an update.
type fate int

const (
	later  fate = iota // given up: it comes again
	done               // it need not come again
	behind             // what was left behind of its chat comes first
	busy               // another process is busy with its chat, or the store is waited for
)
