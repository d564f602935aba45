package chat

import (
	"context"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/chat/words"
)

// A verb says what a pressed button does. It is the first byte of its data;
// eight digits of the document's digest and a payload follow.
type verb byte

const (
	verbShow     verb = 's' // a section, as a new message
	verbTurn     verb = 'n' // a section, in place
	verbContents verb = 't' // page:section; contents, in place
	verbFind     verb = 'f' // page:topic; a list, in place
	verbExample  verb = 'e' // language:number; asks an example question
	verbLanguage verb = 'l' // a language, or "" for none
	verbGood     verb = 'g' // a section: the answer was good
	verbBad      verb = 'b' // a section: it was not
)

const (
	digestBytes = 8
	pressBytes  = 64 // of callback data in Telegram
	// refBytes is what a payload can hold beside a verb, a digest and a page
	// of up to five digits with its colon.
	refBytes = pressBytes - 1 - digestBytes - 6
)

func (v voice) press(do verb, payload, label string) Button {
	return Button{Kind: Press, Label: label, Data: string(do) + v.doc.Digest()[:digestBytes] + payload}
}

// ref names section i in a payload: by its id, or by its place where the id is
// too long or could be taken for one. The digest makes sure that it still
// is that section.
func (v voice) ref(i int) string {
	if id := v.doc.Sections[i].ID; len(id) <= refBytes && !strings.HasPrefix(id, "#") {
		return id
	}
	return "#" + number(i)
}

// deref is the inverse of ref; false if there is no such section.
func (v voice) deref(s string) (int, bool) {
	if place, ok := strings.CutPrefix(s, "#"); ok {
		i, err := strconv.Atoi(place)
		return i, err == nil && i >= 0 && i < len(v.doc.Sections)
	}
	return v.doc.ByID(s)
}

// topicRef names a topic in a payload: itself, or a hash by which the
// conversation remembers it.
func (v voice) topicRef(topic string) string {
	if len(topic) <= refBytes && !strings.HasPrefix(topic, "#") {
		return topic
	}
	h := fnv.New64a()
	h.Write([]byte(topic))
	return fmt.Sprintf("#%x", h.Sum64())
}

// Press replies to a button, whose Data it was. Data that nobody issued, or
// that belongs to another text, gets a Notice.
func (c *Chat) Press(ctx context.Context, m Message, data string) Reply {
	v := c.voice(ctx, m, "")
	if len(data) < 1+digestBytes {
		return v.notice(v.Stale)
	}
	do, digest, payload := verb(data[0]), data[1:1+digestBytes], data[1+digestBytes:]
	if do == verbLanguage {
		return c.pressLanguage(ctx, m, payload)
	}
	run, ok := presses[do]
	if !ok {
		return v.notice(v.Stale)
	}
	if digest != c.doc.Digest()[:digestBytes] {
		return v.notice(v.Changed)
	}
	return run(c, ctx, m, v, do, payload)
}

var presses = map[verb]func(*Chat, context.Context, Message, voice, verb, string) Reply{
	verbShow: (*Chat).pressSection, verbTurn: (*Chat).pressSection,
	verbContents: (*Chat).pressContents, verbFind: (*Chat).pressFind, verbExample: (*Chat).pressExample,
	verbGood: (*Chat).pressRating, verbBad: (*Chat).pressRating,
}

func (c *Chat) pressSection(_ context.Context, m Message, v voice, do verb, payload string) Reply {
	i, ok := v.deref(payload)
	if !ok {
		return v.notice(v.Stale)
	}
	r := c.show(m, v, i)
	r.Edit = do == verbTurn
	return r
}

// show replies with section i and remembers it, so that "the next one" works.
func (c *Chat) show(m Message, v voice, i int) Reply {
	cited, ok := c.opt.Answerer.Section(c.doc.Sections[i].ID)
	if !ok {
		return v.notice(v.Stale)
	}
	a := answer.Answer{Kind: answer.KindSection, Language: v.language, Citations: []answer.Citation{cited}}
	c.remember(m, cited.Label, a, "")
	return v.reply(a, 0)
}

func (c *Chat) pressContents(_ context.Context, _ Message, v voice, _ verb, payload string) Reply {
	page, ref := paged(payload)
	i := -1
	if ref != "" {
		var ok bool
		if i, ok = v.deref(ref); !ok {
			return v.notice(v.Stale)
		}
	}
	r := v.contents(i, page)
	r.Edit = true
	return r
}

// paged cuts "2:rest" into its page and the rest.
func paged(payload string) (int, string) {
	digits, rest, _ := strings.Cut(payload, ":")
	page, err := strconv.Atoi(digits)
	if err != nil {
		page = 0
	}
	return page, rest
}

func (c *Chat) pressFind(_ context.Context, m Message, v voice, _ verb, payload string) Reply {
	page, ref := paged(payload)
	topic := ref
	if strings.HasPrefix(ref, "#") {
		topic = ""
		for _, t := range c.talks.get(m.Conversation).topics {
			if v.topicRef(t) == ref {
				topic = t
			}
		}
	}
	if tame(topic) == "" {
		return v.notice(v.NoQuestion)
	}
	a := c.opt.Answerer.Mentions(topic)
	r := v.reply(a, page)
	r.Edit = true
	return r
}

func (c *Chat) pressExample(ctx context.Context, m Message, v voice, _ verb, payload string) Reply {
	language, digits, _ := strings.Cut(payload, ":")
	n, err := strconv.Atoi(digits)
	if err != nil || !words.Has(language) {
		return v.notice(v.Stale)
	}
	examples := c.examples(speak(c.doc, language))
	if n < 0 || n >= len(examples) {
		return v.notice(v.Stale)
	}
	r := c.answer(ctx, m, examples[n], nil)
	asked := Block{Kind: Heading, Runs: []Run{{Text: examples[n], Strong: true}}}
	r.Blocks = append([]Block{asked}, r.Blocks...)
	return r
}

func (c *Chat) pressRating(ctx context.Context, m Message, v voice, do verb, payload string) Reply {
	i, ok := v.deref(payload)
	if !ok {
		return v.notice(v.Stale)
	}
	f := Feedback{
		Conversation: m.Conversation, Person: m.Person, Question: c.rated(m, c.doc.Sections[i].ID),
		Section: c.doc.Sections[i].ID, Digest: c.doc.Digest(), Good: do == verbGood,
	}
	if c.opt.Recorder != nil {
		if err := c.opt.Recorder.Feedback(ctx, f); err != nil {
			c.opt.Log.Error("record feedback", "error", err)
		}
	}
	return v.notice(v.Noted)
}

// rated is the question whose answer a person rates: what the carrier knows,
// or the last one of the conversation that was answered with that section.
func (c *Chat) rated(m Message, section string) string {
	if s := tame(m.Text); s != "" {
		return cut(s, questionRunes)
	}
	turns := c.talks.get(m.Conversation).turns
	for i := len(turns) - 1; i >= 0; i-- {
		if s := turns[i].Sections; len(s) > 0 && s[0] == section {
			return turns[i].Question
		}
	}
	return ""
}

func (c *Chat) pressLanguage(ctx context.Context, m Message, language string) Reply {
	v := c.voice(ctx, m, "")
	if language != "" && !words.Has(language) {
		return v.notice(v.Stale)
	}
	c.choose(ctx, m, language)
	v = c.voice(ctx, m, "")
	r := v.languages(language)
	r.Edit, r.Notice = true, v.LanguageAuto
	if language != "" {
		r.Notice = v.LanguageSet
	}
	return r
}
