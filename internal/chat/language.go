package chat

import (
	"context"

	"pincite/internal/document"
	"pincite/internal/reply/compose"
	"pincite/internal/reply/words"
)

// Languages returns the tags of the interface languages, English first.
func Languages() []string { return words.Languages() }

// keepsRatings reports whether ratings are kept.
func (c *Chat) keepsRatings() bool { return c.opt.Recorder != nil && c.opt.Keep > 0 }

// voice chooses the language of a reply about a document: the person's explicit choice, else
// the language of the question, else that of the conversation (where one person holds it),
// else that of the person's client, or of the document where no client tells, else English.
func (c *Chat) voice(ctx context.Context, m Message, d *document.Document, asked string) compose.Voice {
	language := c.languages.get(ctx, person(m))
	if !words.Has(language) {
		language = asked
	}
	if !words.Has(language) && m.Private {
		language = c.talks.Get(ctx, m.Conversation).Language
	}
	if !words.Has(language) {
		client := m.Language
		if client == "" && d != nil {
			client = d.Meta.Language
		}
		language = words.Known(client)
	}
	v := compose.NewVoice(d, language).Among(c.among(ctx, m, d))
	v.Client, v.Room, v.Rates = m.Language, m.Room, c.keepsRatings()
	v.Named = m.Room > 0 // such messages are forwarded
	return v
}

// chrome is the voice for what is about the bot, not about the document: the
// person's client tells more than the last question did.
func (c *Chat) chrome(ctx context.Context, m Message) compose.Voice {
	return c.voice(ctx, m, c.document(ctx, m), words.Spoken(m.Language))
}

// person is the key under which a person's choices are kept.
func person(m Message) string {
	if m.Person != "" {
		return m.Person
	}
	return m.Conversation
}
