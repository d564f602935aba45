package telegram

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"pincite/internal/chat"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/post"
)

// ours reports whether a command without a bot's name is one of this bot:
// /start, a name in the menu, or a number: "/toc", "/measure7", "/7".
func (b *Bot) ours(name string) bool {
	word := strings.TrimRight(strings.ToLower(name), "0123456789")
	bare := strings.TrimRight(word, "_")
	return word == "" || word == "start" ||
		slices.ContainsFunc(b.opt.Chat.Commands(chat.Languages()[0]), func(c chat.Command) bool { return c.Name == word || c.Name == bare })
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

// addressed returns what a message asks of the bot, and whether it asks
// anything: always in private; in a group only if it is a command, a reply to
// the bot, or mentions it. One that is spoken, if such are understood, has no text.
func (b *Bot) addressed(m *botapi.Message) (text string, ok bool) {
	text, entities := m.Words()
	self := b.self.Load()
	if name, bot, rest, isCommand := botapi.SplitCommand(text); isCommand {
		mine := strings.EqualFold(bot, self.UserName) || (bot == "" && (m.Chat.Private() || b.ours(name)))
		return strings.TrimSpace("/" + name + " " + rest), mine
	}
	without, mentioned := botapi.CutMentions(text, entities, self)
	switch {
	case m.Chat.Private():
		return without, text != "" && !isGesture(text) || m.Wordless()
	case mentioned && without == "" && m.ReplyTo != nil:
		return "/ask", true // "@bot" in reply to a question
	default:
		return without, text != "" && mentioned || (text != "" || b.hears(m)) && m.RepliesTo(self)
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

// medium is what a message has instead of words.
func medium(m *botapi.Message) chat.Medium {
	switch {
	case m.Voice != nil, m.VideoNote != nil, m.Audio != nil:
		return chat.Sound
	case m.Photo != nil, m.Video != nil, m.Animation != nil:
		return chat.Picture
	case m.Document != nil:
		return chat.File
	}
	return chat.Other
}

// conversation is the key of the chat of m and of the topic within it.
func conversation(m *botapi.Message) string { return conversationKey(m.Chat.ID, m.Topic()) }

func conversationKey(chat int64, topic int) string {
	key := post.Key(chat)
	if topic != 0 {
		key += ":" + strconv.Itoa(topic)
	}
	return key
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
	return conversationKey(mailbox, 0)
}

// personKey names a person to package chat.
func personKey(id int64) string {
	if id == 0 {
		return ""
	}
	return "tg:" + strconv.FormatInt(id, 10)
}

// Among returns a function that reports whether the key of a person, as chats know
// them, is that of one of these numbers.
func Among(people []int64) func(person string) bool {
	keys := map[string]bool{}
	for _, id := range people {
		keys[personKey(id)] = id != 0
	}
	return func(person string) bool { return keys[person] }
}
