package respond

import (
	"context"
	"encoding/json"

	"pincite/internal/chat"
	"pincite/internal/telegram/botapi"
)

// privateOnly are the commands that the menu of groups leaves out: the choice
// of language is each person's own.
var privateOnly = map[string]bool{"language": true}

// DocumentsChanged tells Telegram the menu and the descriptions anew: they name the
// documents and their levels. It does not wait.
func (rs *Responder) DocumentsChanged() {
	select {
	case rs.changed <- struct{}{}:
	default: // it has been asked for
	}
}

// Introduce introduces the bot now and whenever the documents have changed, until ctx ends.
func (rs *Responder) Introduce(ctx context.Context) {
	for {
		rs.introduce(ctx)
		select {
		case <-rs.changed:
		case <-ctx.Done():
			return
		}
	}
}

// introduce tells Telegram the menu and the descriptions in every language, where
// they are not there already. Its failures are logged and stop nothing: the bot
// answers without a menu.
func (rs *Responder) introduce(ctx context.Context) {
	for i, language := range chat.Languages() {
		code := language
		if i == 0 {
			code = "" // the first serves everybody whose language has no entry
		}
		for _, s := range rs.introduction(language, code) {
			err := rs.settle(ctx, s)
			if ctx.Err() != nil {
				return
			}
			if err != nil {
				rs.opt.Metrics.APIError(botapi.ClassOf(err))
				rs.opt.Log.Warn("menu and descriptions are not registered; the bot runs on without", "err", err)
				return
			}
		}
	}
}

// settle changes a setting that is not as it should be.
func (rs *Responder) settle(ctx context.Context, s botapi.Setting) error {
	var now json.RawMessage
	if err := rs.opt.Client().Do(ctx, s.Get, &now); err != nil {
		return err
	}
	if s.Is(now) {
		return nil
	}
	return rs.opt.Client().Do(ctx, s.Set, nil)
}

func (rs *Responder) introduction(language, code string) []botapi.Setting {
	var private, groups []botapi.Command
	for _, c := range rs.opt.Chat.Commands(language) {
		command := botapi.Command{Name: c.Name, Description: c.Description}
		private = append(private, command)
		if !privateOnly[c.Name] {
			groups = append(groups, command)
		}
	}
	description, short := rs.opt.Chat.Describe(language)
	return []botapi.Setting{
		botapi.Commands(botapi.ScopePrivate, code, private),
		botapi.Commands(botapi.ScopeGroups, code, groups),
		botapi.Description(code, description),
		botapi.ShortDescription(code, short),
	}
}
