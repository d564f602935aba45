package telegram

import (
	"context"
	"errors"
	"log/slog"
	"path"
	"time"

	"pincite/internal/chat"
	"pincite/internal/model"
	"pincite/internal/reply"
	"pincite/internal/speech"
	"pincite/internal/telegram/botapi"
)

// hears reports whether a message is spoken and can be understood.
func (b *Bot) hears(m *botapi.Message) bool {
	_, ok := m.Spoken()
	return ok && b.opt.Voice != nil
}

// askSpoken puts a spoken message to the chat. What was understood is repeated above
// the answer.
func (b *Bot) askSpoken(ctx context.Context, m *botapi.Message) reply.Reply {
	heard, err := b.hear(ctx, m)
	if err != nil {
		level := slog.LevelWarn
		if errors.Is(err, speech.ErrLong) || errors.Is(err, speech.ErrSilent) {
			level = slog.LevelDebug // that is how people speak
		}
		b.log.LogAttrs(ctx, level, "voice message not understood", slog.Any("err", err))
		return own(b.unheard(m.Language(), err))
	}
	r := b.ask(ctx, m, heard)
	above := reply.Block{Kind: reply.Line, Runs: []reply.Run{{Text: chat.Heard(r.Language, m.Language(), heard)}}}
	r.Blocks = append([]reply.Block{above}, r.Blocks...)
	return r
}

// hear returns what is said in a spoken message.
func (b *Bot) hear(ctx context.Context, m *botapi.Message) (string, error) {
	defer b.typing(ctx, botapi.Place{Chat: m.Chat.ID, Thread: m.Topic()})()
	v, _ := m.Spoken()
	said, err := b.opt.Voice.Hear(ctx, speech.Message{
		Length: time.Duration(v.Length) * time.Second, Bytes: v.Size,
		Fetch: func(ctx context.Context, limit int64) (model.Recording, error) { return b.fetch(ctx, v.File, limit) },
	}, personKey(m.Sender()))
	return b.cut(said), err
}

// fetch gets the recording of a voice message.
func (b *Bot) fetch(ctx context.Context, id string, limit int64) (model.Recording, error) {
	var f botapi.File
	if err := b.client.Do(ctx, botapi.GetFile(id), &f); err != nil {
		return model.Recording{}, err
	}
	data, err := b.client.Download(ctx, f, limit)
	return model.Recording{Name: recordingName(f.Path), Data: data}, err
}

// recordingName is what a recording is called to a model: Telegram's ".oga" is an ".ogg"
// that fewer servers know by that name.
func recordingName(file string) string {
	ending := path.Ext(file)
	if ending == "" || ending == ".oga" {
		ending = ".ogg"
	}
	return "voice" + ending
}

// unheard says why a voice message is not answered, in the language of a tag.
func (b *Bot) unheard(tag string, err error) string {
	switch {
	case errors.Is(err, speech.ErrLong):
		return chat.TooLongToHear(tag, int(b.opt.Voice.MaxLength()/time.Second))
	case errors.Is(err, speech.ErrSilent):
		return chat.HeardNothing(tag)
	}
	return chat.NotHeard(tag)
}
