package respond

import (
	"context"

	"pincite/internal/chat"
	"pincite/internal/reply"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/message"
	"pincite/internal/telegram/post"
)

// inlineCache is how long, in seconds, the platform may repeat an answer to
// the same person. Answers change only with the document.
const inlineCache = 300

// onInline offers passages for what somebody types after the bot's name.
func (rs *Responder) onInline(ctx context.Context, q *botapi.Inline) (string, error) {
	if !rs.allowed(q.From.ID, 0) {
		return outcomeIgnored, nil
	}
	if rs.opt.Limits.Inline(ctx, post.Person(q.From.ID)) > 0 {
		return outcomeLimited, nil
	}
	offers, err := rs.offer(ctx, q)
	if err != nil {
		return outcomeLimited, nil // the next letter typed asks again
	}
	return outcomeAnswered, rs.opt.Post.Tell(ctx, botapi.AnswerInline(q.ID, rs.articles(offers), inlineCache))
}

// offer asks the chat for passages. It fails when it would have to wait for too long.
func (rs *Responder) offer(ctx context.Context, q *botapi.Inline) ([]reply.Offer, error) {
	leave, err := rs.enter(ctx, q.From.ID)
	if err != nil {
		return nil, err
	}
	defer leave()
	start := rs.opt.Now()
	offers := rs.opt.Chat.Offer(ctx, chat.Message{
		Conversation: "tg:inline", Person: post.Person(q.From.ID), Language: q.From.LanguageCode,
		Text: rs.cut(q.Query),
	})
	rs.opt.Metrics.Answered("", "inline", 1, rs.opt.Now().Sub(start))
	return offers, nil
}

// articles renders offers. What is shared must be one message: of a longer
// section its beginning is, whose link leads to the rest.
func (rs *Responder) articles(offers []reply.Offer) []botapi.Article {
	out := make([]botapi.Article, 0, len(offers))
	for _, o := range offers {
		messages := message.Of(o.Reply, rs.links())
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
