package telegram

import (
	"context"
	"hash/maphash"
	"slices"
	"time"

	"pincite/internal/recent"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
)

const (
	// inlineFactor is how many more inline queries than messages a person may
	// send: the client asks anew with almost every letter typed. As many buttons
	// may be pressed, since turning a page is no question.
	inlineFactor = 10

	// rest is the least that who sends too much is asked to wait: long enough that
	// it does not happen with every message.
	rest = 10 * time.Second

	// maxPeople bounds the people whose messages are counted.
	maxPeople = 10_000

	// maxReplies bounds the replies remembered for edits. People correct a
	// question within a minute or so of asking it.
	maxReplies = 1024
)

// judge counts what a person asks; wait is how long one who is told must wait, in
// whole seconds. Nobody, 0, is not limited. Processes that share a database count
// together; while it does not answer, each counts for itself.
func (b *Bot) judge(ctx context.Context, person int64) (v store.Verdict, wait time.Duration) {
	if person == 0 || b.opt.PerUserPerMinute == 0 {
		return store.Pass, 0
	}
	if b.shared() {
		if v, wait, err := b.opt.Store.Admit(ctx, personKey(person), b.opt.PerUserPerMinute, rest); err == nil {
			return v, wait
		}
	}
	now := b.now()
	if until, told := b.quiet.Peek(person); told && now.Before(until) {
		return store.Ignore, 0
	}
	if wait, _ = b.limits.Take(person, now); wait == 0 {
		return store.Pass, 0
	}
	wait = max(rest, (wait + time.Second - 1).Truncate(time.Second))
	b.quiet.Add(person, now.Add(wait))
	return store.Tell, wait
}

// shared reports whether other processes may share the store.
func (b *Bot) shared() bool { return b.opt.Store != nil && b.opt.Store.Shared() }

// What a person does besides asking, as the store counts it apart.
const (
	presses = "press "
	inlines = "inline "
)

// tooFast counts what a person presses or types in inline mode, and returns how
// long that person must wait, 0 as a rule. Processes that share a database count
// together, like [Bot.judge].
func (b *Bot) tooFast(ctx context.Context, what string, l *recent.Limiter[int64], person int64) time.Duration {
	if person == 0 || b.opt.PerUserPerMinute == 0 {
		return 0
	}
	if b.shared() {
		v, wait, err := b.opt.Store.Admit(ctx, what+personKey(person), b.opt.PerUserPerMinute*inlineFactor, time.Second)
		switch {
		case err == nil && v == store.Pass:
			return 0
		case err == nil:
			return max(wait, time.Second)
		}
	}
	wait, _ := l.Take(person, b.now())
	return wait
}

// patience is how long a question may wait for those before it.
const patience = 5 * time.Second

// enter lets a person's question in when it is its turn.
func (b *Bot) enter(ctx context.Context, person int64) (leave func(), err error) {
	return b.opt.Gate.Enter(ctx, personKey(person), patience)
}

// allowed reports whether a person in a chat may use the bot.
func (b *Bot) allowed(person, chat int64) bool {
	if len(b.opt.AllowUsers) == 0 && len(b.opt.AllowChats) == 0 {
		return true
	}
	return person != 0 && slices.Contains(b.opt.AllowUsers, person) || chat != 0 && slices.Contains(b.opt.AllowChats, chat)
}

// asked names a message that was answered.
type asked struct {
	chat    int64
	message int
}

// A sentReply is the message that answered a question.
type sentReply struct {
	id   int
	text uint64 // hash of the question; the question itself is not kept
}

// textSeed makes the hashes of this process.
var textSeed = maphash.MakeSeed()

// rememberReply notes that message id answers m, whose words were text.
func (b *Bot) rememberReply(ctx context.Context, m *botapi.Message, text string, id int) {
	if b.shared() && b.opt.Store.Answered(ctx, conversation(m), m.ID, text, id) == nil {
		return // what fails is counted, and remembered here
	}
	b.replies.Add(asked{m.Chat.ID, m.ID}, sentReply{id, maphash.String(textSeed, text)})
}

// replyTo returns the reply to an earlier version of m. ok is false if there is
// none, or if the text has not changed: an edit may be of something else.
func (b *Bot) replyTo(ctx context.Context, m *botapi.Message, text string) (id int, ok bool) {
	if b.shared() {
		if id, changed, err := b.opt.Store.ReplyTo(ctx, conversation(m), m.ID, text); err == nil && id != 0 {
			return id, changed
		}
	}
	sent, known := b.replies.Get(asked{m.Chat.ID, m.ID})
	return sent.id, known && sent.text != maphash.String(textSeed, text)
}
