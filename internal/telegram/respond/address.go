package respond

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode"

	"pincite/internal/chat"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/post"
)

// ours reports whether a command without a bot's name is one of this bot:
// /start, a name in the menu, or a number: "/toc", "/measure7", "/7".
func (rs *Responder) ours(name string) bool {
	word := strings.TrimRight(strings.ToLower(name), "0123456789")
	bare := strings.TrimRight(word, "_")
	return word == "" || word == "start" ||
		slices.ContainsFunc(rs.opt.Chat.Commands(chat.Languages()[0]), func(c chat.Command) bool { return c.Name == word || c.Name == bare })
}

// patience is how long a question may wait for those before it.
const patience = 5 * time.Second

// enter lets a person's question in when it is its turn.
func (rs *Responder) enter(ctx context.Context, person int64) (leave func(), err error) {
	return rs.opt.Gate.Enter(ctx, post.Person(person), patience)
}

// allowed reports whether a person in a chat may use the bot.
func (rs *Responder) allowed(person, chat int64) bool {
	if len(rs.opt.AllowUsers) == 0 && len(rs.opt.AllowChats) == 0 {
		return true
	}
	return person != 0 && slices.Contains(rs.opt.AllowUsers, person) || chat != 0 && slices.Contains(rs.opt.AllowChats, chat)
}

// addressed returns what a message asks of the bot, and whether it asks
// anything: always in private; in a group only if it is a command, a reply to
// the bot, or mentions it. One that is spoken, if such are understood, has no text.
func (rs *Responder) addressed(m *botapi.Message) (text string, ok bool) {
	text, entities := m.Words()
	self := rs.opt.Self()
	if name, bot, rest, isCommand := botapi.SplitCommand(text); isCommand {
		mine := strings.EqualFold(bot, self.UserName) || (bot == "" && (m.Chat.Private() || rs.ours(name)))
		return strings.TrimSpace("/" + name + " " + rest), mine
	}
	without, mentioned := botapi.CutMentions(text, entities, self)
	switch {
	case m.Chat.Private():
		return without, text != "" && !isGesture(text) || m.Wordless()
	case mentioned && without == "" && m.ReplyTo != nil:
		return "/ask", true // "@bot" in reply to a question
	default:
		return without, text != "" && mentioned || (text != "" || rs.hears(m)) && m.RepliesTo(self)
	}
}

// isGesture reports whether a message is nothing but signs such as a thumbs-up,
// which asks nothing.
func isGesture(s string) bool {
	signs := false
	for _, r := range s {
		switch {
		case unicode.Is(unicode.So, r):
			signs = true
		case !unicode.In(r, unicode.Sk, unicode.Mn, unicode.Me, unicode.Cf, unicode.Zs): // tones of skin, variants, joiners
			return false
		}
	}
	return signs
}

// conversation is the key of the chat of m and of the topic within it.
func conversation(m *botapi.Message) string { return post.Conversation(m.Chat.ID, m.Topic()) }
