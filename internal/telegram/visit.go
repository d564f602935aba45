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
	"pincite/internal/telegram/queue"
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

// errStoreAway says that the store fails, and is waited for.
var errStoreAway = errors.New("the store does not answer, which has what comes first")

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
	v := b.visitOf(u)
	var err error
	if !v.Beside {
		err = b.post.Settle(ctx, v.Chat)
	}
	if err != nil {
		return b.unclaimed(v, err)
	}
	if !v.Beside && v.Stored() && b.waitsForStore() && b.post.Repeats() {
		return nil, errStoreAway
	}
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

// visitOf returns the visit of an update that is not claimed yet.
func (b *Bot) visitOf(u *botapi.Update) *post.Visit {
	v := &post.Visit{Chat: u.Mailbox(), Beside: u.Inline != nil, Claim: store.Claim{Update: int64(u.ID), Chat: turnKey(u)}}
	var j *queue.Job
	if q := b.queue.Load(); q != nil {
		j = q.Job(u.ID)
	}
	v.Stored = func() bool { return j == nil || j.Stored.Load() } // without a job it was left behind
	return v
}

// waitsForStore reports whether a store that fails is waited for where without it answers
// would come twice or out of order. A database that others share may be away for long.
func (b *Bot) waitsForStore() bool {
	s := b.opt.Store
	return s.Alone() && !s.Shared() && s.WorthWaiting()
}

// giveUp lets other processes have updates that this one leaves for later.
func (b *Bot) giveUp(ids ...int) {
	all := make([]int64, len(ids))
	for i, id := range ids {
		all[i] = int64(id)
	}
	b.opt.Store.Release(context.Background(), all...)
}

// unclaimed goes on without the store where nobody shares it, and where that loses nothing
// and changes no order: the update itself is not confirmed before its answer is sent, and
// the store has nothing of its chat that comes before it. Where it has, or has the update
// itself, it is waited for, unless it has failed for long.
func (b *Bot) unclaimed(v *post.Visit, err error) (*post.Visit, error) {
	switch {
	case errors.Is(err, store.ErrHandled):
		return nil, err
	case !errors.Is(err, store.ErrElsewhere) && b.opt.Store.Alone():
		if !v.Beside && b.waitsForStore() && (v.Stored() || b.opt.Store.Left(v.Claim.Chat) || b.post.RepeatsIn(v.Chat)) {
			return nil, errStoreAway
		}
		b.log.Debug("the store fails; going on without", "err", err)
		v.Loose = true
		return v, nil
	}
	return nil, fmt.Errorf("%w: %w", post.ErrLater, err)
}

// end notes an update as handled for which nothing was sent.
func (b *Bot) end(ctx context.Context, v *post.Visit) error {
	if v.Done {
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
