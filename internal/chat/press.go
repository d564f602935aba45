package chat

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/library"
	"pincite/internal/question"
	"pincite/internal/reply"
	"pincite/internal/reply/compose"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// Press replies to a button, whose Data it was. Data that nobody issued, or
// that belongs to another text, gets a Notice.
func (c *Chat) Press(ctx context.Context, m Message, data string) (r reply.Reply) {
	defer c.rescue(ctx, m, &r)
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
	case compose.VerbShow, compose.VerbTurn, compose.VerbFold, compose.VerbMenu:
		return c.followedTo(ctx, m, v, p.Digest, p.Payload)
	case compose.VerbPage, compose.VerbContext:
		_, place := compose.Paged(p.Payload)
		return c.followedTo(ctx, m, v, p.Digest, place)
	case compose.VerbFind, compose.VerbMentions, compose.VerbDocument:
		return run(c, ctx, m, v, p.Verb, p.Payload)
	case compose.VerbContents:
		if _, ref := compose.Paged(p.Payload); ref == "" {
			return run(c, ctx, m, v, p.Verb, p.Payload)
		}
	}
	return v.Notice(v.Changed)
}

// followedTo is followed for the payload of a button, a place in the text with that
// digest.
func (c *Chat) followedTo(ctx context.Context, m Message, v compose.Voice, digest, place string) reply.Reply {
	id, at := place, reply.Sentences{}
	if c.opt.Library.Replaced(digest, id).Fate == library.Unknown {
		id, at = reply.CutSentences(id)
	}
	return c.followed(ctx, m, v, c.opt.Library.Replaced(digest, id), at)
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
	compose.VerbPage: (*Chat).pressPage, compose.VerbContext: (*Chat).pressPage,
	compose.VerbFold: (*Chat).pressFold, compose.VerbMenu: (*Chat).pressMenu, compose.VerbRelated: (*Chat).pressRelated,
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

// pressPage turns the pages of a section, or unfolds what surrounds a quote.
func (c *Chat) pressPage(_ context.Context, _ Message, v compose.Voice, do compose.Verb, payload string) reply.Reply {
	page, ref := compose.Paged(payload)
	i, at, ok := v.Target(ref)
	if !ok {
		return v.Notice(v.Stale)
	}
	cited := placed(v.Document(), i, at)
	r := v.Page(cited, page)
	if do == compose.VerbContext {
		r = v.Context(cited, page)
	}
	r.Edit = true
	return r
}

// pressFold shows a quote by itself again.
func (c *Chat) pressFold(ctx context.Context, m Message, v compose.Voice, _ compose.Verb, payload string) reply.Reply {
	i, at, ok := v.Target(payload)
	if !ok {
		return v.Notice(v.Stale)
	}
	return c.folded(ctx, m, v, i, at)
}

// pressMenu offers what else can be done with the place that a reply shows.
func (c *Chat) pressMenu(ctx context.Context, m Message, v compose.Voice, _ compose.Verb, payload string) reply.Reply {
	i, at, ok := v.Target(payload)
	if !ok {
		return v.Notice(v.Stale)
	}
	r := c.folded(ctx, m, v, i, at)
	v.Menu(&r, i, at, compose.Unrated, c.related(ctx, m, v, i))
	return r
}

// folded is, in place, the reply that showed a place first: the answer that began
// with it as long as that is remembered, else the quote, or the section.
func (c *Chat) folded(ctx context.Context, m Message, v compose.Voice, i int, at reply.Sentences) reply.Reply {
	cited := placed(v.Document(), i, at)
	r := v.Quoted(cited)
	if a, ok := c.answered(ctx, m, v, cited); ok {
		r = v.Reply(a, 0)
	} else if at.IsZero() {
		r = v.Page(cited, 0)
	}
	r.Edit = true
	return r
}

// answered returns the answer of m's conversation that began with a citation.
func (c *Chat) answered(ctx context.Context, m Message, v compose.Voice, cited answer.Citation) (answer.Answer, bool) {
	for _, t := range slices.Backward(c.talks.Get(ctx, m.Conversation).Turns) {
		a := t.Answered
		if t.Digest == v.Document().Digest() && a.Kind != answer.KindList && len(a.Citations) > 0 && a.Citations[0].Document == cited.Document && a.Citations[0].Span == cited.Span && a.Citations[0].Quote == cited.Quote {
			a.Document = v.Document()
			return a, true
		}
	}
	return answer.Answer{}, false
}

// placed cites some sentences of section i, or all of it.
func placed(d *document.Document, i int, at reply.Sentences) answer.Citation {
	if span, ok := at.Span(d, i); ok {
		return answer.Cite(d, i, span)
	}
	return answer.Whole(d, i)
}

// show replies with section i, some sentences of it marked, and remembers it, so
// that "the next one" works.
func (c *Chat) show(ctx context.Context, m Message, v compose.Voice, i int, at reply.Sentences) reply.Reply {
	cited := answer.Whole(v.Document(), i)
	a := answer.Answer{Document: v.Document(), Asked: v.Document().Name, Kind: answer.KindSection, Language: v.Language, Citations: []answer.Citation{cited},
		Question: question.Question{Kind: question.Lookup, Text: cited.Label, Language: "und"}}
	c.remember(ctx, m, cited.Label, a, "")
	a.Citations[0] = placed(v.Document(), i, at)
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
		for _, t := range c.talks.Get(ctx, m.Conversation).Topics {
			if compose.TopicRef(t) == ref {
				topic = t
			}
		}
	}
	if text.Line(topic) == "" {
		return v.Notice(v.NoQuestion)
	}
	a, err := c.list(ctx, m, v.Document(), topic)
	if err != nil {
		return c.failed(ctx, m, err)
	}
	r := c.voice(ctx, m, a.Document, v.Language).Reply(a, page)
	r.Edit = do == compose.VerbFind
	return r
}

