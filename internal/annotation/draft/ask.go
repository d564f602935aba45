package draft

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"pincite/internal/annotation"
	"pincite/internal/model"
)

// attempts is how often a reply is asked for that cannot be used.
const attempts = 2

// pass asks about a section once, in as many calls as its length needs.
func (j *Job) pass(ctx context.Context, t task, pass int) outcome {
	o := outcome{task: t, dropped: map[string]int{}}
	id := j.Document.Sections[t.section].ID
	aids := annotation.Section{ID: id}
	existing := t.existing
	for _, u := range units(j.Document, t.section) {
		got, err := j.draft(ctx, u, t.file.language, pass, existing, &o)
		if err != nil {
			o.err = fmt.Errorf("annotate %s: %w", id, err)
			return o
		}
		aids = joined(j.Document, t.section, aids, got)
		existing = append(existing, got.Entries()...)
	}
	if err := j.leaveOpen(ctx, t.section, &aids, &o); err != nil {
		o.err = fmt.Errorf("annotate %s: %w", id, err)
		return o
	}
	o.result = &result{section: t.section, pass: pass, fresh: t.fresh, aids: aids}
	return o
}

// draft asks about a unit and returns what may be kept of the reply.
func (j *Job) draft(ctx context.Context, u unit, language string, pass int, existing []annotation.Entry, o *outcome) (annotation.Section, error) {
	id := j.Document.Sections[u.section].ID
	var aids annotation.Section
	err := j.ask(ctx, j.draftRequest(u, language, pass, texts(existing)), o, func(r model.Request) (model.Usage, error) {
		var reply draftReply
		usage, err := model.Ask(ctx, j.Completer, r, &reply)
		if err != nil {
			return usage, err
		}
		if language != j.Document.Meta.Language {
			reply.Named = nil // names stand in the document's language
		}
		aids, err = vet(reply, u, id, language, existing, o.dropped)
		return usage, err
	})
	return aids, err
}

// ask tries a request, and again with a complaint where the reply is of no use.
func (j *Job) ask(ctx context.Context, r model.Request, o *outcome, try func(model.Request) (model.Usage, error)) error {
	first := r.User
	for n := 1; ; n++ {
		usage, err := try(r)
		o.usage = o.usage.Add(usage)
		if err == nil || n == attempts || !errors.Is(err, model.ErrReply) || ctx.Err() != nil {
			return err
		}
		r.User = first + prompts.Fill("complaint", err)
	}
}

// texts returns the entries that a model is told of: it need not see the words of a
// sentence, which do no harm twice.
func texts(entries []annotation.Entry) []string {
	var out []string
	size := 0
	for _, e := range entries {
		if e.Kind == "gloss" || size+len(e.Text) > maxLinesBytes {
			continue
		}
		size += len(e.Text)
		out = append(out, e.Text)
	}
	return out
}

// leaveOpen checks the questions of aids that the section does not answer, and the
// names that it does not explain, against the passages that a search finds for each,
// and keeps those that stay open. Without the check the section is not done: it is
// asked about again, for what it leaves open cannot be had later.
func (j *Job) leaveOpen(ctx context.Context, section int, aids *annotation.Section, o *outcome) error {
	questions := append([]string{}, aids.Unanswered...)
	for _, name := range aids.Named {
		questions = append(questions, fmt.Sprintf("What is “%s”?", name))
	}
	if len(questions) == 0 {
		return nil
	}
	lines, err := j.passages(ctx, section, questions)
	if err != nil {
		return err
	}
	open, err := j.open(ctx, lines, questions, o)
	if err != nil {
		return err
	}
	n := len(aids.Unanswered)
	aids.Unanswered, aids.Named = picked(aids.Unanswered, open[:n]), picked(aids.Named, open[n:])
	return nil
}

// picked returns those entries that are open.
func picked(entries []string, open []bool) []string {
	var out []string
	for i, e := range entries {
		if open[i] {
			out = append(out, e)
		}
	}
	return out
}

// open tells which questions none of the lines answers; a question that the reply
// passes over counts as answered.
func (j *Job) open(ctx context.Context, lines, questions []string, o *outcome) ([]bool, error) {
	open := make([]bool, len(questions))
	var reply checkReply
	err := j.ask(ctx, j.checkRequest(lines, questions), o, func(r model.Request) (model.Usage, error) {
		return model.Ask(ctx, j.Completer, r, &reply)
	})
	if err != nil {
		return open, err
	}
	met := make([]bool, len(questions))
	for _, a := range reply.Answers {
		q, ok := index(a.Q, len(questions))
		if !ok {
			continue
		}
		n, err := a.N.Int64()
		met[q] = met[q] || err != nil || n != 0
		open[q] = !met[q]
	}
	for _, yes := range open {
		if !yes {
			o.dropped[answered]++
		}
	}
	return open, nil
}

// Limits of what is shown to the model to check questions against.
const (
	maxFound      = 5 // sections for each question
	maxFoundBytes = 16 << 10
)

// passages returns the sentences to check questions against, in the order of the
// document: all of them where they are few, since a search misses what is said in
// other words; else those of the section itself, and of the sections that a search
// finds for each question.
func (j *Job) passages(ctx context.Context, section int, questions []string) ([]string, error) {
	var all []int
	for i := range j.Document.Sections {
		all = append(all, i)
	}
	if lines, ok := j.within(all); ok {
		return lines, nil
	}
	found := []int{section}
	for _, q := range questions {
		sections, err := j.Find(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, s := range sections[:min(len(sections), maxFound)] {
			if !slices.Contains(found, s) {
				found = append(found, s)
			}
		}
	}
	for len(found) > 1 {
		if lines, ok := j.within(found); ok {
			return lines, nil
		}
		found = found[:len(found)-1]
	}
	lines, _ := j.within(found)
	return lines, nil
}

// within returns the sentences of sections in the order of the document, and whether
// they are few enough for one prompt.
func (j *Job) within(sections []int) ([]string, bool) {
	var out []string
	size := 0
	for _, s := range slices.Sorted(slices.Values(sections)) {
		for _, l := range lines(j.Document, s) {
			out = append(out, l.shown)
			size += len(l.shown)
		}
		if size > maxFoundBytes {
			return out, false
		}
	}
	return out, true
}
