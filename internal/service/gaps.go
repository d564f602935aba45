package service

import (
	"context"
	"strings"
	"time"

	"pincite/internal/answer"
	"pincite/internal/gaps"
	"pincite/internal/library"
	"pincite/internal/store"
)

// FindGaps gathers the questions that read finds, none older than keep, into what the
// documents of a library do not answer, with what at least so many people asked for.
func FindGaps(ctx context.Context, l *library.Library, read func(visit func(store.Record) error) error, keep time.Duration, people int) (gaps.Report, error) {
	now := time.Now()
	var asked []gaps.Question
	err := read(func(r store.Record) error {
		if r.IsQuestion() && now.Sub(r.At) <= keep {
			asked = append(asked, gaps.Question{Text: r.Question, Language: r.Language, Document: r.Document, Person: r.Person, At: r.At})
		}
		return nil
	})
	if err != nil {
		return gaps.Report{}, err
	}
	near := func(ctx context.Context, q gaps.Question) (gaps.Near, error) { return nearest(ctx, l, q) }
	return gaps.Find(ctx, asked, gaps.Options{Near: near, People: people, Now: now})
}

// nearest returns the section that comes nearest to a question, by asking it again.
func nearest(ctx context.Context, l *library.Library, q gaps.Question) (gaps.Near, error) {
	if _, served := l.Get(q.Document); !served {
		q.Document = ""
	}
	a, err := l.Answer(ctx, library.Ask{Message: q.Text, Document: q.Document, Language: q.Language, Offline: true})
	if err != nil {
		return gaps.Near{}, err
	}
	found := a.Citations
	if len(found) == 0 {
		if found, err = l.Rank(ctx, q.Document, q.Text, 1); err != nil {
			return gaps.Near{}, err
		}
	}
	if len(found) == 0 {
		return gaps.Near{Document: q.Document}, nil
	}
	label := found[0].Label
	if title := found[0].Title; title != "" && title != label {
		label = strings.TrimPrefix(label+": "+title, ": ")
	}
	answered := a.Kind == answer.KindAnswer || a.Kind == answer.KindSection || a.Kind == answer.KindList
	return gaps.Near{Document: found[0].Document, Section: found[0].ID, Label: label, Answered: answered}, nil
}
