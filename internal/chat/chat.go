package chat

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"strconv"
	"strings"
	"time"
	"unicode"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/chat/cited"
	"pincite/internal/chat/pasted"
	"pincite/internal/chat/talk"
	"pincite/internal/document"
	"pincite/internal/gaps"
	"pincite/internal/library"
	"pincite/internal/metrics"
	"pincite/internal/question"
	"pincite/internal/question/prose"
	"pincite/internal/recent"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/rescue"
	"pincite/internal/text"
	"pincite/internal/verify"
)

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
	// Forget deletes at once what is kept of a person and of a conversation.
	Forget(ctx context.Context, person, conversation string) error
	// Document returns the name of the document that was chosen in a
	// conversation, "*" for all, "" for no choice.
	Document(ctx context.Context, conversation string) (string, error)
	// SetDocument keeps that choice.
	SetDocument(ctx context.Context, conversation, document string) error
}

// Options are what a Chat needs. Only Library must be given.
type Options struct {
	Library  *library.Library
	Recorder Recorder         // nil: choices are kept in memory, all else is dropped
	Memory   talk.Memory      // nil: conversations are known to this process alone
	Log      *slog.Logger     // nil: nothing is logged
	Now      func() time.Time // nil: time.Now

	Turns         int           // remembered for each conversation; 0 means 6
	Idle          time.Duration // a conversation is forgotten after so long; 0 means 30 minutes
	Conversations int           // remembered at once, the idlest forgotten first; 0 means 10,000

	// Keep is how long the Recorder keeps feedback and unanswered questions,
	// to be told by /about and /privacy; 0 means that it keeps none.
	Keep time.Duration

	// Gaps finds what was asked and not found, for people of whom Operator is true;
	// nil, one or the other: /gaps is no command.
	Gaps     func(context.Context) (gaps.Report, error)
	Operator func(person string) bool

	// Voice is the host that writes down what people say to a carrier, to be told by
	// /about and /privacy; empty for none.
	Voice string

	// Lasting says that what is kept outlives the process.
	Lasting bool
}

// Chat holds conversations about the documents of a library. It is safe for
// concurrent use.
type Chat struct {
	opt   Options
	talks *talk.Conversations
	cited *cited.Cited

	languages choices // by person
	documents choices // by conversation; "*" for all
}

// New returns a Chat.
func New(o Options) *Chat {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	o.Turns = cmp.Or(o.Turns, 6)
	o.Idle = cmp.Or(o.Idle, 30*time.Minute)
	o.Conversations = cmp.Or(o.Conversations, 10_000)
	c := &Chat{
		opt:       o,
		talks:     talk.New(talk.Options{Most: o.Conversations, Idle: o.Idle, Now: o.Now, Memory: o.Memory, Log: o.Log}),
		cited:     cited.New(o.Library, o.Turns*o.Conversations),
		languages: choices{what: "a person's language", log: o.Log, here: recent.NewMap[string, string](o.Conversations)},
		documents: choices{what: "a conversation's document", log: o.Log, here: recent.NewMap[string, string](o.Conversations)},
	}
	if r := o.Recorder; r != nil {
		c.languages.look, c.languages.keep = r.Language, r.SetLanguage
		c.documents.look, c.documents.keep = r.Document, r.SetDocument
	}
	return c
}

// Ask replies to a message: a question, a number, or a command.
func (c *Chat) Ask(ctx context.Context, m Message) (r reply.Reply) {
	defer c.rescue(ctx, m, &r)
	name, rest := splitCommand(m.Text)
	if run := c.command(name, m); run != nil {
		return run(c, ctx, m, rest)
	}
	if text.Line(m.Text) == "" && m.ReplyTo != "" {
		return c.askOther(ctx, m)
	}
	return c.followUp(ctx, m, m.Text)
}

// followUp answers a message in the light of what was said before.
func (c *Chat) followUp(ctx context.Context, m Message, asked string) reply.Reply {
	turns, err := c.context(ctx, m)
	if err != nil {
		return c.failed(ctx, m, err)
	}
	if r, ok := c.besidePassage(ctx, m, asked, turns); ok {
		return r
	}
	return c.answer(ctx, m, asked, turns)
}

