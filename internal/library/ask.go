package library

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
	"pincite/internal/choose"
	"pincite/internal/question"
)

// An Ask is a question to the library.
type Ask struct {
	Message  string
	Turns    []turn.Turn // earlier exchanges of the conversation, oldest first
	Document string      // name of the document asked, and no other; empty for all

	// Reading is the name of the document that the person has before them. Where
	// all are asked it is asked alone, unless the message names another.
	Reading string

	Language string // language tag of the person's client; may be empty
	Caller   string // key of who is counted, where so much may be asked of a model in a day; may be empty

	Offline bool // no model is to choose, even where there is one: nobody waits for the answer
}

// Answer answers a message from one document, or from all. Of all, a message that
// names a document by its title, short title or abbreviation, or by a word of these that no
// other document has, is asked of that one,
// and a follow-up of the one that the last answer came from; any other is asked of
// each. Then the best answer counts, but a list goes through every document:
// [answer.Answer.Others] holds the others' lists, or their sections where several
// have the one that is named. Turns about a text that has been replaced count only
// if what they cited is still there. What is answered in words a model may choose
// among, if there is one. It fails as [answer.Answerer.Answer] does, on a
// document that there is not, and with ErrClosed.
func (l *Library) Answer(ctx context.Context, ask Ask) (answer.Answer, error) {
	docs, err := l.acquire()
	if err != nil {
		return answer.Answer{}, err
	}
	defer docs.running.Done()
	a, err := docs.answer(ctx, ask)
	if err != nil || ask.Offline || l.chooser == nil || !choose.Fits(a) {
		return a, err
	}
	return l.chooser.Choose(ctx, a, choose.Asked{Turns: ask.Turns, Sources: docs.asked(a), Caller: ask.Caller})
}

// answer answers from what a search finds.
func (s *documents) answer(ctx context.Context, ask Ask) (answer.Answer, error) {
	if ask.Document != "" {
		e := s.named(ask.Document)
		if e == nil {
			return answer.Answer{}, fmt.Errorf("there is no document %s", ask.Document)
		}
		return s.one(ctx, e, ask)
	}
	if len(s.all) == 1 {
		return s.one(ctx, s.all[0], ask)
	}
	if e, rest := s.addressed(ask.Message); e != nil {
		if strings.HasPrefix(ask.Message, "/") { // "/find Larkton" may look for the word itself
			if a, err := s.any(ctx, ask); err != nil || a.Kind == answer.KindList {
				return a, err
			}
		}
		ask.Message = rest
		return s.one(ctx, e, ask)
	}
	if e := s.told(ask.Message); e != nil {
		a, err := s.one(ctx, e, ask)
		listed := a.Question.Kind == question.Mentions && s.told(a.Question.Topic) == e // the word is looked for itself
		if err != nil || !listed && (a.Kind != answer.KindNone || missing(a)) {
			return a, err
		}
	}
	return s.any(ctx, ask)
}

// missing reports whether all that a message says is the name of a section that there is not:
// another document that has one is not meant.
func missing(a answer.Answer) bool {
	return a.Reason == answer.ReasonOutOfRange && a.Question.Kind == question.Lookup
}

// asked returns the documents that an answer was looked for in.
func (s *documents) asked(a answer.Answer) []choose.Source {
	var out []choose.Source
	for _, e := range s.all {
		if a.Asked == "" || a.Asked == e.doc.Name {
			out = append(out, e)
		}
	}
	return out
}

// one asks one document, in the light of the turns about it.
func (s *documents) one(ctx context.Context, e *entry, ask Ask) (answer.Answer, error) {
	among := len(s.all) > 1 && ask.Document == ""
	a, err := e.Answer(ctx, ask.Message, answer.Context{Turns: s.about(e, ask.Turns), Language: ask.Language, Among: among})
	a.Asked = e.doc.Name
	return a, err
}

// about returns the turns about a document that still mean what they meant. Those
// before one that does not are left out, too: the person means that one, which may be
// from another process with another text.
func (s *documents) about(e *entry, turns []turn.Turn) (out []turn.Turn) {
	for _, t := range turns {
		switch {
		case t.Document != "" && t.Document != e.doc.Name:
		case !s.holds(e, t):
			out = nil
		default:
			out = append(out, t)
		}
	}
	return out
}

