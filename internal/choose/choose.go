package choose

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"pincite/internal/answer"
	"pincite/internal/model"
	"pincite/internal/question"
	"pincite/internal/recent"
)

// Options say what chooses, and within which limits.
type Options struct {
	Model   model.Completer
	Name    string        // of the model
	Host    string        // that questions go to, for people
	Timeout time.Duration // of a whole choice
	Budget  *model.Budget // of calls; nil for no limit
	AtOnce  int           // most questions with the model at the same time; 0 for 1
	Context int           // most bytes of a text that one call shows
	Memory  Memory        // of choices; nil for that of this process
	Failed  func(error)   // told why an answer stayed as it was found; nil for nobody
}

// A Chooser chooses. It is safe for concurrent use.
type Chooser struct {
	o      Options
	places chan struct{} // one for each question with the model
	kept   *recent.Map[string, choice]
	words  *recent.Map[string, string] // the vocabulary of documents, by their texts
}

// How many choices are remembered where there is no Memory, of some hundred bytes each, and vocabularies, of some
// thousand.
const (
	keptChoices = 4096
	keptWords   = 64
)

// New returns a Chooser.
func New(o Options) *Chooser {
	if o.Failed == nil {
		o.Failed = func(error) {}
	}
	return &Chooser{
		o: o, places: make(chan struct{}, max(o.AtOnce, 1)), kept: recent.NewMap[string, choice](keptChoices),
		words: recent.NewMap[string, string](keptWords),
	}
}

// Host returns the host that questions go to.
func (c *Chooser) Host() string { return c.o.Host }

// ErrBusy tells why the model was not asked.
var ErrBusy = errors.New("the model is being asked as much as it may be at the same time")

// Fits reports whether an answer is one of those that a model may better: to a
// question in words, that was searched for, or could not be read. What names sections,
// asks for the structure or for a list, or is small talk, is answered without one.
func Fits(a answer.Answer) bool {
	switch {
	case a.Document == nil:
		return false
	case a.Question.Kind == question.Unread:
		return true
	case a.Question.Kind != question.Search || a.Reason == answer.ReasonElsewhere:
		return false
	}
	return a.Kind == answer.KindAnswer || a.Kind == answer.KindClosest || a.Kind == answer.KindNone
}

// Choose returns the answer as the model has it, which Fits. Where the model is of no
// use, that is the answer as it was found. It fails only when ctx ends, or a search
// does.
func (c *Chooser) Choose(ctx context.Context, found answer.Answer, a Asked) (answer.Answer, error) {
	a.message = found.Question.Text
	key := c.key(a)
	made, ok := c.recall(ctx, key, a)
	if !ok {
		var err error
		if made, err = c.ask(ctx, a); err != nil {
			if ctx.Err() != nil {
				return answer.Answer{}, fmt.Errorf("choose: %w", ctx.Err())
			}
			c.o.Failed(err)
			return found.Explained(func() []answer.Step { return append(made.said, answer.Step{Name: "model", Value: err.Error()}) }), nil
		}
		c.keep(ctx, key, a, made)
	}
	return made.apply(found, a.documents()), nil
}

// ask makes a choice. Where it fails, the choice has what was said until then.
func (c *Chooser) ask(ctx context.Context, a Asked) (choice, error) {
	select {
	case c.places <- struct{}{}:
		defer func() { <-c.places }()
	default:
		return choice{}, ErrBusy
	}
	ctx, cancel := model.Within(ctx, c.o.Timeout)
	defer cancel()
	s := &session{c: c, asked: a}
	err := s.choose(ctx)
	return s.made, err
}

// A session is one question with the model.
type session struct {
	c     *Chooser
	asked Asked
	made  choice
}

func (s *session) choose(ctx context.Context) error {
	shown, ok := s.asked.whole(s.c.o.Context)
	if !ok {
		var err error
		if shown, err = s.search(ctx); err != nil {
			return err
		}
	}
	if len(shown) == 0 {
		return nil // nothing to choose from: none
	}
	var reply chooseReply
	if err := s.call(ctx, s.asked.chooseRequest(shown), &reply); err != nil {
		return err
	}
	return s.made.take(reply, shown, s.asked.question())
}

// search finds what to show of a text that is too long to be shown whole.
func (s *session) search(ctx context.Context) ([]passage, error) {
	var reply wordsReply
	if err := s.call(ctx, s.asked.wordsRequest(s.c.vocabulary(s.asked)), &reply); err != nil {
		return nil, err
	}
	queries := []string{s.asked.question()}
	if before := s.asked.before(); before != "" {
		queries = append(queries, before+" "+s.asked.question())
	}
	if q := reply.query(); q != "" {
		queries = append(queries, q)
	}
	return s.asked.searched(ctx, queries, s.c.o.Context)
}

// vocabulary returns what [Asked.vocabulary] does, which goes through the whole text,
// once for each.
func (c *Chooser) vocabulary(a Asked) string {
	key := strings.Join(a.texts(), " ")
	v, ok := c.words.Get(key)
	if !ok {
		v = a.vocabulary()
		c.words.Add(key, v)
	}
	return v
}

// call makes one call, if there is one left today.
func (s *session) call(ctx context.Context, r model.Request, into any) error {
	if err := s.c.o.Budget.Spend(s.asked.Caller); err != nil {
		return err
	}
	s.made.said = append(s.made.said, answer.Step{Name: "model prompt", Value: r.System + "\n\n" + r.User})
	reply, err := s.c.o.Model.Complete(ctx, r)
	if err != nil {
		return err
	}
	s.made.said = append(s.made.said, answer.Step{Name: "model reply", Value: reply.Text})
	return model.Read(reply.Text, into)
}
