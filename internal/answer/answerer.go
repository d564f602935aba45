package answer

import (
	"cmp"
	"context"
	"fmt"

	"pincite/internal/annotation"
	"pincite/internal/cache"
	"pincite/internal/document"
	"pincite/internal/evidence"
	"pincite/internal/metrics"
	"pincite/internal/question"
	"pincite/internal/text"
)

// Options are what an Answerer is made of.
type Options struct {
	Document    *document.Document
	Annotations []annotation.Aids // finding aids, one a language; none is fine
	Params      evidence.Params   // the zero value means DefaultParams
	Cache       *cache.Cache      // keeps the index of a long text; nil to make it anew each time

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
	terms     []string // folded: terms that the document never spells out

	expected map[[2]string][]string // questions, by language and section
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
	a := &Answerer{expected: expected(o.Annotations), doc: o.Document, params: o.Params, coll: coll, languages: set.Languages(),
		parser: question.NewParser(question.Options{Document: o.Document, Languages: set.Languages(), Weight: set.Weight, Kept: set.Kept})}
	for _, n := range o.Annotations {
		for _, term := range n.Named {
			a.terms = append(a.terms, text.Fold(term))
		}
	}
	return a, nil
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

// A Context is what is known besides a message.
type Context struct {
	Turns    []Turn // earlier exchanges of the same conversation, oldest first
	Language string // language tag of the person's client, "" if unknown
}

// Answer answers one message. Earlier turns count only where the message refers
// back to them. It fails when ctx ends, when an index cannot be built, and after
// Close.
func (a *Answerer) Answer(ctx context.Context, message string, c Context) (Answer, error) {
	_, read := metrics.Stage(ctx, metrics.StageRead)
	q := a.parser.Parse(message, question.Context{Language: c.Language})
	read()
	turns := c.Turns
	q = a.again(q, turns)
	if _, shown := a.current(question.MoveNone, turns); ofWhatWasSpoken(q, turns) || !shown && ofNothing(q) {
		q.Kind, q.Refs, q.Topic = question.Search, nil, cmp.Or(q.Topic, q.Text)
	}
	within, decided := metrics.Stage(ctx, metrics.StageDecide)
	out, err := a.answer(within, q, turns)
	decided()
	if err != nil {
		return Answer{}, fmt.Errorf("answer from %s: %w", a.doc.Name, err)
	}
	out.Document, out.Question, out.Language, out.read = a.doc, q, a.languageOf(q, turns), a.reading(q)
	out.assignRoles()
	switch out.Kind {
	case KindSection, KindOutline, KindList:
		out.Confidence = 1
	case KindNone, KindHelp:
		out.Confidence = 0
	}
	return out, nil
}

// languageOf is the question's language, or, where its words do not tell, that
// of the question before, or the document's.
func (a *Answerer) languageOf(q question.Question, turns []Turn) string {
	if q.Language != "und" && q.Language != "" {
		return q.Language
	}
	for i := len(turns) - 1; i >= 0; i-- {
		if l := turns[i].Question.Language; l != "und" && l != "" {
			return l
		}
	}
	return a.languages[0]
}

var small = map[question.Kind]Reason{
	question.Empty: ReasonEmpty, question.TooShort: ReasonTooShort, question.TooLong: ReasonTooLong,
	question.Greeting: ReasonGreeting, question.Thanks: ReasonThanks,
	question.Identity: ReasonIdentity, question.Help: ReasonHelp,
	question.Undone: ReasonTask, question.Unread: ReasonUnread, question.Unknown: ReasonCommand,
}

func (a *Answerer) answer(ctx context.Context, q question.Question, turns []Turn) (Answer, error) {
	if reason, ok := small[q.Kind]; ok {
		if at, ok := a.current(question.MoveNone, turns); ok && q.Kind == question.Undone && q.Follow {
			out := a.show(at)
			out.Reason = reason
			return out, nil
		}
		return Answer{Kind: KindHelp, Reason: reason}, nil
	}
	switch q.Kind {
	case question.Lookup:
		return a.lookup(ctx, q, turns)
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

// citeWhole cites a section with all of its own text.
func (a *Answerer) citeWhole(i int) Citation { return Whole(a.doc, i) }
