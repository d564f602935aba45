package telegram

import (
	"context"
	"strconv"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"pincite/internal/chat"
	"pincite/internal/render"
)

const (
	// inlineTimeout bounds an inline query, which the platform forgets after
	// about 30 s; by then the person has typed on.
	inlineTimeout = 20 * time.Second

	// inlineCache is how long, in seconds, the platform may repeat an answer to
	// the same person. Answers change only with the document.
	inlineCache = 300

	// maxResults is the most that one answer may hold.
	maxResults = 50
)

// An article is an InlineQueryResultArticle. The library's own type lacks the
// options of link previews.
type article struct {
	Type        string                         `json:"type"`
	ID          string                         `json:"id"`
	Title       string                         `json:"title"`
	Description string                         `json:"description,omitempty"`
	Content     content                        `json:"input_message_content"`
	Markup      *tgbotapi.InlineKeyboardMarkup `json:"reply_markup,omitempty"`
}

// content is an InputTextMessageContent.
type content struct {
	Text      string      `json:"message_text"`
	ParseMode string      `json:"parse_mode"`
	Preview   linkPreview `json:"link_preview_options"`
}

type linkPreview struct {
	Disabled bool `json:"is_disabled"`
}

// onInline offers passages for what somebody types after the bot's name.
func (b *Bot) onInline(ctx context.Context, q *inline) (string, error) {
	if !b.allowed(q.From.ID, 0) {
		return outcomeIgnored, nil
	}
	if b.inlines.judge(q.From.ID, b.now()) != pass {
		return outcomeLimited, nil
	}
	ctx, cancel := context.WithTimeout(ctx, inlineTimeout)
	defer cancel()
	start := b.now()
	offers := b.opt.Chat.Offer(ctx, chat.Message{
		Conversation: "tg:inline", Person: personKey(q.From.ID), Language: q.From.LanguageCode,
		Text: cut(q.Query, b.opt.MaxRunes),
	})
	b.opt.Metrics.Answered("inline", b.now().Sub(start))
	err := b.deliver(ctx, 0, "answerInlineQuery", params{
		"inline_query_id": q.ID,
		"results":         marshal(b.articles(offers)),
		"cache_time":      strconv.Itoa(inlineCache),
		"is_personal":     "true", // the words around the quotes are in the person's language
	}, nil)
	return outcomeAnswered, err
}

// articles renders offers. What is shared must be one message: of a longer
// section its beginning is, whose link leads to the rest.
func (b *Bot) articles(offers []chat.Offer) []article {
	out := make([]article, 0, len(offers))
	for _, o := range offers {
		messages := render.Telegram(o.Reply, b.links())
		if len(messages) == 0 || len(out) == maxResults {
			continue
		}
		out = append(out, article{
			Type: "article", ID: o.ID, Title: o.Title, Description: o.Description,
			Content: content{Text: messages[0].Text, ParseMode: tgbotapi.ModeHTML, Preview: linkPreview{Disabled: true}},
			Markup:  b.keyboard(messages[len(messages)-1].Buttons),
		})
	}
	return out
}
