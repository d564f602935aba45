package chat

import (
	"context"
	"strconv"

	"pincite/internal/document"
	"pincite/internal/question"
	"pincite/internal/reply/compose"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// Languages returns the tags of the interface languages, English first.
func Languages() []string { return words.Languages() }

// TooMany returns what a carrier tells a person who asks more than it takes in
// a minute and must wait so many seconds, in the language of a tag, or in English;
// at most 200 characters.
func TooMany(tag string, seconds int) string {
	return words.Fill(words.In(words.Known(tag)).TooMany, "n", strconv.Itoa(seconds))
}

// Unreadable returns what to say to a message that has no words, in the language
// of a tag, or in English.
func Unreadable(tag string, what Medium) string {
	w := words.In(words.Known(tag))
	switch what {
	case Sound:
		return w.CannotHear
	case Picture:
		return w.CannotSee
	case File:
		return w.CannotOpen
	}
	return w.Empty
}

// Heard returns what a carrier says above the answer to a voice message: what was
// understood, in the language of the answer, or else of a tag.
func Heard(language, tag, said string) string {
	if !words.Has(language) {
		language = words.Known(tag)
	}
	return words.Fill(words.In(language).Heard, "question", text.Cut(text.Line(said), question.MaxRunes))
}

// HeardNothing, NotHeard and TooLongToHear return what a carrier says, in the language of a tag,
// to a voice message without words, to one that could not be understood now, and to one
// of more seconds than may be.
func HeardNothing(tag string) string { return words.In(words.Known(tag)).HeardNothing }

// NotHeard is described with HeardNothing.
func NotHeard(tag string) string { return words.In(words.Known(tag)).NotHeard }

// TooLongToHear is described with HeardNothing.
func TooLongToHear(tag string, seconds int) string {
	return words.Fill(words.In(words.Known(tag)).TooLongToHear, "n", strconv.Itoa(seconds))
}

// keepsRatings reports whether ratings are kept.
func (c *Chat) keepsRatings() bool { return c.opt.Recorder != nil && c.opt.Keep > 0 }

// Busy returns what a carrier tells a person while too many ask at the same time, in
// the language of a tag.
func Busy(tag string) string { return words.In(words.Known(tag)).Busy }

// voice chooses the language of a reply about a document: the person's explicit choice, else the
// language of the question, else that of the conversation (where one person
// holds it), else that of the person's client, else English.
func (c *Chat) voice(ctx context.Context, m Message, d *document.Document, asked string) compose.Voice {
	language := c.choice(ctx, m)
	if !words.Has(language) {
		language = asked
	}
	if !words.Has(language) && m.Private {
		language = c.talks.Get(ctx, m.Conversation).Language
	}
	if !words.Has(language) {
		language = words.Known(m.Language)
	}
	v := compose.NewVoice(d, language).Among(c.among(ctx, m, d))
	v.Room, v.Rates = m.Room, c.keepsRatings()
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

// choice is the language that the person has chosen, "" for none.
func (c *Chat) choice(ctx context.Context, m Message) string {
	if language, here := c.languages.Get(person(m)); here || c.opt.Recorder == nil {
		return language
	}
	l, err := c.opt.Recorder.Language(ctx, person(m))
	if err != nil {
		c.opt.Log.ErrorContext(ctx, "look up a person's language", "err", err)
	}
	return l
}

// choose keeps the person's choice; "" forgets it. Where the recorder fails it holds
// for as long as this process runs, as people are told.
func (c *Chat) choose(ctx context.Context, m Message, language string) {
	if c.opt.Recorder != nil {
		err := c.opt.Recorder.SetLanguage(ctx, person(m), language)
		if err == nil {
			c.languages.Remove(person(m))
			return
		}
		c.opt.Log.ErrorContext(ctx, "keep a person's language", "err", err)
	}
	c.languages.Add(person(m), language)
}
