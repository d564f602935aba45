package library

import (
	"cmp"
	"context"
	"slices"

	"pincite/internal/answer"
	"pincite/internal/question"
)

// An Ask is a question to the library.
type Ask struct {
	Message  string
	Turns    []answer.Turn // earlier exchanges of the conversation, oldest first
	Document string        // name of the document asked; empty for all
	Language string        // language tag of the person's client; may be empty
}

// Answer answers a message from one document, or from all. Of all, a message that
// names a document by its title, short title or abbreviation is asked of that
// one, and a follow-up of the one that the last answer came from; any other is
// asked of each, and the best answer counts. It fails as [answer.Answerer.Answer]
// does, on a document that there is not, and with ErrClosed.
func (l *Library) Answer(ctx context.Context, ask Ask) (answer.Answer, error) {
	if ask.Document != "" {
		e, done, err := l.find(ask.Document)
		if err != nil {
			return answer.Answer{}, err
		}
		defer done()
		return e.answer(ctx, ask, ask.Message)
	}
	docs, err := l.acquire()
	if err != nil {
		return answer.Answer{}, err
	}
	defer docs.running.Done()
	if len(docs.all) == 1 {
		return docs.all[0].answer(ctx, ask, ask.Message)
	}
	if e, rest := docs.addressed(ask.Message); e != nil {
		return e.answer(ctx, ask, rest)
	}
	return docs.best(ctx, ask)
}

// answer asks one document a message, in the light of the turns about it.
func (e *entry) answer(ctx context.Context, ask Ask, message string) (answer.Answer, error) {
	turns := ask.Turns
	other := func(t answer.Turn) bool { return t.Document != "" && t.Document != e.doc.Name }
	if slices.ContainsFunc(turns, other) {
		turns = slices.DeleteFunc(slices.Clone(turns), other)
	}
	return e.Answer(ctx, message, answer.Context{Turns: turns, Language: ask.Language})
}

// best asks every document, the one of the last turn first: a follow-up is asked
// of no other.
func (s *documents) best(ctx context.Context, ask Ask) (answer.Answer, error) {
	order := s.all
	var last *entry
	if n := len(ask.Turns); n > 0 && ask.Turns[n-1].Document != "" {
		last = s.named(ask.Turns[n-1].Document)
	}
	if last != nil {
		order = append([]*entry{last}, slices.DeleteFunc(slices.Clone(s.all), func(e *entry) bool { return e == last })...)
	}
	var best answer.Answer
	for i, e := range order {
		a, err := e.answer(ctx, ask, ask.Message)
		if err != nil {
			return answer.Answer{}, err
		}
		if i == 0 && e == last && (a.Question.Follow || a.Question.Kind == question.Navigate) {
			return a, nil
		}
		if i == 0 || better(a, best) {
			best = a
		}
	}
	return best, nil
}

// better reports whether an answer is to be preferred to that of another document.
func better(a, than answer.Answer) bool {
	return cmp.Or(cmp.Compare(worth(a), worth(than)), cmp.Compare(a.Confidence, than.Confidence)) > 0
}

// worth orders the kinds of answers to one message from different documents. A
// document that has sections as the message names them is meant before one that
// has only its words, even where the number does not exist.
func worth(a answer.Answer) int {
	switch {
	case a.Kind == answer.KindSection:
		return 6
	case a.Kind == answer.KindAnswer, a.Kind == answer.KindList, a.Kind == answer.KindOutline:
		return 5
	case a.Reason == answer.ReasonOutOfRange:
		return 4
	case a.Kind == answer.KindClosest:
		return 3
	case a.Kind == answer.KindHelp:
		return 2
	}
	return 1
}