// any asks the document of the last turn first, for a follow-up is asked of no
// other; then the one that the person is reading, or else all.
func (s *documents) any(ctx context.Context, ask Ask) (answer.Answer, error) {
	first, asked := 0, false
	answers := make([]answer.Answer, len(s.all))
	if i := s.last(ask.Turns); i >= 0 {
		a, err := s.one(ctx, s.all[i], ask)
		if err != nil || a.Question.Follow || a.Question.Kind == question.Navigate {
			return a, err
		}
		first, asked, answers[i] = i, true, a
	}
	if e := s.named(ask.Reading); e != nil && ask.Reading != "" {
		return s.one(ctx, e, ask)
	}
	for i, e := range s.all {
		var err error
		if i == first && asked {
			continue
		}
		if answers[i], err = s.one(ctx, e, ask); err != nil {
			return answer.Answer{}, err
		}
	}
	for i := range answers {
		answers[i].Asked = ""
	}
	return s.gather(ctx, answers, first)
}

// last is the index of the document that the last of the turns is about, -1 for none.
func (s *documents) last(turns []turn.Turn) int {
	return slices.IndexFunc(s.all, func(e *entry) bool {
		return len(turns) > 0 && turns[len(turns)-1].Document == e.doc.Name
	})
}

// gather makes one answer of those of all documents, in their order. Of equally good
// ones that of document best counts.
func (s *documents) gather(ctx context.Context, answers []answer.Answer, best int) (answer.Answer, error) {
	for i := range answers {
		if better(answers[i], answers[best]) {
			best = i
		}
	}
	out := answers[best]
	switch {
	case out.Kind == answer.KindSection:
		out.Others = others(answers, best, func(a answer.Answer) bool { return a.Kind == answer.KindSection })
	case out.Kind == answer.KindList, out.Reason == answer.ReasonNoMention:
		return s.lists(ctx, answers, out.Topic)
	}
	return out, nil
}

// lists makes one list of those of all documents: first those that mention the topic,
// then those with passages that come close, then those that have nothing.
func (s *documents) lists(ctx context.Context, answers []answer.Answer, topic string) (answer.Answer, error) {
	for i, a := range answers {
		if a.Kind == answer.KindList || a.Reason == answer.ReasonNoMention {
			continue
		}
		var err error // it was answered otherwise, since nothing in it mentions the topic
		if answers[i], err = s.all[i].Mentions(ctx, topic); err != nil {
			return answer.Answer{}, err
		}
		answers[i].Question, answers[i].Language = a.Question, a.Language
	}
	slices.SortStableFunc(answers, func(a, b answer.Answer) int { return cmp.Compare(emptiness(a), emptiness(b)) })
	out := answers[0]
	out.Others = answers[1:]
	return out, nil
}

func emptiness(a answer.Answer) int {
	switch a.Kind {
	case answer.KindList:
		return 0
	case answer.KindClosest:
		return 1
	}
	return 2
}

func others(answers []answer.Answer, but int, is func(answer.Answer) bool) []answer.Answer {
	var out []answer.Answer
	for i, a := range answers {
		if i != but && is(a) {
			out = append(out, a)
		}
	}
	return out
}

// better reports whether an answer is to be preferred to that of another document. Of two
// sections, the one is that leaves less of the message unexplained.
func better(a, than answer.Answer) bool {
	rest := 0
	if a.Kind == answer.KindSection && than.Kind == answer.KindSection {
		rest = cmp.Compare(len(than.Question.Rest), len(a.Question.Rest))
	}
	return cmp.Or(cmp.Compare(worth(a), worth(than)), cmp.Compare(a.Confidence, than.Confidence), rest) > 0
}

// worth orders the kinds of answers to one message from different documents. A
// document that has sections as the message names them is meant before one that
// has only its words or lacks the level, even where the number does not exist; and one
// whose section answers what is asked of it before one that only shows it.
func worth(a answer.Answer) int {
	found := a.Kind == answer.KindSection || a.Kind == answer.KindAnswer || a.Kind == answer.KindList || a.Kind == answer.KindOutline
	switch {
	case found && len(a.Question.Absent) > 0:
		return 4
	case a.Kind == answer.KindAnswer && len(a.Question.Refs) > 0:
		return 9
	case a.Kind == answer.KindSection:
		return 8
	case found:
		return 7
	case a.Reason == answer.ReasonElsewhere && len(a.Question.Absent) == 0:
		return 6
	case a.Reason == answer.ReasonOutOfRange:
		return 5
	case a.Kind == answer.KindClosest:
		return 3
	case a.Kind == answer.KindHelp:
		return 2
	}
	return 1
}
