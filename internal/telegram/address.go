package telegram

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"pincite/internal/chat"
)

// leadingCommand is a command at the beginning of a message: its name, and the
// bot it is meant for if that is said.
var leadingCommand = regexp.MustCompile(`^/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?`)

// splitCommand takes a message apart. ok is false if it is no command. The
// library's own way leaves half a rune behind where a no-break space follows.
func splitCommand(text string) (name, bot, rest string, ok bool) {
	m := leadingCommand.FindStringSubmatch(text)
	if m == nil {
		return "", "", "", false
	}
	rest = text[len(m[0]):]
	if r, _ := utf8.DecodeRuneInString(rest); rest != "" && !unicode.IsSpace(r) {
		return "", "", "", false
	}
	return m[1], m[2], strings.TrimSpace(rest), true
}

// knownCommands are /start and the names in the menu: what a bare command in a
// group may be for the bot to take it as its own.
func knownCommands(c *chat.Chat) map[string]bool {
	known := map[string]bool{"start": true}
	for _, command := range c.Commands(chat.Languages()[0]) {
		known[command.Name] = true
	}
	return known
}

// ours reports whether a command without a bot's name is one of this bot:
// "/toc", "/measure7", "/7".
func (b *Bot) ours(name string) bool {
	word := strings.TrimRight(strings.ToLower(name), "0123456789")
	return word == "" || b.known[word] || b.known[strings.TrimRight(word, "_")]
}

// addressed returns what a message asks of the bot, and whether it asks
// anything: always in private; in a group only if it is a command, a reply to
// the bot, or mentions it.
func (b *Bot) addressed(m *message) (text string, ok bool) {
	text, entities := m.words()
	self := b.self.Load()
	if name, bot, rest, isCommand := splitCommand(text); isCommand {
		mine := strings.EqualFold(bot, self.UserName) || (bot == "" && (m.Chat.private() || b.ours(name)))
		return strings.TrimSpace("/" + name + " " + rest), mine
	}
	without, mentioned := cutMentions(text, entities, self)
	switch {
	case m.Chat.private():
		return without, text != "" || m.wordless()
	case mentioned && without == "" && m.ReplyTo != nil:
		return "/ask", true // "@bot" in reply to a question
	default:
		return without, text != "" && (mentioned || b.repliesToBot(m))
	}
}

// repliesToBot reports whether m answers a message of the bot. Every message
// in a topic formally replies to the one that opened it; that has no text.
func (b *Bot) repliesToBot(m *message) bool {
	to := m.ReplyTo
	if to == nil || to.From == nil || to.From.ID != b.self.Load().ID {
		return false
	}
	text, _ := to.words()
	return text != ""
}

// cutMentions takes the bot's mentions out of a text. Entities count UTF-16
// units and may be wrong, since they come from outside.
func cutMentions(text string, entities []tgbotapi.MessageEntity, self *tgbotapi.User) (string, bool) {
	units := utf16.Encode([]rune(text))
	var kept []uint16
	from := 0
	for _, e := range entities {
		if e.Offset < from || e.Offset > len(units) || e.Length <= 0 || e.Length > len(units)-e.Offset {
			continue
		}
		end := e.Offset + e.Length
		word := string(utf16.Decode(units[e.Offset:end]))
		byName := e.Type == "mention" && strings.EqualFold(word, "@"+self.UserName)
		byID := e.Type == "text_mention" && e.User != nil && e.User.ID == self.ID
		if byName || byID {
			kept = append(kept, units[from:e.Offset]...)
			from = end
		}
	}
	if from == 0 {
		return text, false
	}
	kept = append(kept, units[from:]...)
	return strings.TrimLeft(strings.TrimSpace(string(utf16.Decode(kept))), ",:; \t\n"), true
}

// cut returns s shortened to n runes.
func cut(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
