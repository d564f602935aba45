package chat

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"pincite/internal/answer"
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
	d, current := c.opt.Library.ByDigest(p.Digest)
	if !current {
		d = c.document(ctx, m)
	}
	v := c.voice(ctx, m, d, "")
	if p.Verb == compose.VerbLanguage {
		return c.pressLanguage(ctx, m, p.Payload)
	}
	run, ok := presses[p.Verb]
	if !ok {
		return v.Notice(v.Stale)
	}
	if !current {
		return v.Notice(v.Changed)
	}
	return run(c, ctx, m, v, p.Verb, p.Payload)
}

var presses = map[compose.Verb]func(*Chat, context.Context, Message, compose.Voice, compose.Verb, string) reply.Reply{
	compose.VerbShow: (*Chat).pressSection, compose.VerbTurn: (*Chat).pressSection,
	compose.VerbContents: (*Chat).pressContents, compose.VerbFind: (*Chat).pressFind, compose.VerbExample: (*Chat).pressExample,
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
	a := answer.Answer{Document: v.Document(), Kind: answer.KindSection, Language: v.Language, Citations: []answer.Citation{cited},
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

func (c *Chat) pressFind(ctx context.Context, m Message, v compose.Voice, _ compose.Verb, payload string) reply.Reply {
	page, ref := compose.Paged(payload)
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
	r := compose.NewVoice(a.Document, v.Language).Reply(a, page)
	r.Edit = true
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
	m.Document = v.Document().Name
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
		Section: d.Sections[i].ID, Digest: d.Digest(), Good: do == compose.VerbGood,
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
