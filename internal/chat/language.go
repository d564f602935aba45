package chat

import (
	"context"

	"pincite/internal/chat/words"
	"pincite/internal/document"
)

// Languages returns the tags of the interface languages, English first.
func Languages() []string { return words.Languages() }

// A voice words replies about one document in one language.
type voice struct {
	*words.Words
	language string
	doc      *document.Document
}

// voice chooses the language of a reply: the person's explicit choice, else the
// language of the question, else that of the conversation (where one person
// holds it), else that of the person's client, else English.
func (c *Chat) voice(ctx context.Context, m Message, asked string) voice {
	language := c.choice(ctx, m)
	if !words.Has(language) {
		language = asked
	}
	if !words.Has(language) && m.Private {
		language = c.talks.get(m.Conversation).language
	}
	if !words.Has(language) {
		language = words.Known(m.Language)
	}
	return speak(c.doc, language)
}

// chrome is the voice for what is about the bot, not about the document: the
// person's client tells more than the last question did.
func (c *Chat) chrome(ctx context.Context, m Message) voice {
	return c.voice(ctx, m, words.Spoken(m.Language))
}

func speak(doc *document.Document, language string) voice {
	return voice{Words: words.In(language), language: language, doc: doc}
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
	if c.opt.Recorder == nil {
		return c.chosen.get(person(m))
	}
	l, err := c.opt.Recorder.Language(ctx, person(m))
	if err != nil {
		c.opt.Log.Error("look up a person's language", "error", err)
	}
	return l
}

// choose keeps the person's choice; "" forgets it.
func (c *Chat) choose(ctx context.Context, m Message, language string) {
	if c.opt.Recorder == nil {
		c.chosen.update(person(m), func(string) string { return language })
		return
	}
	if err := c.opt.Recorder.SetLanguage(ctx, person(m), language); err != nil {
		c.opt.Log.Error("keep a person's language", "error", err)
	}
}

// noun returns the name of a level: the document's own, in the forms that the
// language needs.
func (v voice) noun(kind string) words.Noun {
	l, ok := v.doc.Meta.Level(kind)
	if !ok {
		return v.SectionNoun
	}
	name := l.Kind
	if names := l.Names[v.language]; len(names) > 0 {
		name = names[0]
	}
	if n, ok := v.Nouns[name]; ok {
		return n
	}
	return v.Unknown(name)
}

// title names the document in a sentence, "this document" being no name.
func (v voice) title() string {
	if t := v.doc.Meta.ShortTitle; t != "" {
		return tame(t)
	}
	if t := v.doc.Meta.Title; t != "" {
		return cut(tame(t), 120)
	}
	return v.doc.Name
}
