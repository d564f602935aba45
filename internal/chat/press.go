package chat

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/library"
	"pincite/internal/question"
	"pincite/internal/reply"
	"pincite/internal/reply/compose"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// Press replies to a button, whose Data it was. Data that nobody issued, or
// that belongs to another text, gets a Notice.
func (c *Chat) Press(ctx context.Context, m Message, data string) reply.Reply {
	p, _ := compose.ParsePress(data)
	if p.Verb == compose.VerbLanguage {
		return c.pressLanguage(ctx, m, p.Payload)
	}
	d, current := c.opt.Library.ByDigest(p.Digest)
	run, ok := presses[p.Verb]
	if ok && !current {
		return c.pressOld(ctx, m, p, run)
	}
	if !ok {
		v := c.voice(ctx, m, c.document(ctx, m), "")
		return v.Notice(v.Stale)
	}
	return run(c, ctx, m, c.voice(ctx, m, d, ""), p.Verb, p.Payload)
}

// A pressing is what a button of one verb does.
type pressing func(*Chat, context.Context, Message, compose.Voice, compose.Verb, string) reply.Reply

// pressOld replies to a button of a text that was replaced: what leads to a section
// follows it to where it is now, and what is about the document as a whole is about
// the text that it has now.
func (c *Chat) pressOld(ctx context.Context, m Message, p compose.Pressed, run pressing) reply.Reply {
	whole := c.opt.Library.Replaced(p.Digest, "")
	if whole.Document == nil {
		v := c.voice(ctx, m, c.document(ctx, m), "")
		if whole.Fate == library.Gone {
			return v.Notice(v.DocumentGone)
		}
		return v.Notice(v.Changed)
	}
	v := c.voice(ctx, m, whole.Document, "")
	switch p.Verb {
	case compose.VerbShow, compose.VerbTurn:
		id, at := p.Payload, reply.Sentences{}
		if c.opt.Library.Replaced(p.Digest, id).Fate == library.Unknown {
			id, at = reply.CutSentences(id)
		}
		return c.followed(ctx, m, v, c.opt.Library.Replaced(p.Digest, id), at)
	case compose.VerbFind, compose.VerbMentions, compose.VerbDocument:
		return run(c, ctx, m, v, p.Verb, p.Payload)
	case compose.VerbContents:
		if _, ref := compose.Paged(p.Payload); ref == "" {
			return run(c, ctx, m, v, p.Verb, p.Payload)
		}
	}
	return v.Notice(v.Changed)
}

// followed shows a section that an old button or link leads to, and says what has
// become of it.
func (c *Chat) followed(ctx context.Context, m Message, v compose.Voice, t library.Trail, at reply.Sentences) reply.Reply {
	switch t.Fate {
	case library.Same:
		return c.show(ctx, m, v, t.Section, at)
	case library.Moved:
		r := c.show(ctx, m, v, t.Section, at)
		v.Followed(&r, v.Moved)
		return r
	case library.Altered:
		r := c.show(ctx, m, v, t.Section, reply.Sentences{})
		v.Followed(&r, v.Altered)
		return r
	case library.Gone:
		return v.Notice(v.Gone)
	}
	return v.Notice(v.Changed)
}

var presses = map[compose.Verb]pressing{
	compose.VerbShow: (*Chat).pressSection, compose.VerbTurn: (*Chat).pressSection,
	compose.VerbContents: (*Chat).pressContents, compose.VerbFind: (*Chat).pressFind, compose.VerbExample: (*Chat).pressExample,
	compose.VerbDocument: (*Chat).pressDocument, compose.VerbMentions: (*Chat).pressFind,
	compose.VerbGood: (*Chat).pressRating, compose.VerbBad: (*Chat).pressRating,
}

func (c *Chat) pressSection(ctx context.Context, m Message, v compose.Voice, do compose.Verb, payload string) reply.Reply {
	i, at, ok := v.Target(payload)
	if !ok {
		return v.Notice(v.Stale)
	}
	r := c.show(ctx, m, v, i, at)
	r.Edit = do == compose.VerbTurn
	return r
}

