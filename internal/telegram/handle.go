package telegram

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strconv"
	"time"

	"pincite/internal/chat"
	"pincite/internal/reply"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/post"
	"pincite/internal/text"
)

// Outcomes of an update, as the metrics name them.
const (
	outcomeAnswered = "answered"
	outcomeWaits    = "waits"   // answered, and the reply waits to be sent
	outcomeIgnored  = "ignored" // not meant for the bot, or from nobody it answers
	outcomeLimited  = "limited"
	outcomeFailed   = "failed" // the reply could not be sent
	outcomePanic    = "panic"
	outcomeBefore   = "duplicate" // handled before, perhaps elsewhere
	outcomeLater    = "later"     // left to come again
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
			log.ErrorContext(ctx, "panic while handling an update", "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
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
	busy               // another process is busy with its chat
)

func (b *Bot) route(ctx context.Context, u *botapi.Update) (outcome string, err error) {
	switch {
	case u.Message != nil:
		return b.onMessage(ctx, u.Message)
	case u.Edited != nil:
		return b.onEdited(ctx, u.Edited)
	case u.Callback != nil:
		return b.onCallback(ctx, u.Callback)
	case u.Inline != nil:
		return b.onInline(ctx, u.Inline)
	case u.Member != nil:
		return b.onMember(u.Member)
	}
	return outcomeIgnored, nil
}

// onMessage answers a message that is meant for the bot.
func (b *Bot) onMessage(ctx context.Context, m *botapi.Message) (string, error) {
	b.post.Moved(m.Chat.ID, m.MovedTo)
	b.post.Moved(m.MovedFrom, m.Chat.ID)
	text, ok := b.asks(m)
	if !ok {
		return outcomeIgnored, nil
	}
	if m.Chat.Private() {
		b.post.Back(m.Chat.ID) // who writes has not blocked the bot
	}
	to := botapi.Place{Chat: m.Chat.ID, Thread: m.Topic()}
	if !m.Chat.Private() {
		to.ReplyTo = m.ID // among many people it must be clear who is answered
	}
	if limited, err := b.limited(ctx, to, m); limited {
		return outcomeLimited, err
	}
	r := own(chat.Unreadable(m.Language(), medium(m)))
	switch {
	case text != "":
		r = b.ask(ctx, m, text)
	case b.hears(m):
		r = b.askSpoken(ctx, m)
	}
	return outcomeAnswered, b.reply(ctx, to, r, func(id int) { b.rememberReply(ctx, m, text, id) })
}

// limited reports whether a message is one too many, and says so unless that was
// said of it already.
func (b *Bot) limited(ctx context.Context, to botapi.Place, m *botapi.Message) (bool, error) {
	v, wait := b.limits.Message(ctx, personKey(m.Sender()))
	if v != store.Tell {
		return v == store.Ignore, nil
	}
	return true, b.reply(ctx, to, own(limitNotice(m.Language(), wait)), nil)
}

// onEdited replaces the reply to a message that was edited, as long as that
// reply is remembered. It never answers a second time.
func (b *Bot) onEdited(ctx context.Context, m *botapi.Message) (string, error) {
	text, ok := b.asks(m)
	if !ok {
		return outcomeIgnored, nil
	}
	id, changed := b.replyTo(ctx, m, text)
	if !changed {
		return outcomeIgnored, nil
	}
	to := botapi.Place{Chat: m.Chat.ID, Thread: m.Topic(), ReplyTo: m.ID}
	if limited, err := b.limited(ctx, to, m); limited {
		return outcomeLimited, err
	}
	r := b.ask(ctx, m, text)
	to.ReplyTo, to.Edit = 0, id
	return outcomeAnswered, b.reply(ctx, to, r, func(id int) { b.rememberReply(ctx, m, text, id) })
}

// asks returns what a message asks of the bot, if it comes from a person who
// may ask.
func (b *Bot) asks(m *botapi.Message) (text string, ok bool) {
	if !m.FromPerson(b.self.Load()) || !b.allowed(m.Sender(), m.Chat.ID) {
		return "", false
	}
	if text, ok = b.addressed(m); !ok {
		return "", false
	}
	return b.cut(text), m.Chat.Private() || !b.post.Gone(m.Chat.ID)
}

// cut bounds what is read of one message.
func (b *Bot) cut(s string) string { return text.Limit(s, maxRunes) }

// ask puts a message to the chat.
func (b *Bot) ask(ctx context.Context, m *botapi.Message, text string) reply.Reply {
	leave, err := b.enter(ctx, m.Sender())
	if err != nil {
		return own(chat.Busy(m.Language()))
	}
	defer leave()
	defer b.typing(ctx, botapi.Place{Chat: m.Chat.ID, Thread: m.Topic()})()
	start := b.now()
	r := b.opt.Chat.Ask(ctx, b.chatMessage(m, text))
	b.opt.Metrics.Answered(r.Source(), string(r.Kind), r.Answer.Confidence, b.now().Sub(start))
	return r
}

// How long an answer may take before people are told that it is on its way, and how
// often they are told again: what is shown goes after five seconds.
const (
	typingAfter = 700 * time.Millisecond
	typingAgain = 4 * time.Second
)

// typing shows in a chat that an answer is being written, if it takes its time, until
// done is called. A failure is nothing to people: the answer comes all the same.
func (b *Bot) typing(ctx context.Context, to botapi.Place) (done func()) {
	if !b.opt.Thinks {
		return func() {}
	}
	ctx, done = context.WithCancel(ctx)
	var show func()
	show = func() {
		if ctx.Err() == nil && b.client.Do(ctx, botapi.Typing(to), nil) == nil {
			b.after(typingAgain, show)
		}
	}
	b.after(typingAfter, show)
	return done
}

// groups says which messages of a group Telegram delivers to the bot: without
// privacy mode all, with it, as by default, few.
func (b *Bot) groups() chat.Groups {
	if b.self.Load().CanReadAllGroupMessages {
		return chat.GroupMentions
	}
	return chat.GroupCommands
}

// pageRunes is how much of a section one message shows: with its heading, about
// one screen of a telephone.
const pageRunes = 700

func (b *Bot) chatMessage(m *botapi.Message, text string) chat.Message {
	out := chat.Message{
		Conversation: conversation(m), Person: personKey(m.Sender()), Language: m.Language(),
		Text: text, Private: m.Chat.Private(), Groups: b.groups(), Room: pageRunes,
	}
	if m.ReplyTo != nil {
		to, _ := m.ReplyTo.Words()
		out.ReplyTo, out.ReplyToID = b.cut(to), strconv.Itoa(m.ReplyTo.ID)
		if out.ReplyToBot = m.RepliesTo(b.self.Load()); out.ReplyToBot {
			out.ReplyToLinks = links(m.ReplyTo)
		}
	}
	if m.Quote != nil {
		out.Quoted = b.cut(m.Quote.Text)
	}
	return out
}

// links returns the addresses that a message leads to.
func links(m *botapi.Message) []string {
	var out []string
	_, entities := m.Words()
	for _, e := range entities {
		if e.URL != "" {
			out = append(out, e.URL)
		}
	}
	return out
}

// onCallback answers a button. The person sees a spinner until the callback is
// answered, so that comes before anything is edited or sent. What is shared in inline
// mode has no buttons: one that seems to be below it was made by somebody else.
func (b *Bot) onCallback(ctx context.Context, c *botapi.Callback) (string, error) {
	m := c.Origin()
	if !b.allowed(c.From.ID, m.Chat.ID) {
		return outcomeIgnored, b.answerCallback(ctx, c.ID, "")
	}
	if wait := b.limits.Press(ctx, personKey(c.From.ID)); wait > 0 {
		return outcomeLimited, b.answerCallback(ctx, c.ID, limitNotice(c.From.LanguageCode, wait))
	}
	r, err := b.press(ctx, c, m)
	if err != nil {
		return outcomeLimited, b.answerCallback(ctx, c.ID, chat.Busy(c.From.LanguageCode))
	}
	if err := b.answerCallback(ctx, c.ID, r.Notice); err != nil {
		b.log.WarnContext(ctx, "callback not answered", "err", err) // the reply may still arrive
	}
	if len(r.Blocks) == 0 {
		return outcomeAnswered, nil
	}
	to := botapi.Place{Chat: m.Chat.ID, Thread: m.Topic()}
	if r.Edit {
		to.Edit = m.ID
	}
	return outcomeAnswered, b.reply(ctx, to, r, nil)
}

// press puts a pressed button to the chat. It fails when it would have to wait for
// too long.
func (b *Bot) press(ctx context.Context, c *botapi.Callback, m *botapi.Message) (reply.Reply, error) {
	leave, err := b.enter(ctx, c.From.ID)
	if err != nil {
		return reply.Reply{}, err
	}
	defer leave()
	start := b.now()
	data, ok := b.post.Signed(m.Chat.ID, c.Data)
	if !ok {
		data = "" // forged, or of a time before buttons were signed: it has expired
	}
	r := b.opt.Chat.Press(ctx, b.pressed(c, m), data)
	b.opt.Metrics.Answered(r.Source(), string(r.Kind), r.Answer.Confidence, b.now().Sub(start))
	return r, nil
}

// pressed describes a pressed button to the chat.
func (b *Bot) pressed(c *botapi.Callback, m *botapi.Message) chat.Message {
	out := chat.Message{
		Conversation: conversation(m), Person: personKey(c.From.ID),
		Language: c.From.LanguageCode, Private: m.Chat.Private(), Groups: b.groups(), Room: pageRunes,
	}
	out.ReplyTo, _ = m.Words()
	if m.ReplyTo != nil { // in a group, the question that was answered
		text, entities := m.ReplyTo.Words()
		text, _ = botapi.CutMentions(text, entities, b.self.Load())
		out.Text = b.cut(text)
	}
	return out
}

func (b *Bot) answerCallback(ctx context.Context, id, notice string) error {
	return b.post.Tell(ctx, botapi.AnswerCallback(id, notice))
}

// onMember notes that a chat has shut the bot out or let it in again.
func (b *Bot) onMember(m *botapi.Member) (string, error) {
	switch m.New.Status {
	case "kicked", "left":
		b.post.SetGone(m.Chat.ID)
	default:
		b.post.Back(m.Chat.ID)
	}
	return outcomeIgnored, nil
}