// list returns the list of m's conversation whose pages are turned, or where it is
// forgotten, every section that mentions its topic.
func (c *Chat) list(ctx context.Context, m Message, d *document.Document, topic string) (answer.Answer, error) {
	for _, t := range slices.Backward(c.talks.Get(ctx, m.Conversation).Turns) {
		if a := t.Answered; a.Kind == answer.KindList && a.Topic == topic && t.Document == d.Name && t.Digest == d.Digest() {
			a.Document = d
			return a, nil
		}
	}
	return c.opt.Library.Mentions(ctx, d.Name, topic)
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
	return c.askAloud(ctx, m, v, examples[n])
}

// askAloud asks v's document what a button offers, and repeats the question above
// the answer.
func (c *Chat) askAloud(ctx context.Context, m Message, v compose.Voice, asked string) reply.Reply {
	m.Document = v.Document().Name
	r := c.answer(ctx, m, asked, nil)
	heading := reply.Block{Kind: reply.Heading, Runs: []reply.Run{{Text: asked, Strong: true}}}
	r.Blocks = append([]reply.Block{heading}, r.Blocks...)
	return r
}

const (
	maxRelated   = 2  // questions that a menu offers
	relatedRunes = 64 // of one, so that a telephone shows it whole
)

// related returns questions that section i answers and that were not asked in m's
// conversation.
func (c *Chat) related(ctx context.Context, m Message, v compose.Voice, i int) []compose.Related {
	asked := map[string]bool{}
	for _, t := range c.talks.Get(ctx, m.Conversation).Turns {
		asked[text.Fold(t.Asked)] = true
	}
	d := v.Document()
	var out []compose.Related
	for n, q := range c.opt.Library.Questions(d.Name, d.Sections[i].ID, v.Language) {
		if len(out) < maxRelated && utf8.RuneCountInString(q) <= relatedRunes && !asked[text.Fold(q)] {
			out = append(out, compose.Related{Index: n, Text: q})
		}
	}
	return out
}

func (c *Chat) pressRelated(ctx context.Context, m Message, v compose.Voice, _ compose.Verb, payload string) reply.Reply {
	language, n, place, ok := compose.ParseRelated(payload)
	i, _, found := v.Target(place)
	if !ok || !found {
		return v.Notice(v.Stale)
	}
	d := v.Document()
	all := c.opt.Library.Questions(d.Name, d.Sections[i].ID, language)
	if n >= len(all) {
		return v.Notice(v.Stale)
	}
	return c.askAloud(ctx, m, v, all[n])
}

func (c *Chat) pressRating(ctx context.Context, m Message, v compose.Voice, do compose.Verb, payload string) reply.Reply {
	i, at, ok := v.Target(payload)
	if !ok {
		return v.Notice(v.Stale)
	}
	d := v.Document()
	rating := compose.Bad
	if do == compose.VerbGood {
		rating = compose.Good
	}
	f := Feedback{
		Conversation: m.Conversation, Person: m.Person, Question: c.rated(ctx, m, d.Name, d.Sections[i].ID),
		Document: d.Name, Section: d.Sections[i].ID, Digest: d.Digest(), Good: do == compose.VerbGood,
	}
	if !c.keepsRatings() {
		return v.Notice(v.NotKept)
	}
	if err := c.opt.Recorder.Feedback(ctx, f); err != nil {
		c.opt.Log.ErrorContext(ctx, "record feedback", "err", err)
		return v.Notice(v.NotKept)
	}
	r := c.folded(ctx, m, v, i, at)
	v.Menu(&r, i, at, rating, c.related(ctx, m, v, i))
	r.Notice = v.Noted
	return r
}

// rated is the question whose answer a person rates: what the carrier knows,
// or the last one of the conversation that was answered with that section.
func (c *Chat) rated(ctx context.Context, m Message, document, section string) string {
	if s := text.Line(m.Text); s != "" {
		return text.Cut(s, questionRunes)
	}
	for _, t := range slices.Backward(c.talks.Get(ctx, m.Conversation).Turns) {
		if t.Document == document && len(t.Sections) > 0 && t.Sections[0] == section {
			return t.Asked
		}
	}
	return ""
}

func (c *Chat) pressLanguage(ctx context.Context, m Message, language string) reply.Reply {
	v := c.voice(ctx, m, c.document(ctx, m), "")
	if language != "" && !words.Has(language) {
		return v.Notice(v.Stale)
	}
	c.languages.set(ctx, person(m), language)
	v = c.voice(ctx, m, v.Document(), "")
	r := v.LanguageMenu(language)
	r.Edit, r.Notice = true, v.LanguageAuto
	if language != "" {
		r.Notice = v.LanguageSet
	}
	return r
}
