package respond

import (
	"context"
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
	outcomeIgnored  = "ignored" // not meant for the bot, or from nobody it answers
	outcomeLimited  = "limited"
)

type visitKey struct{}

// visitOf returns the visit of a handler's context.
func visitOf(ctx context.Context) *post.Visit { return ctx.Value(visitKey{}).(*post.Visit) }

// Respond answers an update, if it is meant for the bot, and tells what came of it, as the
// metrics name it. The error is that of sending what answers it.
func (rs *Responder) Respond(ctx context.Context, v *post.Visit, u *botapi.Update) (outcome string, err error) {
	ctx = context.WithValue(ctx, visitKey{}, v)
	switch {
	case u.Message != nil:
		return rs.onMessage(ctx, u.Message)
	case u.Edited != nil:
		return rs.onEdited(ctx, u.Edited)
	case u.Callback != nil:
		return rs.onCallback(ctx, u.Callback)
	case u.Inline != nil:
		return rs.onInline(ctx, u.Inline)
	case u.Member != nil:
		return rs.onMember(u.Member)
	}
	return outcomeIgnored, nil
}

// onMessage answers a message that is meant for the bot.
func (rs *Responder) onMessage(ctx context.Context, m *botapi.Message) (string, error) {
	rs.opt.Post.Moved(m.Chat.ID, m.MovedTo)
	rs.opt.Post.Moved(m.MovedFrom, m.Chat.ID)
	text, ok := rs.asks(m)
	if !ok {
		return outcomeIgnored, nil
	}
	if m.Chat.Private() {
		rs.opt.Post.Back(m.Chat.ID) // who writes has not blocked the bot
	}
	if rs.another(m, text) {
		return outcomeIgnored, nil
	}
	to := botapi.Place{Chat: m.Chat.ID, Thread: m.Topic()}
	if !m.Chat.Private() {
		to.ReplyTo = m.ID // among many people it must be clear who is answered
	}
	if limited, err := rs.limited(ctx, to, m); limited {
		return outcomeLimited, err
	}
	r := own(unreadable(m))
	switch {
	case text != "":
		r = rs.ask(ctx, m, text)
	case rs.hears(m):
		r = rs.askSpoken(ctx, m)
	}
	return outcomeAnswered, rs.reply(ctx, to, r, func(id int) { rs.rememberReply(ctx, m, text, id) })
}

// maxAlbums bounds the albums that are remembered. Of one that is forgotten another
// picture is answered.
const maxAlbums = 1000

// An album is what was sent together, and comes as a message for each.
type album struct {
	chat int64
	name string
}

// another reports whether m has no words and is of an album of which a message is
// answered: one answer is enough.
func (rs *Responder) another(m *botapi.Message, text string) bool {
	if m.Album == "" {
		return false
	}
	of := album{m.Chat.ID, m.Album}
	first, known := rs.albums.Get(of)
	if !known {
		rs.albums.Add(of, m.ID)
	}
	return known && first != m.ID && text == ""
}

// limited reports whether a message is one too many, and says so unless that was
// said of it already.
func (rs *Responder) limited(ctx context.Context, to botapi.Place, m *botapi.Message) (bool, error) {
	v, wait := rs.opt.Limits.Message(ctx, post.Person(m.Sender()))
	if v != store.Tell {
		return v == store.Ignore, nil
	}
	return true, rs.reply(ctx, to, own(limitNotice(m.Language(), wait)), nil)
}

// onEdited replaces the reply to a message that was edited, as long as that
// reply is remembered. It never answers a second time.
func (rs *Responder) onEdited(ctx context.Context, m *botapi.Message) (string, error) {
	text, ok := rs.asks(m)
	if !ok {
		return outcomeIgnored, nil
	}
	id, changed := rs.replyTo(ctx, m, text)
	if !changed {
		return outcomeIgnored, nil
	}
	to := botapi.Place{Chat: m.Chat.ID, Thread: m.Topic(), ReplyTo: m.ID}
	if limited, err := rs.limited(ctx, to, m); limited {
		return outcomeLimited, err
	}
	r := rs.ask(ctx, m, text)
	to.ReplyTo, to.Edit = 0, id
	return outcomeAnswered, rs.reply(ctx, to, r, func(id int) { rs.rememberReply(ctx, m, text, id) })
}

// asks returns what a message asks of the bot, if it comes from a person who
// may ask.
func (rs *Responder) asks(m *botapi.Message) (text string, ok bool) {
	if !m.FromPerson(rs.opt.Self()) || !rs.allowed(m.Sender(), m.Chat.ID) {
		return "", false
	}
	if text, ok = rs.addressed(m); !ok {
		return "", false
	}
	return rs.cut(text), m.Chat.Private() || !rs.opt.Post.Gone(m.Chat.ID)
}

// cut bounds what is read of one message.
func (rs *Responder) cut(s string) string { return text.Limit(s, maxRunes) }

