package chat

import (
	"context"
	"strconv"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/reply"
	"pincite/internal/reply/compose"
	"pincite/internal/reply/words"
)

// Press replies to a button, whose Data it was. Data that nobody issued, or
// that belongs to another text, gets a Notice.
func (c *Chat) Press(ctx context.Context, m Message, data string) reply.Reply {
	v := c.voice(ctx, m, "")
	do, payload, current := v.Read(data)
	if do == compose.VerbLanguage {
		return c.pressLanguage(ctx, m, payload)
	}
	run, ok := presses[do]
	if !ok {
		return v.Notice(v.Stale)
	}
	if !current {
		return v.Notice(v.Changed)
	}
	return run(c, ctx, m, v, do, payload)
}

var presses = map[compose.Verb]func(*Chat, context.Context, Message, compose.Voice, compose.Verb, string) reply.Reply{
	compose.VerbShow: (*Chat).pressSection, compose.VerbTurn: (*Chat).pressSection,
	compose.VerbContents: (*Chat).pressContents, compose.VerbFind: (*Chat).pressFind, compose.VerbExample: (*Chat).pressExample,
	compose.VerbGood: (*Chat).pressRating, compose.VerbBad: (*Chat).pressRating,
}

func (c *Chat) pressSection(_ context.Context, m Message, v compose.Voice, do compose.Verb, payload string) reply.Reply {
	i, ok := v.Deref(payload)
	if !ok {
		return v.Notice(v.Stale)
	}
	r := c.show(m, v, i)
	r.Edit = do == compose.VerbTurn
	return r
}

// show replies with section i and remembers it, so that "the next one" works.
func (c *Chat) show(m Message, v compose.Voice, i int) reply.Reply {
	cited, ok := c.opt.Answerer.Section(c.doc.Sections[i].ID)
	if !ok {
		return v.Notice(v.Stale)
	}
	a := answer.Answer{Kind: answer.KindSection, Language: v.Language, Citations: []answer.Citation{cited}}
	c.remember(m, cited.Label, a, "")
	return v.Reply(a, 0)
}

func (c *Chat) pressContents(_ context.Context, _ Message, v compose.Voice, _ compose.Verb, payload string) reply.Reply {
	page, ref := compose.Paged(payload)
	i := -1
	if ref != "" {
		var ok bool
		if i, ok = v.Deref(ref); !ok {
			return v.Notice(v.Stale)
		}
	}
	r := v.Browse(i, page)
	r.Edit = true
	return r
}

func (c *Chat) pressFind(_ context.Context, m Message, v compose.Voice, _ compose.Verb, payload string) reply.Reply {
	page, ref := compose.Paged(payload)
	topic := ref
	if strings.HasPrefix(ref, "#") {
		topic = ""
		for _, t := range c.talks.get(m.Conversation).topics {
			if v.TopicRef(t) == ref {
				topic = t
			}
		}
	}
	if compose.Tame(topic) == "" {
		return v.Notice(v.NoQuestion)
	}
	a := c.opt.Answerer.Mentions(topic)
	r := v.Reply(a, page)
	r.Edit = true
	return r
}

func (c *Chat) pressExample(ctx context.Context, m Message, v compose.Voice, _ compose.Verb, payload string) reply.Reply {
	language, digits, _ := strings.Cut(payload, ":")
	n, err := strconv.Atoi(digits)
	if err != nil || !words.Has(language) {
		return v.Notice(v.Stale)
	}
	examples := compose.Speak(c.doc, language).Examples()
	if n < 0 || n >= len(examples) {
		return v.Notice(v.Stale)
	}
	r := c.answer(ctx, m, examples[n], nil)
	asked := reply.Block{Kind: reply.Heading, Runs: []reply.Run{{Text: examples[n], Strong: true}}}
	r.Blocks = append([]reply.Block{asked}, r.Blocks...)
	return r
}

func (c *Chat) pressRating(ctx context.Context, m Message, v compose.Voice, do compose.Verb, payload string) reply.Reply {
	i, ok := v.Deref(payload)
	if !ok {
		return v.Notice(v.Stale)
	}
	f := Feedback{
		Conversation: m.Conversation, Person: m.Person, Question: c.rated(m, c.doc.Sections[i].ID),
		Section: c.doc.Sections[i].ID, Digest: c.doc.Digest(), Good: do == compose.VerbGood,
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
func (c *Chat) rated(m Message, section string) string {
	if s := compose.Tame(m.Text); s != "" {
		return compose.Cut(s, questionRunes)
	}
	turns := c.talks.get(m.Conversation).turns
	for i := len(turns) - 1; i >= 0; i-- {
		if s := turns[i].Sections; len(s) > 0 && s[0] == section {
			return turns[i].Question
		}
	}
	return ""
}

func (c *Chat) pressLanguage(ctx context.Context, m Message, language string) reply.Reply {
	v := c.voice(ctx, m, "")
	if language != "" && !words.Has(language) {
		return v.Notice(v.Stale)
	}
	c.choose(ctx, m, language)
	v = c.voice(ctx, m, "")
	r := v.LanguageMenu(language)
	r.Edit, r.Notice = true, v.LanguageAuto
	if language != "" {
		r.Notice = v.LanguageSet
	}
	return r
}
