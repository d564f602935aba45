package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"net/http"
	"regexp"
	"strconv"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"pincite/internal/chat"
	"pincite/internal/render"
)

// maxAttempts bounds how often one call is repeated for failures that have no
// waiting time of their own: about 15 s in all.
const maxAttempts = 6

// errGone says that a chat has refused the bot.
var errGone = errors.New("the chat does not let the bot write")

// A place is where a reply goes.
type place struct {
	chat    int64
	thread  int    // topic, 0 for none
	replyTo int    // message to answer in thread, 0 for none
	edit    int    // message to replace, 0 for none
	inline  string // inline message to replace, "" for none
}

// reply renders r and sends it to a place. It returns the number of the
// message that carries it; 0 if there are several, or none.
func (b *Bot) reply(ctx context.Context, to place, r chat.Reply) (int, error) {
	id, err := b.deliverReply(ctx, to, r)
	if err == nil {
		b.opt.Metrics.ReplySent(string(r.Kind))
	}
	return id, err
}

func (b *Bot) deliverReply(ctx context.Context, to place, r chat.Reply) (int, error) {
	messages := render.Telegram(r, b.links())
	if len(messages) == 1 && (to.edit != 0 || to.inline != "") {
		id, err := b.edit(ctx, to, messages[0])
		if !isLost(err) {
			return id, err
		}
	}
	if to.chat == 0 {
		return 0, nil // the chat of an inline message is not known
	}
	sent := 0
	for i, m := range messages {
		id, err := b.sendMessage(ctx, to, m)
		if err != nil {
			return 0, fmt.Errorf("message %d of %d: %w", i+1, len(messages), err)
		}
		sent = id
		to.replyTo = 0
	}
	if len(messages) != 1 {
		return 0, nil
	}
	return sent, nil
}

func (b *Bot) links() render.Links {
	return render.Links{Bot: b.self.Load().UserName, Web: b.opt.Web}
}

func (b *Bot) sendMessage(ctx context.Context, to place, m render.TelegramMessage) (int, error) {
	p := b.content(m)
	p["chat_id"] = strconv.FormatInt(to.chat, 10)
	p.AddNonZero("message_thread_id", to.thread)
	if to.replyTo != 0 {
		// The question may be deleted by now; the answer is worth having still.
		p["reply_parameters"] = fmt.Sprintf(`{"message_id":%d,"allow_sending_without_reply":true}`, to.replyTo)
	}
	var sent struct {
		ID int `json:"message_id"`
	}
	if err := b.deliver(ctx, to.chat, "sendMessage", p, &sent); err != nil {
		return 0, err
	}
	return sent.ID, nil
}

func (b *Bot) edit(ctx context.Context, to place, m render.TelegramMessage) (int, error) {
	p := b.content(m)
	if to.inline != "" {
		p["inline_message_id"] = to.inline
	} else {
		p["chat_id"] = strconv.FormatInt(to.chat, 10)
		p["message_id"] = strconv.Itoa(to.edit)
	}
	return to.edit, b.deliver(ctx, to.chat, "editMessageText", p, nil)
}

// content returns the fields that sending and editing share.
func (b *Bot) content(m render.TelegramMessage) params {
	p := params{"text": m.Text, "parse_mode": tgbotapi.ModeHTML, "link_preview_options": `{"is_disabled":true}`}
	if k := b.keyboard(m.Buttons); k != nil {
		p["reply_markup"] = marshal(k)
	}
	return p
}

// keyboard returns the buttons of a message, nil if there are none. A button
// that opens inline mode is left out where the bot has none: the platform
// would refuse the whole message.
func (b *Bot) keyboard(rows [][]render.TelegramButton) *tgbotapi.InlineKeyboardMarkup {
	var k tgbotapi.InlineKeyboardMarkup
	for _, row := range rows {
		var buttons []tgbotapi.InlineKeyboardButton
		for _, button := range row {
			out := tgbotapi.InlineKeyboardButton{Text: button.Label}
			switch {
			case button.Data != "":
				out.CallbackData = &button.Data
			case button.URL != "":
				out.URL = &button.URL
			case !b.self.Load().SupportsInlineQueries:
				continue
			default:
				out.SwitchInlineQuery = &button.Query
			}
			buttons = append(buttons, out)
		}
		if len(buttons) > 0 {
			k.InlineKeyboard = append(k.InlineKeyboard, buttons)
		}
	}
	if k.InlineKeyboard == nil {
		return nil
	}
	return &k
}

// deliver calls a method and mends what can be mended: it waits when told to,
// repeats what got no answer, follows a group that has moved, and sends as
// plain text what the platform cannot parse. It gives up when ctx would end
// first. chat is 0 for calls that write to no chat.
func (b *Bot) deliver(ctx context.Context, chat int64, method string, p params, result any) error {
	for attempt := 0; ; attempt++ {
		if chat != 0 && b.gone.has(chat, b.now()) {
			return errGone
		}
		err := b.client.call(ctx, method, p, result)
		if err == nil || isStale(err) {
			return nil
		}
		b.opt.Metrics.APIError(classOf(err))
		if forbidden(err) && chat != 0 {
			b.gone.add(chat, b.now())
			return fmt.Errorf("%w: %w", errGone, err)
		}
		wait, again := remedy(err, p, attempt)
		if !again || ctx.Err() != nil {
			return err
		}
		if end, ok := ctx.Deadline(); ok && time.Until(end) < wait {
			return fmt.Errorf("no time left to wait %s: %w", wait, err)
		}
		if b.sleep(ctx, wait) != nil {
			return err
		}
	}
}

// remedy changes p so that a failed call may succeed, and says how long to wait
// before repeating it.
func remedy(err error, p params, attempt int) (wait time.Duration, again bool) {
	var api *apiError
	if !errors.As(err, &api) {
		return pause(err, attempt), attempt+1 < maxAttempts
	}
	moved := strconv.FormatInt(api.migrateTo, 10)
	switch {
	case api.code == http.StatusTooManyRequests:
		return max(api.retryAfter, firstPause), true
	case api.code >= http.StatusInternalServerError:
		return pause(err, attempt), attempt+1 < maxAttempts
	case api.migrateTo != 0 && p["chat_id"] != moved:
		p["chat_id"] = moved
		return 0, true
	case api.says("can't parse entities") && p["parse_mode"] != "":
		delete(p, "parse_mode")
		p["text"] = plainText(p["text"])
		return 0, true
	}
	return 0, false
}

var tag = regexp.MustCompile(`<[^>]*>`)

// plainText takes the markup off a rendered message.
func plainText(s string) string { return html.UnescapeString(tag.ReplaceAllString(s, "")) }

func forbidden(err error) bool {
	var api *apiError
	return errors.As(err, &api) && api.code == http.StatusForbidden
}

// isStale reports a refusal that hurts nobody: the message already shows what
// it should, or the person has long stopped waiting.
func isStale(err error) bool {
	var api *apiError
	return errors.As(err, &api) && api.code == http.StatusBadRequest &&
		(api.says("message is not modified") || api.says("query is too old") || api.says("query id is invalid"))
}

// isLost reports that the message to edit cannot be edited any more.
func isLost(err error) bool {
	var api *apiError
	return errors.As(err, &api) && api.code == http.StatusBadRequest &&
		(api.says("message to edit not found") || api.says("message can't be edited") || api.says("message_id_invalid"))
}

// marshal returns v as JSON. It is called with values that always marshal.
func marshal(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("telegram: marshal %T: %v", v, err))
	}
	return string(data)
}
