package telegram

import (
	"context"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"pincite/internal/chat"
)

// Scopes in which the menu is registered. In groups it leaves out the choice
// of language, which is each person's own.
const (
	scopePrivate = "all_private_chats"
	scopeGroups  = "all_group_chats"
)

var privateOnly = map[string]bool{"language": true}

// introduce tells Telegram the menu and the descriptions in every language.
// Its failures are logged and stop nothing: the bot answers without a menu.
func (b *Bot) introduce(ctx context.Context) {
	for i, language := range chat.Languages() {
		code := language
		if i == 0 {
			code = "" // the first serves everybody whose language has no entry
		}
		for _, c := range b.introduction(language, code) {
			err := b.client.call(ctx, c.method, c.fields, nil)
			if ctx.Err() != nil {
				return
			}
			if err != nil {
				b.opt.Metrics.APIError(classOf(err))
				b.log.Warn("menu and descriptions are not registered; the bot runs on without", "err", err)
				return
			}
		}
	}
}

type apiCall struct {
	method string
	fields params
}

func (b *Bot) introduction(language, code string) []apiCall {
	commands := b.opt.Chat.Commands(language)
	description, short := b.opt.Chat.Describe(language)
	calls := []apiCall{
		menu(scopePrivate, commands, func(chat.Command) bool { return true }),
		menu(scopeGroups, commands, func(c chat.Command) bool { return !privateOnly[c.Name] }),
		{"setMyDescription", params{"description": description}},
		{"setMyShortDescription", params{"short_description": short}},
	}
	for _, c := range calls {
		c.fields.AddNonEmpty("language_code", code)
	}
	return calls
}

func menu(scope string, commands []chat.Command, keep func(chat.Command) bool) apiCall {
	list := []tgbotapi.BotCommand{}
	for _, c := range commands {
		if keep(c) {
			list = append(list, tgbotapi.BotCommand{Command: c.Name, Description: c.Description})
		}
	}
	return apiCall{"setMyCommands", params{
		"commands": marshal(list), "scope": marshal(tgbotapi.BotCommandScope{Type: scope}),
	}}
}
