package answer

import (
	"context"
	"fmt"

	"pincite/internal/annotation"
	"pincite/internal/answer/turn"
	"pincite/internal/cache"
	"pincite/internal/document"
	"pincite/internal/evidence"
	"pincite/internal/metrics"
	"pincite/internal/question"
	"pincite/internal/question/step"
	"pincite/internal/search"
)

// Options are what an Answerer is made of.
type Options struct {
	Document    *document.Document
	Annotations []annotation.Aids // finding aids, one a language; none is fine
	Params      evidence.Params   // the zero value means DefaultParams
	Cache       *cache.Cache      // keeps the index of a long text; nil to make it again each time

	// Progress is told how many sections of how many are indexed; nil to tell nobody.
	Progress func(done, sections int)
}

// An Answerer answers questions about one document. It is safe for concurrent
// use and gives the same answer to the same question, always.
type Answerer struct {
	doc       *document.Document
	params    evidence.Params
	coll      *evidence.Collection
	languages []string // in which questions find passages, the document's own first
	parser    *question.Parser
	turns     *turn.Reader
	questions annotation.Questions // that finding aids expect
	unspelled annotation.Names     // what the document never spells out
}

// New indexes a document in its own language; the finding aids in others are
// indexed when they are first needed, or by Warm. It fails when the index
// cannot be built, and when ctx ends.
func New(ctx context.Context, o Options) (*Answerer, error) {
	if o.Params == (evidence.Params{}) {
		o.Params = evidence.DefaultParams()
	}
	coll, err := evidence.New(ctx, evidence.Options{Document: o.Document, Annotations: o.Annotations, Params: o.Params,
		Cache: o.Cache, Progress: o.Progress})
	if err != nil {
		return nil, fmt.Errorf("answer from %s: %w", o.Document.Name, err)
	}
	set := coll.Passages()
	p := question.NewParser(question.Options{Document: o.Document, Languages: set.Languages(), Weight: set.Weight, Kept: set.Kept})
	return &Answerer{
		doc: o.Document, params: o.Params, coll: coll, languages: set.Languages(), parser: p, turns: turn.NewReader(o.Document, p),
		questions: annotation.QuestionsOf(o.Annotations), unspelled: annotation.NamesOf(o.Annotations),
	}, nil
}

// Warm indexes the finding aids of all languages, so that no question waits for
// them. A service calls it once at start.
func (a *Answerer) Warm() error { return a.coll.Warm() }

// Close frees the index.
func (a *Answerer) Close() error { return a.coll.Close() }

// Passages returns how many passages are indexed, in all languages, of which it makes
// the indexes that are not made yet.
func (a *Answerer) Passages() (int, error) { return a.coll.Passages().Len() }

// Document returns the document that is asked about.
func (a *Answerer) Document() *document.Document { return a.doc }

// Questions returns the questions in a language that the finding aids expect of a
// section, to be read and never changed; none where there are no aids.
func (a *Answerer) Questions(section, language string) []string {
	return a.questions.Of(section, language)
}

// A Context is what is known besides a message.
type Context struct {
	Turns    []turn.Turn // earlier exchanges of the same conversation, oldest first
	Language string      // language tag of the person's client, "" if unknown
	Among    bool        // the document is one of several that are asked
}

// Answer answers one message. Earlier turns count only where the message refers
// back to them. It fails when ctx ends, when an index cannot be built, and after
// Close.
func (a *Answerer) Answer(ctx context.Context, message string, c Context) (Answer, error) {
	_, read := metrics.Stage(ctx, metrics.StageRead)
	turns := c.Turns
	q := a.turns.Read(a.parser.Parse(message, question.Context{Language: c.Language, Among: c.Among}), turns)
	read()
	within, decided := metrics.Stage(ctx, metrics.StageDecide)
	out, err := a.answer(search.WithBudget(within, mostWork), q, turns)
	decided()
	if err != nil {
		return Answer{}, fmt.Errorf("answer from %s: %w", a.doc.Name, err)
	}
	out.Document, out.Question, out.Language, out.read = a.doc, q, turn.Language(q, turns, a.languages[0]), a.reading(q)
	out.assignRoles()
	switch {
	case out.Kind.LooksUp():
		out.Confidence = 1
	case out.Kind == KindNone || out.Kind == KindHelp:
		out.Confidence = 0
	}
	return out, nil
}

var small = map[question.Kind]Reason{
	question.Empty: ReasonEmpty, question.TooShort: ReasonTooShort, question.TooLong: ReasonTooLong,
	question.Greeting: ReasonGreeting, question.Thanks: ReasonThanks,
	question.Identity: ReasonIdentity, question.Help: ReasonHelp, question.Documents: ReasonDocuments,
	question.Undone: ReasonTask, question.Unread: ReasonUnread, question.Unknown: ReasonCommand,
}

func (a *Answerer) answer(ctx context.Context, q question.Question, turns []turn.Turn) (Answer, error) {
	if reason, ok := small[q.Kind]; ok {
		if at, ok := a.turns.Current(step.None, turns); ok && q.Kind == question.Undone && q.Follow {
			out := a.show(at)
			out.Reason = reason
			return out, nil
		}
		return Answer{Kind: KindHelp, Reason: reason}, nil
	}
	switch q.Kind {
	case question.Lookup:
		return a.lookup(q, turns), nil
	case question.Outline:
		return a.outline(q, turns), nil
	case question.Metadata:
		return a.metadata(q), nil
	case question.Mentions:
		return a.list(ctx, q, turns)
	case question.Navigate:
		return a.navigate(ctx, q, turns)
	}
	return a.search(ctx, q, turns)
}

// cite returns a citation of span in section i.
func (a *Answerer) cite(i int, span document.Span, score float64) Citation {
	c := Cite(a.doc, i, span)
	c.Score = score
	return c
}
