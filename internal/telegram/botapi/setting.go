package botapi

import (
	"encoding/json"
	"slices"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// Scopes in which a menu of commands is registered.
const (
	ScopePrivate = "all_private_chats"
	ScopeGroups  = "all_group_chats"
)

// A Command is an entry of the menu.
type Command struct {
	Name        string // without the slash
	Description string
}

// A Setting is something that the platform keeps for the bot, in one language; a
// language of "" is for everybody whose own has no entry. Get has a result, of which
// Is tells whether it is what the bot wants already; Set has none.
type Setting struct {
	Get, Set Call
	is       func(result json.RawMessage) bool
}

// Is reports whether the result of Get is as Set would make it.
func (s Setting) Is(result json.RawMessage) bool { return s.is(result) }

// Commands is the menu of a scope.
func Commands(scope, language string, commands []Command) Setting {
	list := make([]tgbotapi.BotCommand, 0, len(commands))
	for _, c := range commands {
		list = append(list, tgbotapi.BotCommand{Command: c.Name, Description: c.Description})
	}
	where := marshal(tgbotapi.BotCommandScope{Type: scope})
	return Setting{
		Get: inLanguage(language, "getMyCommands", tgbotapi.Params{"scope": where}),
		Set: inLanguage(language, "setMyCommands", tgbotapi.Params{"commands": marshal(list), "scope": where}),
		is: func(result json.RawMessage) bool {
			var now []tgbotapi.BotCommand
			return json.Unmarshal(result, &now) == nil && slices.Equal(now, list)
		},
	}
}

// Description is what an empty chat shows.
func Description(language, text string) Setting {
	return described(language, "MyDescription", "description", text)
}

// ShortDescription is what the bot's profile shows.
func ShortDescription(language, text string) Setting {
	return described(language, "MyShortDescription", "short_description", text)
}

func described(language, method, field, text string) Setting {
	return Setting{
		Get: inLanguage(language, "get"+method, tgbotapi.Params{}),
		Set: inLanguage(language, "set"+method, tgbotapi.Params{field: text}),
		is: func(result json.RawMessage) bool {
			var now map[string]string
			return json.Unmarshal(result, &now) == nil && now[field] == text
		},
	}
}

func inLanguage(language, method string, p tgbotapi.Params) Call {
	p.AddNonEmpty("language_code", language)
	return Call{method, p}
}
