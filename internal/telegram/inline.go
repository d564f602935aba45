package telegram

import (
	"context"

	"pincite/internal/chat"
	"pincite/internal/reply"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/message"
)

// inlineCache is how long, in seconds, the platform may repeat an answer to
// the same person. Answers change only with the document.
const inlineCache = 300

// onInline offers passages for what somebody types after the bot's name.
func (b *Bot) onInline(ctx context.Context, q *botapi.Inline) (string, error) {
	if !b.allowed(q.From.ID, 0) {
		return outcomeIgnored, nil
	}
	if b.limits.Inline(ctx, personKey(q.From.ID)) > 0 {
		return outcomeLimited, nil
	}
	offers, err := b.offer(ctx, q)
	if err != nil {
		return outcomeLimited, nil // the next letter typed asks again
	}
	return outcomeAnswered, b.post.Tell(ctx, botapi.AnswerInline(q.ID, b.articles(offers), inlineCache))
}

// offer asks the chat for passages. It fails when it would have to wait for too long.
func (b *Bot) offer(ctx context.Context, q *botapi.Inline) ([]reply.Offer, error) {
	leave, err := b.enter(ctx, q.From.ID)
	if err != nil {
		return nil, err
	}
	defer leave()
	start := b.now()
	offers := b.opt.Chat.Offer(ctx, chat.Message{
		Conversation: "tg:inline", Person: personKey(q.From.ID), Language: q.From.LanguageCode,
		Text: b.cut(q.Query),
	})
	b.opt.Metrics.Answered("", "inline", 1, b.now().Sub(start))
	return offers, nil
}

// articles renders offers. What is shared must be one message: of a longer
// section its beginning is, whose link leads to the rest.
func (b *Bot) articles(offers []reply.Offer) []botapi.Article {
	out := make([]botapi.Article, 0, len(offers))
	for _, o := range offers {
		messages := message.Of(o.Reply, b.links())
		if len(messages) == 0 || len(out) == botapi.MaxResults {
			continue
		}
		out = append(out, botapi.Article{
			ID: o.ID, Title: o.Title, Description: o.Description,
			Text: messages[0].Text,
		})
	}
	return out
}