// askOther answers somebody else's message, to which m replies.
func (c *Chat) askOther(ctx context.Context, m Message) reply.Reply {
	asked := m.ReplyTo
	if text.Line(m.Quoted) != "" {
		asked = m.Quoted
	}
	return c.answerOf(ctx, m, text.Cut(text.Line(asked), question.MaxRunes), asked, nil)
}

// answer words what the document says, and remembers the exchange.
func (c *Chat) answer(ctx context.Context, m Message, asked string, turns []turn.Turn) reply.Reply {
	return c.answerOf(ctx, m, asked, asked, turns)
}

// answerOf is answer where the question was cut from a longer text: a quote check
// is of the whole.
func (c *Chat) answerOf(ctx context.Context, m Message, asked, whole string, turns []turn.Turn) reply.Reply {
	a, err := c.ask(ctx, m, asked, turns)
	if err != nil {
		return c.failed(ctx, m, err)
	}
	if r, ok := c.pasted(ctx, m, whole, a); ok {
		return r
	}
	r := c.worded(ctx, m, asked, a)
	if a.Reason == answer.ReasonTooLong && pasted.MayBe(whole) {
		r.Say(words.Fill(c.voice(ctx, m, a.Document, wordsLanguage(m, asked, a)).VerifyHow, "n", strconv.Itoa(verify.MaxText)))
	}
	return r
}

// worded words an answer and remembers the exchange.
func (c *Chat) worded(ctx context.Context, m Message, asked string, a answer.Answer) reply.Reply {
	language := wordsLanguage(m, asked, a)
	v := c.voice(ctx, m, a.Document, language)
	_, worded := metrics.Stage(ctx, metrics.StageRender)
	r := v.Reply(a, 0)
	worded()
	switch a.Reason {
	case answer.ReasonHelp:
		r = c.explain(v, m.Groups)
		r.Answer = a
	case answer.ReasonDocuments:
		r = c.documentMenu(ctx, m, v, v.ChooseDocument)
		r.Answer = a
	}
	v.AddWaysOut(&r, a)
	c.remember(ctx, m, asked, a, language)
	c.recordUnanswered(ctx, m, asked, a)
	return r
}

// ask asks the library.
func (c *Chat) ask(ctx context.Context, m Message, asked string, turns []turn.Turn) (answer.Answer, error) {
	return c.opt.Library.Answer(ctx, library.Ask{Message: asked, Turns: turns, Document: m.Document, Reading: c.reading(ctx, m), Language: m.Language, Caller: cmp.Or(m.Caller, person(m))})
}

// document returns the document that m's conversation is about: the one that is
// asked or chosen, or that the last answer came from, or the default.
func (c *Chat) document(ctx context.Context, m Message) *document.Document {
	name := c.reading(ctx, m)
	if turns := c.talks.Get(ctx, m.Conversation).Turns; name == "" && len(turns) > 0 {
		name = turns[len(turns)-1].Document
	}
	if d, ok := c.opt.Library.Get(name); ok {
		return d
	}
	return c.opt.Library.Default()
}

// failed says that the search failed, and logs why.
func (c *Chat) failed(ctx context.Context, m Message, err error) reply.Reply {
	c.opt.Log.ErrorContext(ctx, "answer a question", "err", err)
	return c.notAnswered(ctx, m, err)
}

// rescue replies in the place of what panicked.
func (c *Chat) rescue(ctx context.Context, m Message, r *reply.Reply) {
	if v := recover(); v != nil {
		*r = c.notAnswered(ctx, m, c.caught(ctx, v))
	}
}

// caught counts and logs a panic.
func (c *Chat) caught(ctx context.Context, v any) error {
	err := rescue.Caught(v)
	metrics.PanicRecovered(ctx)
	c.opt.Log.ErrorContext(ctx, "a message panicked", "err", err, "stack", err.Stack)
	return err
}