// show replies with section i, some sentences of it marked, and remembers it, so
// that "the next one" works.
func (c *Chat) show(ctx context.Context, m Message, v compose.Voice, i int, at reply.Sentences) reply.Reply {
	cited := answer.Whole(v.Document(), i)
	a := answer.Answer{Document: v.Document(), Asked: v.Document().Name, Kind: answer.KindSection, Language: v.Language, Citations: []answer.Citation{cited},
		Question: question.Question{Kind: question.Lookup, Text: cited.Label, Language: "und"}}
	c.remember(ctx, m, cited.Label, a, "")
	if span, ok := at.Span(v.Document(), i); ok {
		a.Citations[0] = answer.Cite(v.Document(), i, span)
	}
	return v.Reply(a, 0)
}

func (c *Chat) pressContents(_ context.Context, _ Message, v compose.Voice, _ compose.Verb, payload string) reply.Reply {
	page, ref := compose.Paged(payload)
	i := -1
	if ref != "" {
		var ok bool
		if i, _, ok = v.Target(ref); !ok {
			return v.Notice(v.Stale)
		}
	}
	r := v.Browse(i, page)
	r.Edit = true
	return r
}

func (c *Chat) pressFind(ctx context.Context, m Message, v compose.Voice, do compose.Verb, payload string) reply.Reply {
	page, ref := 0, payload
	if do == compose.VerbFind {
		page, ref = compose.Paged(payload)
	}
	topic := ref
	if strings.HasPrefix(ref, "#") {
		topic = ""
		for _, t := range c.talks.get(ctx, m.Conversation).topics {
			if compose.TopicRef(t) == ref {
				topic = t
			}
		}
	}
	if text.Line(topic) == "" {
		return v.Notice(v.NoQuestion)
	}
	a, err := c.opt.Library.Mentions(v.Document().Name, topic)
	if err != nil {
		return c.failed(ctx, m, err)
	}
	r := c.voice(ctx, m, a.Document, v.Language).Reply(a, page)
	r.Edit = do == compose.VerbFind
	return r
}

func (c *Chat) pressExample(ctx context.Context, m Message, v compose.Voice, _ compose.Verb, payload string) reply.Reply {
	language, digits, _ := strings.Cut(payload, ":")
	n, err := strconv.Atoi(digits)
	if err != nil || !words.Has(language) {
		return v.Notice(v.Stale)
	}
	examples := compose.NewVoice(v.Document(), language).Examples()
	if n < 0 || n >= len(examples) {
		return v.Notice(v.Stale)
	}
	m.Document = v.Document().Name // an example is a question about one document
	r := c.answer(ctx, m, examples[n], nil)
	asked := reply.Block{Kind: reply.Heading, Runs: []reply.Run{{Text: examples[n], Strong: true}}}
	r.Blocks = append([]reply.Block{asked}, r.Blocks...)
	return r
}

func (c *Chat) pressRating(ctx context.Context, m Message, v compose.Voice, do compose.Verb, payload string) reply.Reply {
	i, _, ok := v.Target(payload)
	if !ok {
		return v.Notice(v.Stale)
	}
	d := v.Document()
	f := Feedback{
		Conversation: m.Conversation, Person: m.Person, Question: c.rated(ctx, m, d.Name, d.Sections[i].ID),
		Document: d.Name, Section: d.Sections[i].ID, Digest: d.Digest(), Good: do == compose.VerbGood,
	}
	if c.opt.Recorder != nil {
		if err := c.opt.Recorder.Feedback(ctx, f); err != nil {
			c.opt.Log.Error("record feedback", "error", err)
		}
	}
	return v.Notice(v.Noted)
}

// rated is the question whose answer a person rates: what the carrier knows,
// or the last one of the conversation that was answered with that section.
func (c *Chat) rated(ctx context.Context, m Message, document, section string) string {
	if s := text.Line(m.Text); s != "" {
		return text.Cut(s, questionRunes)
	}
	for _, t := range slices.Backward(c.talks.get(ctx, m.Conversation).turns) {
		if t.Document == document && len(t.Sections) > 0 && t.Sections[0] == section {
			return t.asked
		}
	}
	return ""
}

func (c *Chat) pressLanguage(ctx context.Context, m Message, language string) reply.Reply {
	v := c.voice(ctx, m, c.document(ctx, m), "")
	if language != "" && !words.Has(language) {
		return v.Notice(v.Stale)
	}
	c.choose(ctx, m, language)
	v = c.voice(ctx, m, v.Document(), "")
	r := v.LanguageMenu(language)
	r.Edit, r.Notice = true, v.LanguageAuto
	if language != "" {
		r.Notice = v.LanguageSet
	}
	return r
}
