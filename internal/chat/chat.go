package chat

import (
	"context"
	"log/slog"
	"time"

	"pincite/internal/answer"
	"pincite/internal/document"
)

// An Answerer finds what the document says. *answer.Answerer is one.
type Answerer interface {
	// Document returns the document that the answers are about.
	Document() *document.Document
	// Answer answers a message in the light of earlier turns, oldest first.
	Answer(ctx context.Context, text string, turns []answer.Turn) answer.Answer
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
	Recorder Recorder // nil: choices of language are kept in memory, all else is dropped
	Log      *slog.Logger
	Now      func() time.Time

	Turns         int           // remembered for each conversation; 0 means 6
	Idle          time.Duration // a conversation is forgotten after so long; 0 means 30 minutes
	Conversations int           // remembered at once, the idlest forgotten first; 0 means 10,000

	// Examples are questions to try, by language tag; for a language without,
	// three are made from the outline.
	Examples map[string][]string

	// Keep is how long the Recorder keeps feedback and unanswered questions,
	// to be told by /about; 0 means that it keeps none.
	Keep time.Duration
}

// Chat holds conversations about one document. It is safe for concurrent use.
type Chat struct {
	opt Options
}

// New returns a Chat.
func New(o Options) *Chat { return &Chat{opt: o} }

// Ask replies to a message: a question, a number, or a command.
func (c *Chat) Ask(ctx context.Context, m Message) Reply { return Reply{} }

// Press replies to a button, whose Data it was. Data that nobody issued, or
// that belongs to another text, gets a Notice.
func (c *Chat) Press(ctx context.Context, m Message, data string) Reply { return Reply{} }

// Offer returns at most 10 passages to share, best first, for what stands in
// m.Text; some sections for an empty text.
func (c *Chat) Offer(ctx context.Context, m Message) []Offer { return nil }

// Commands returns the menu in the language of a tag.
func (c *Chat) Commands(language string) []Command { return nil }

// Describe returns what the bot says of itself before a conversation begins:
// at most 512 and 120 characters.
func (c *Chat) Describe(language string) (description, short string) { return "", "" }

// Languages returns the tags of the interface languages, English first.
func Languages() []string { return []string{"en", "zh", "ru", "es"} }