// notAnswered says that a message is not answered; after a panic, that it would not help
// to send the same again.
func (c *Chat) notAnswered(ctx context.Context, m Message, err error) reply.Reply {
	v := c.voice(ctx, m, c.document(ctx, m), "")
	r := v.New(answer.KindHelp)
	r.Err = err
	if fault := (*rescue.Error)(nil); errors.As(err, &fault) {
		r.Say(v.CannotAnswer)
	} else {
		r.Say(v.Failed)
	}
	return r
}

// questionRunes is how much of a question is kept in memory and in records:
// nearly all of them whole, never a pasted page.
const questionRunes = 200

// termWords is the length in words up to which English proves nothing: people
// of every language type a term as an English document has it.
const termWords = 2

// wordsLanguage is the language of the person's own words, "und" where they do
// not tell. A command is English in every language, so only what follows
// it counts; and an English term counts only where nothing else is known.
func wordsLanguage(m Message, asked string, a answer.Answer) string {
	language, own := a.Question.Language, text.Line(asked)
	if name, rest := splitCommand(asked); name != "" {
		language, own = "und", rest
		if a.Document != nil && strings.ContainsFunc(rest, unicode.IsLetter) { // "café" is not Spanish by its accent
			language = prose.Language(text.Clean(rest), []string{a.Document.Meta.Language}, m.Language)
		}
	}
	if language == "en" && len(strings.Fields(own)) <= termWords && words.Known(m.Language) != "en" {
		return "und"
	}
	return language
}

// remember adds an exchange to its conversation.
func (c *Chat) remember(ctx context.Context, m Message, asked string, a answer.Answer, language string) {
	turn := talk.Exchange{Turn: a.Turn(), Asked: text.Cut(text.Line(asked), questionRunes), Answered: toFold(a)}
	if a.Kind == answer.KindHelp && len(turn.Sections) == 0 {
		return // a greeting between two questions does not break their thread
	}
	c.talks.Update(ctx, m.Conversation, func(t talk.Conversation) talk.Conversation {
		t.Turns = tail(append(t.Turns[:len(t.Turns):len(t.Turns)], turn), c.opt.Turns)
		if words.Has(language) {
			t.Language = language
		}
		if a.Kind == answer.KindList {
			t.Topics = tail(append(t.Topics[:len(t.Topics):len(t.Topics)], a.Topic), 4)
		}
		return t
	})
}

// maxListed is the longest list that is remembered.
const maxListed = 50

// toFold returns what is needed to word an answer again: nothing of one that quotes
// no passage, looks a section up, or is a long list.
func toFold(a answer.Answer) answer.Answer {
	switch {
	case a.Kind == answer.KindAnswer, a.Kind == answer.KindClosest:
	case a.Kind == answer.KindList && len(a.Citations) <= maxListed:
	default:
		return answer.Answer{}
	}
	return answer.Answer{Kind: a.Kind, Reason: a.Reason, Language: a.Language, Question: a.Question, Citations: a.Citations,
		Topic: a.Topic, Checked: a.Checked, Aided: a.Aided, Level: a.Level,
		Lacks: a.Lacks, Missing: a.Missing, Unmet: a.Unmet, Confidence: a.Confidence}
}

func tail[T any](s []T, n int) []T { return s[max(0, len(s)-n):] }

// recordUnanswered keeps a question that the document did not answer.
func (c *Chat) recordUnanswered(ctx context.Context, m Message, asked string, a answer.Answer) {
	if c.opt.Recorder == nil || (a.Kind != answer.KindClosest && a.Kind != answer.KindNone) {
		return
	}
	u := Unanswered{
		Person: person(m), Question: text.Cut(text.Line(asked), questionRunes), Language: a.Question.Language, Kind: a.Kind, Reason: a.Reason,
	}
	if a.Asked != "" || a.Kind == answer.KindClosest {
		u.Document, u.Digest = a.Document.Name, a.Document.Digest()
	}
	err := c.opt.Recorder.Unanswered(ctx, u)
	if err != nil {
		c.opt.Log.ErrorContext(ctx, "record an unanswered question", "err", err)
	}
}
