package respond

import (
	"context"
	"errors"
	"log/slog"
	"path"
	"time"

	"pincite/internal/model"
	"pincite/internal/reply"
	"pincite/internal/speech"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/post"
)

// hears reports whether a message is spoken and can be understood.
func (rs *Responder) hears(m *botapi.Message) bool {
	_, ok := m.Spoken()
	return ok && rs.opt.Voice != nil
}

// askSpoken puts a spoken message to the chat. What was understood is repeated above
// the answer.
func (rs *Responder) askSpoken(ctx context.Context, m *botapi.Message) reply.Reply {
	said, err := rs.hear(ctx, m)
	if err != nil {
		level := slog.LevelWarn
		if errors.Is(err, speech.ErrLong) || errors.Is(err, speech.ErrSilent) {
			level = slog.LevelDebug // that is how people speak
		}
		rs.opt.Log.LogAttrs(ctx, level, "voice message not understood", slog.Any("err", err))
		return own(unheard(m.Language(), err, rs.opt.Voice.MaxLength()))
	}
	r := rs.ask(ctx, m, said)
	above := reply.Block{Kind: reply.Line, Runs: []reply.Run{{Text: heard(r.Language, m.Language(), said)}}}
	r.Blocks = append([]reply.Block{above}, r.Blocks...)
	return r
}

// hear returns what is said in a spoken message.
func (rs *Responder) hear(ctx context.Context, m *botapi.Message) (string, error) {
	defer rs.typing(ctx, botapi.Place{Chat: m.Chat.ID, Thread: m.Topic()})()
	v, _ := m.Spoken()
	said, err := rs.opt.Voice.Hear(ctx, speech.Message{
		Length: time.Duration(v.Length) * time.Second, Bytes: v.Size,
		Fetch: func(ctx context.Context, limit int64) (model.Recording, error) { return rs.fetch(ctx, v.File, limit) },
	}, post.Person(m.Sender()))
	return rs.cut(said), err
}

// fetch gets the recording of a voice message.
func (rs *Responder) fetch(ctx context.Context, id string, limit int64) (model.Recording, error) {
	var f botapi.File
	if err := rs.opt.Client().Do(ctx, botapi.GetFile(id), &f); err != nil {
		return model.Recording{}, err
	}
	data, err := rs.opt.Client().Download(ctx, f, limit)
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