// ask puts a message to the chat.
func (rs *Responder) ask(ctx context.Context, m *botapi.Message, text string) reply.Reply {
	leave, err := rs.enter(ctx, m.Sender())
	if err != nil {
		return own(wordsIn(m.Language()).Busy)
	}
	defer leave()
	defer rs.typing(ctx, botapi.Place{Chat: m.Chat.ID, Thread: m.Topic()})()
	start := rs.opt.Now()
	r := rs.opt.Chat.Ask(ctx, rs.chatMessage(m, text))
	rs.opt.Metrics.Answered(r.Source(), string(r.Kind), r.Answer.Confidence, rs.opt.Now().Sub(start))
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
func (rs *Responder) typing(ctx context.Context, to botapi.Place) (done func()) {
	if !rs.opt.Thinks {
		return func() {}
	}
	ctx, done = context.WithCancel(ctx)
	var show func()
	show = func() {
		if ctx.Err() == nil && rs.opt.Client().Do(ctx, botapi.Typing(to), nil) == nil {
			rs.opt.After(typingAgain, show)
		}
	}
	rs.opt.After(typingAfter, show)
	return done
}

// groups says which messages of a group Telegram delivers to the bot: without
// privacy mode all, with it, as by default, few.
func (rs *Responder) groups() chat.Groups {
	if rs.opt.Self().CanReadAllGroupMessages {
		return chat.GroupMentions
	}
	return chat.GroupCommands
}

// maxRunes is how much is read of one message: the longest there is.
const maxRunes = 4096

// PageRunes is how much of a section one message shows: with its heading, about
// one screen of a telephone.
const PageRunes = 700

func (rs *Responder) chatMessage(m *botapi.Message, text string) chat.Message {
	out := chat.Message{
		Conversation: conversation(m), Person: post.Person(m.Sender()), Language: m.Language(),
		Text: text, Private: m.Chat.Private(), Groups: rs.groups(), Room: PageRunes,
	}
	if m.ReplyTo != nil {
		to, _ := m.ReplyTo.Words()
		out.ReplyTo, out.ReplyToID = rs.cut(to), strconv.Itoa(m.ReplyTo.ID)
		if out.ReplyToBot = m.RepliesTo(rs.opt.Self()); out.ReplyToBot {
			out.ReplyToLinks = links(m.ReplyTo)
		}
	}
	if m.Quote != nil {
		out.Quoted = rs.cut(m.Quote.Text)
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
func (rs *Responder) onCallback(ctx context.Context, c *botapi.Callback) (string, error) {
	m := c.Origin()
	if !rs.allowed(c.From.ID, m.Chat.ID) {
		return outcomeIgnored, rs.answerCallback(ctx, c.ID, "")
	}
	if wait := rs.opt.Limits.Press(ctx, post.Person(c.From.ID)); wait > 0 {
		return outcomeLimited, rs.answerCallback(ctx, c.ID, limitNotice(c.From.LanguageCode, wait))
	}
	r, err := rs.press(ctx, c, m)
	if err != nil {
		return outcomeLimited, rs.answerCallback(ctx, c.ID, wordsIn(c.From.LanguageCode).Busy)
	}
	if err := rs.answerCallback(ctx, c.ID, r.Notice); err != nil {
		rs.opt.Log.WarnContext(ctx, "callback not answered", "err", err) // the reply may still arrive
	}
	if len(r.Blocks) == 0 {
		return outcomeAnswered, nil
	}
	to := botapi.Place{Chat: m.Chat.ID, Thread: m.Topic()}
	if r.Edit {
		to.Edit = m.ID
	}
	return outcomeAnswered, rs.reply(ctx, to, r, nil)
}

// press puts a pressed button to the chat. It fails when it would have to wait for
// too long.
func (rs *Responder) press(ctx context.Context, c *botapi.Callback, m *botapi.Message) (reply.Reply, error) {
	leave, err := rs.enter(ctx, c.From.ID)
	if err != nil {
		return reply.Reply{}, err
	}
	defer leave()
	start := rs.opt.Now()
	data, ok := rs.opt.Post.Signed(m.Chat.ID, c.Data)
	if !ok {
		data = "" // forged, or of a time before buttons were signed: it has expired
	}
	r := rs.opt.Chat.Press(ctx, rs.pressed(c, m), data)
	rs.opt.Metrics.Answered(r.Source(), string(r.Kind), r.Answer.Confidence, rs.opt.Now().Sub(start))
	return r, nil
}

// pressed describes a pressed button to the chat.
func (rs *Responder) pressed(c *botapi.Callback, m *botapi.Message) chat.Message {
	out := chat.Message{
		Conversation: conversation(m), Person: post.Person(c.From.ID),
		Language: c.From.LanguageCode, Private: m.Chat.Private(), Groups: rs.groups(), Room: PageRunes,
	}
	out.ReplyTo, _ = m.Words()
	if m.ReplyTo != nil { // in a group, the question that was answered
		text, entities := m.ReplyTo.Words()
		text, _ = botapi.CutMentions(text, entities, rs.opt.Self())
		out.Text = rs.cut(text)
	}
	return out
}

func (rs *Responder) answerCallback(ctx context.Context, id, notice string) error {
	return rs.opt.Post.Tell(ctx, botapi.AnswerCallback(id, notice))
}

// onMember notes that a chat has shut the bot out or let it in again.
func (rs *Responder) onMember(m *botapi.Member) (string, error) {
	switch m.New.Status {
	case "kicked", "left":
		rs.opt.Post.SetGone(m.Chat.ID)
	default:
		rs.opt.Post.Back(m.Chat.ID)
	}
	return outcomeIgnored, nil
}
