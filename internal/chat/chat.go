package chat

import (
	"context"
	"log/slog"
	"strings"
	"time"
	"unicode"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/question"
	"pincite/internal/reply"
	"pincite/internal/reply/compose"
	"pincite/internal/reply/words"
	"pincite/internal/text"
)

// An Answerer finds what the document says. *answer.Answerer is one.
type Answerer interface {
	// Document returns the document that the answers are about.
	Document() *document.Document
	// Answer answers a message in the light of earlier turns, oldest first.
	Answer(ctx context.Context, message string, turns []answer.Turn) answer.Answer
	// Section cites a whole section, its own text without the sections below.
	Section(id string) (answer.Citation, bool)
	// Mentions lists every section that mentions a topic.
	Mentions(topic string) answer.Answer
}

// A Recorder keeps what outlives the process. Its methods are called from
// several goroutines; their errors are logged and never reach a person.
type Recorder interface {
	Feedback(ctx context.Context, f Feedback) error
	Unanswered(ctx context.Context, u Unanswered) error
	// Language returns the interface language that a person has chosen, ""
	// for none.
	Language(ctx context.Context, person string) (string, error)
	// SetLanguage keeps that choice; "" forgets it.
	SetLanguage(ctx context.Context, person, language string) error
}

// Options are what a Chat needs. Only Answerer must be given.
type Options struct {
	Answerer Answerer
	Recorder Recorder         // nil: choices of language are kept in memory, all else is dropped
	Log      *slog.Logger     // nil: nothing is logged
	Now      func() time.Time // nil: time.Now

	Turns         int           // remembered for each conversation; 0 means 6
	Idle          time.Duration // a conversation is forgotten after so long; 0 means 30 minutes
	Conversations int           // remembered at once, the idlest forgotten first; 0 means 10,000

	// Keep is how long the Recorder keeps feedback and unanswered questions,
	// to be told by /about; 0 means that it keeps none.
	Keep time.Duration
}

// Chat holds conversations about one document. It is safe for concurrent use.
type Chat struct {
	opt    Options
	doc    *document.Document
	talks  *recent[conversation]
	chosen *recent[string] // interface language by person, where there is no Recorder
}

// A conversation is what is remembered of one.
type conversation struct {
	turns    []answer.Turn // oldest first
	topics   []string      // of the lists shown last, for paging
	language string        // of the last question that told
}

// New returns a Chat.
func New(o Options) *Chat {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Turns <= 0 {
		o.Turns = 6
	}
	if o.Idle <= 0 {
		o.Idle = 30 * time.Minute
	}
	if o.Conversations <= 0 {
		o.Conversations = 10_000
	}
	return &Chat{
		opt: o, doc: o.Answerer.Document(),
		talks:  newRecent[conversation](o.Conversations, o.Idle, o.Now),
		chosen: newRecent[string](o.Conversations, 0, o.Now),
	}
}

// Ask replies to a message: a question, a number, or a command.
func (c *Chat) Ask(ctx context.Context, m Message) reply.Reply {
	name, rest := splitCommand(m.Text)
	if run := commandNamed(name); run != nil {
		return run(c, ctx, m, rest)
	}
	if compose.Tame(m.Text) == "" && m.ReplyTo != "" {
		return c.askOther(ctx, m)
	}
	return c.answer(ctx, m, m.Text, c.context(m))
}

// askOther answers somebody else's message, to which m replies.
func (c *Chat) askOther(ctx context.Context, m Message) reply.Reply {
	asked := m.ReplyTo
	if compose.Tame(m.Quoted) != "" {
		asked = m.Quoted
	}
	return c.answer(ctx, m, compose.Cut(compose.Tame(asked), question.MaxRunes), nil)
}

// answer words what the document says, and remembers the exchange.
func (c *Chat) answer(ctx context.Context, m Message, asked string, turns []answer.Turn) reply.Reply {
	a := c.opt.Answerer.Answer(ctx, asked, turns)
	language := wordsLanguage(m, asked, a)
	v := c.voice(ctx, m, language)
	r := v.Reply(a, 0)
	if a.Kind == answer.KindHelp && a.Reason == answer.ReasonHelp {
		r = c.explain(v, m.Groups)
		r.Answer = a
	}
	v.AddWaysOut(&r, a)
	c.remember(m, asked, a, language)
	c.recordUnanswered(ctx, asked, a)
	return r
}

// questionRunes is how much of a question is kept in memory and in records:
// nearly all of them whole, never a pasted page.
const questionRunes = 200

// termWords is the length in words up to which English proves nothing: people
// of every language type a term as an English document has it.
const termWords = 2

// wordsLanguage is the language of the person's own words, "und" where they do
// not tell. A command is English in every language, so only what stands behind
// it counts; and an English term counts only where nothing else is known.
func wordsLanguage(m Message, asked string, a answer.Answer) string {
	language, own := a.Question.Language, compose.Tame(asked)
	if name, rest := splitCommand(asked); name != "" {
		language, own = "und", rest
		if strings.ContainsFunc(rest, unicode.IsLetter) {
			language = text.Language(text.Clean(rest))
		}
	}
	if language == "en" && len(strings.Fields(own)) <= termWords && words.Known(m.Language) != "en" {
		return "und"
	}
	return language
}

// remember adds an exchange to its conversation.
func (c *Chat) remember(m Message, asked string, a answer.Answer, language string) {
	turn := answer.Turn{Question: compose.Cut(compose.Tame(asked), questionRunes), Sections: []string{}}
	for _, cited := range a.Citations[:min(len(a.Citations), 10)] {
		turn.Sections = append(turn.Sections, cited.ID)
	}
	if a.Kind == answer.KindHelp && len(turn.Sections) == 0 {
		return // a greeting between two questions does not break their thread
	}
	c.talks.update(m.Conversation, func(t conversation) conversation {
		t.turns = tail(append(t.turns[:len(t.turns):len(t.turns)], turn), c.opt.Turns)
		if words.Has(language) {
			t.language = language
		}
		if a.Kind == answer.KindList {
			t.topics = tail(append(t.topics[:len(t.topics):len(t.topics)], a.Topic), 4)
		}
		return t
	})
}

func tail[T any](s []T, n int) []T { return s[max(0, len(s)-n):] }

// recordUnanswered keeps a question that the document did not answer.
func (c *Chat) recordUnanswered(ctx context.Context, asked string, a answer.Answer) {
	if c.opt.Recorder == nil || (a.Kind != answer.KindClosest && a.Kind != answer.KindNone) {
		return
	}
	err := c.opt.Recorder.Unanswered(ctx, Unanswered{
		Question: compose.Cut(compose.Tame(asked), questionRunes), Language: a.Question.Language,
		Kind: a.Kind, Reason: a.Reason, Digest: c.doc.Digest(),
	})
	if err != nil {
		c.opt.Log.Error("record an unanswered question", "error", err)
	}
}
