package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"pincite/internal/evidence"
	"pincite/internal/question"
)

// maxCitations is how many places an answer cites: the best, and two more to
// turn to.
const maxCitations = 3

// search answers a question from the passages.
func (a *Answerer) search(ctx context.Context, q question.Question, turns []Turn) Answer {
	if missed, ok := a.missed(q.Refs); ok {
		return missed
	}
	out := a.single(ctx, q, turns)
	if len(q.Parts) < 2 {
		return out
	}
	if parts := a.several(ctx, q, turns); parts != nil {
		out.Kind, out.Reason, out.Lacks, out.Citations = KindAnswer, ReasonNone, 0, parts
	}
	return out
}

// several answers each question of a message by itself. It returns the first
// citation of each, if every question has an answer and they lie in different
// sections; otherwise nil: the message is one question told in several sentences.
func (a *Answerer) several(ctx context.Context, q question.Question, turns []Turn) []Citation {
	var out []Citation
	for _, part := range q.Parts {
		p := a.parser.Parse(part, question.Context{})
		p.Parts = nil
		found := a.answer(ctx, p, turns)
		if found.Kind != KindAnswer && found.Kind != KindSection || len(found.Citations) == 0 || p.Follow {
			return nil
		}
		if slices.ContainsFunc(out, func(c Citation) bool { return c.Section == found.Citations[0].Section }) {
			return nil
		}
		out = append(out, found.Citations[0])
		turns = append(turns[:len(turns):len(turns)], Turn{Question: part, Sections: []string{found.Citations[0].ID}})
	}
	return out[:min(len(out), maxCitations)]
}

// single answers one question. It is read as it stands first; a short one that
// finds nothing may lean on the turn before though it does not look like it
// ("who has to take one?"). Where the section named does not say it, that section is
// shown, and behind it where else it may stand.
func (a *Answerer) single(ctx context.Context, q question.Question, turns []Turn) Answer {
	follow := q.Follow && len(turns) > 0
	out, p := a.attempt(ctx, q, turns, follow)
	if out.Kind == KindAnswer {
		return out
	}
	if !follow && len(turns) > 0 && p.Weight() < 1 {
		out, _ = a.attempt(ctx, q, turns, true)
	}
	if out.Kind != KindAnswer && len(q.Refs) > 0 {
		asked := q
		asked.Refs = nil
		wider, _ := a.attempt(ctx, asked, turns, follow)
		return a.instead(q, wider)
	}
	return out
}

// attempt searches once, with or without the help of the turn before.
func (a *Answerer) attempt(ctx context.Context, q question.Question, turns []Turn, follow bool) (Answer, evidence.Plan) {
	p := a.coll.Plan(topicOf(q), a.languageOf(q, turns))
	var lead lean
	if follow {
		lead = a.leanOn(ctx, turns)
		p.Lend(lead.plan)
	}
	found, err := a.coll.Find(ctx, p, a.within(q.Refs))
	if err != nil {
		return Answer{Kind: KindHelp, Reason: ReasonFailed, Err: err}, p
	}
	if q.Follow && len(lead.sections) == 0 && p.Vague() && len(p.Missing()) == 0 {
		return Answer{Kind: KindHelp, Reason: ReasonNoContext}, p
	}
	if len(found) == 0 && len(lead.sections) > 0 {
		found = []evidence.Section{a.coll.At(lead.sections[0], p, halfScore)}
	}
	lead.prefer(found, p.Weight())
	v := a.verdict(q, p, found)
	out := Answer{Kind: v.kind, Reason: v.reason, Lacks: v.lacks, Strength: v.strength(), Missing: p.Missing(), trace: func() []Step { return a.explain(p, found, v) }}
	if v.kind != KindNone {
		out.Citations = a.citations(q, p, found)
	}
	return out, p
}

// Rank returns the best sentences of the best sections for a question, at most
// limit, whether or not they answer it; for a lookup, the sections named. It is
// what a search box shows.
func (a *Answerer) Rank(ctx context.Context, message string, limit int) []Citation {
	q := a.parser.Parse(message, question.Context{})
	if q.Kind != question.Search && q.Kind != question.Mentions {
		found := a.answer(ctx, q, nil).Citations
		return found[:min(len(found), limit)]
	}
	p := a.coll.Plan(topicOf(q), a.languageOf(q, nil))
	found, err := a.coll.Find(ctx, p, a.within(q.Refs))
	if err != nil {
		return nil
	}
	return a.citeEach(q, p, found[:min(len(found), limit)])
}

func topicOf(q question.Question) string {
	if q.Topic != "" {
		return q.Topic
	}
	return q.Text
}

// citations cites the best sentence of each of the best sections; where the
// question compares several, that of each of them, in the order named.
func (a *Answerer) citations(q question.Question, p evidence.Plan, found []evidence.Section) []Citation {
	if named := a.within(q.Refs); len(q.Refs) > 1 && len(named) > 1 {
		slices.SortStableFunc(found, func(x, y evidence.Section) int {
			return cmp.Compare(slices.Index(named, x.Index), slices.Index(named, y.Index))
		})
		return a.citeEach(q, p, found[:min(len(found), maxCitations)])
	}
	n := 0
	for n < len(found) && n < maxCitations && found[n].Score >= minShare*found[0].Score {
		n++
	}
	return a.citeEach(q, p, found[:n])
}

func (a *Answerer) citeEach(q question.Question, p evidence.Plan, found []evidence.Section) []Citation {
	var out []Citation
	for _, e := range found {
		out = append(out, a.cite(e.Index, a.quote(q, p, e), round(e.Score/(e.Score+halfScore))))
	}
	return out
}

const (
	// minShare is what part of the first section's score a further citation
	// needs: below it, it is noise.
	minShare = 0.3

	// halfScore is the evidence that counts as a score of one half.
	halfScore = 8
)

func round(x float64) float64 { return float64(int(x*1000+0.5)) / 1000 }

// explain explains an answer: every word with its reading, and the best sections
// with the parts of their scores.
func (a *Answerer) explain(p evidence.Plan, found []evidence.Section, v verdict) []Step {
	var out []Step
	p.Each(func(surface, reading string) { out = append(out, Step{"word " + surface, reading}) })
	for i, e := range found {
		if i == maxCitations+2 {
			break
		}
		best := 0.0
		if len(e.Sentences) > 0 {
			best = e.Sentences[0].Score
		}
		out = append(out, Step{a.doc.Sections[e.Index].ID, fmt.Sprintf("%.2f = sentence %.2f, section %.2f, question %.2f, met %v", e.Score, best, e.Whole, e.Asked, e.Met)})
	}
	return append(out, Step{"verdict", v.String()})
}
