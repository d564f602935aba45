package telegram

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"pincite/internal/request"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/post"
)

// turnPause is how long to wait before looking again whether another process has
// handled what comes first in a chat.
const turnPause = 50 * time.Millisecond

// turnPatience is for how long an update waits for that in a worker's hands: for longer
// than most are at hand, not for as long as a chat may have to wait. Then the worker turns
// to others.
const turnPatience = 4 * turnPause

// errBusyElsewhere says that another process handles what comes first in the chat, or has a
// reply to it that waits.
var errBusyElsewhere = errors.New("another process is busy with the chat")

// errBehind says that earlier updates of the chat were left behind and come first.
var errBehind = errors.New("earlier updates come first")

// visit handles an update once among all processes, in its turn.
func (b *Bot) visit(ctx context.Context, u *botapi.Update, since int64) (outcome string, err error) {
	v, err := b.begin(ctx, u, since)
	switch {
	case errors.Is(err, store.ErrHandled):
		return outcomeBefore, nil
	case err != nil:
		return outcomeLater, err
	}
	defer func() {
		if endErr := b.end(ctx, v); err == nil {
			err = endErr
		}
	}()
	return b.responder.Respond(ctx, v, u)
}

// begin claims an update and waits for its turn for a while. The error is errBehind if
// updates after since come first that nobody else has, and errBusyElsewhere if the wait goes
// on.
func (b *Bot) begin(ctx context.Context, u *botapi.Update, since int64) (*post.Visit, error) {
	v := &post.Visit{Chat: u.Mailbox(), Beside: u.Inline != nil}
	var err error
	if v.Claim, err = b.opt.Store.Take(ctx, int64(u.ID), turnKey(u)); err != nil {
		return b.unclaimed(v, err)
	}
	if v.Beside {
		return v, nil
	}
	for began := b.now(); ; {
		look := request.With(ctx, request.Name(ctx)) // while another is busy it is not the database that is waited for
		before := request.Waited(ctx, 0)
		request.Waited(look, before)
		turn, err := b.opt.Store.Ahead(look, v.Claim, since)
		if err != nil {
			return b.unclaimed(v, err)
		}
		if !turn.Busy {
			request.Waited(ctx, request.Waited(look, 0)-before)
			v.First = turn.First
			if turn.Behind {
				return nil, errBehind
			}
			return v, nil
		}
		if b.now().Sub(began) >= turnPatience {
			return nil, errBusyElsewhere
		}
		if err := b.sleep(ctx, turnPause); err != nil {
			return nil, fmt.Errorf("%w: another process is busy with the chat", post.ErrLater)
		}
	}
}

// giveUp lets other processes have updates that this one leaves for later.
func (b *Bot) giveUp(ids ...int) {
	all := make([]int64, len(ids))
	for i, id := range ids {
		all[i] = int64(id)
	}
	b.opt.Store.Release(context.Background(), all...)
}

// unclaimed goes on without the store where nobody shares it.
func (b *Bot) unclaimed(v *post.Visit, err error) (*post.Visit, error) {
	switch {
	case errors.Is(err, store.ErrHandled):
		return nil, err
	case !errors.Is(err, store.ErrElsewhere) && b.opt.Store.Alone():
		b.log.Debug("the store fails; going on without", "err", err)
		v.Loose = true
		return v, nil
	}
	return nil, fmt.Errorf("%w: %w", post.ErrLater, err)
}

// end notes an update as handled for which nothing was sent.
func (b *Bot) end(ctx context.Context, v *post.Visit) error {
	if v.Loose {
		b.opt.Store.Settle(v.Claim.Update)
	}
	if v.Loose || v.Done {
		return nil
	}
	if v.Beside {
		return b.post.Finish(ctx, v)
	}
	if err := b.post.Send(ctx, v, nil, nil); !errors.Is(err, post.ErrWaits) {
		return err
	}
	return nil
}

// turnKey names to the store whose turn an update is handled in. An inline query has no
// part in that of its sender's private chat, whose number is the same: it is handled
// beside it.
func turnKey(u *botapi.Update) string { return turnOf(u.Mailbox(), u.Inline != nil) }

// turnOf is turnKey of an update of a mailbox.
func turnOf(mailbox int64, inline bool) string {
	if inline {
		return "inline " + strconv.FormatInt(mailbox, 10)
	}
	return post.Conversation(mailbox, 0)
}
