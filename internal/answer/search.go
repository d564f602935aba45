package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"pincite/internal/answer/turn"
	"pincite/internal/evidence"
	"pincite/internal/metrics"
	"pincite/internal/question"
	"pincite/internal/search"
	"pincite/internal/text"
)

// maxCitations is how many places an answer cites: the best, and two more to turn to, or
// one for each of several questions. More of these in one breath are read as one.
const maxCitations = 3

// mostWork bounds how many postings one message goes through for what is tried besides
// reading it as one question: each of several questions by itself, the sentences that ask
// without the others, a follow-up. Once they are spent, what has been found is the answer.
const mostWork = 300_000

// readWork is what it costs to read a byte of a message for one try, in postings: one
// or two tries of a message of 500 letters spend all of it, however small the document.
const readWork = 500

// search answers a question from the sections that it does not say are not meant,
// "besides rule 3, who pays?", or from these where no other has anything: they are named all the
// same.
func (a *Answerer) search(ctx context.Context, q question.Question, turns []turn.Turn) (Answer, error) {
	out, err := a.searched(ctx, q, turns)
	if err != nil || out.Kind != KindNone || len(q.Except) == 0 || len(q.Refs) > 0 {
		return out, err
	}
	q.Refs, q.Except = q.Except, nil
	return a.searched(ctx, q, turns)
}

// searched answers a question from the passages. A message of several questions
// has each answered by itself, if each has an answer; otherwise it is one
// question told in several sentences. Where all of these find no answer, the one
// that asks may: the others can be about something else.
func (a *Answerer) searched(ctx context.Context, q question.Question, turns []turn.Turn) (Answer, error) {
	if missed, ok := a.missed(q.Refs); ok {
		return missed, nil
	}
	if len(q.Parts) > 1 && len(q.Parts) <= maxCitations {
		if out, ok, err := a.several(ctx, q, turns); ok || err != nil {
			return out, err
		}
	}
	out, err := a.single(ctx, q, turns)
	if err != nil || out.Kind == KindAnswer || q.Asked == "" || search.Spent(ctx) {
		return out, err
	}
	asked := a.parser.Parse(q.Asked, question.Context{Language: q.Language})
	if asked.Asked = ""; asked.Follow {
		return out, nil
	}
	narrow, err := a.answer(ctx, asked, turns)
	if err != nil || narrow.Kind == KindAnswer || out.Kind == KindNone {
		return narrow, err
	}
	return out, nil
}

// several answers each question of a message and cites the first place of each.
// It reports false unless every question has an answer, these lie in different
// sections, and all can be read and searched for within what one message may cost.
func (a *Answerer) several(ctx context.Context, q question.Question, turns []turn.Turn) (Answer, bool, error) {
	out := Answer{Kind: KindAnswer}
	work := 0
	for _, part := range q.Parts {
		work += readWork * len(part)
	}
	if !search.Affords(ctx, work) {
		return Answer{}, false, nil
	}
	search.Spend(ctx, work)
	for _, part := range q.Parts {
		p := a.parser.Parse(part, question.Context{Language: q.Language})
		if p.Parts = nil; p.Follow {
			return Answer{}, false, nil
		}
		found, err := a.answer(ctx, p, turns)
		if err != nil {
			return Answer{}, false, err
		}
		if found.Kind != KindAnswer && found.Kind != KindSection || len(found.Citations) == 0 {
			return Answer{}, false, nil
		}
		first := found.Citations[0]
		if slices.ContainsFunc(out.Citations, func(c Citation) bool { return c.Section == first.Section }) {
			return Answer{}, false, nil
		}
		out.add(first, found)
		turns = append(turns[:len(turns):len(turns)], turn.Turn{Question: p, Sections: []string{first.ID}})
	}
	return out, true, nil
}

// add adds the answer to one of several questions.
func (out *Answer) add(first Citation, found Answer) {
	if len(out.Citations) == 0 || found.Confidence < out.Confidence {
		out.Confidence = found.Confidence
	}
	out.Citations = append(out.Citations, first)
	before := out.trace
	out.trace = func() []Step {
		if before == nil {
			return found.Trace()
		}
		return append(before(), found.Trace()...)
	}
}

// single answers one question. It is read as it is written first; a short one
// may be a follow-up though it does not look like one ("who has to take one?"), and
// is read in the way that is likelier to be answered. Where the section named does not say it, that section is
// shown, and after it where else it may be.
func (a *Answerer) single(ctx context.Context, q question.Question, turns []turn.Turn) (Answer, error) {
	unread, err := a.coll.Plan(topicOf(q), turn.Language(q, turns, a.languages[0]))
	if err != nil {
		return Answer{}, err
	}
	p := a.read(unread, q.Text, q, turns)
	follow := q.Follow && len(turns) > 0
	out, err := a.attempt(ctx, q, p, turns, follow)
	if wanted := a.wanted(q, out); err == nil && wanted {
		return a.named(q.Refs), nil
	}
	switch {
	case err != nil:
	case follow:
		out, err = a.followed(ctx, q, p, out)
	default:
		out, err = a.briefly(ctx, q, p, turns, out)
	}
	if err != nil || out.Kind == KindAnswer {
		return out, err
	}
	if out, err = a.askedAlone(ctx, q, unread, turns, out); err != nil || out.Kind == KindAnswer {
		return out, err
	}
	if out.Kind != KindAnswer && len(q.Refs) > 0 {
		if search.Spent(ctx) {
			return a.instead(q, out), nil
		}
		asked := q
		asked.Refs = nil
		wider, err := a.attempt(ctx, asked, p, turns, follow)
		if err != nil {
			return wider, err
		}
		return a.instead(q, wider), nil
	}
	return out, nil
}

// briefly answers a question that says little as a follow-up, and returns what is likelier
// to answer: that, or what was found for it by itself.
func (a *Answerer) briefly(ctx context.Context, q question.Question, p evidence.Plan, turns []turn.Turn, alone Answer) (Answer, error) {
	if len(turns) == 0 || len(q.Refs) > 0 || !p.Brief() || search.Spent(ctx) {
		return alone, nil
	}
	out, err := a.attempt(ctx, q, p, turns, true)
	if err != nil || out.Confidence <= alone.Confidence {
		return alone, err
	}
	return out, nil
}

// askedAlone answers the sentences of a message that ask, where others only tell ("we
// were stopped on the way. Who pays the fine?"), and returns what is likelier to answer:
// that, or what was found for the whole.
func (a *Answerer) askedAlone(ctx context.Context, q question.Question, unread evidence.Plan, turns []turn.Turn, whole Answer) (Answer, error) {
	asks := evidence.Asking(q.Text, turn.Language(q, turns, a.languages[0]))
	if asks == q.Text || len(q.Refs) > 0 || q.Follow || search.Spent(ctx) {
		return whole, nil
	}
	p := a.read(unread, asks, q, turns)
	if !p.Tell(asks) {
		return whole, nil
	}
	out, err := a.attempt(ctx, q, p, turns, false)
	if err != nil || out.Confidence <= whole.Confidence {
		return whole, err
	}
	return out, nil
}

// attempt searches once for a question, whose plan is p, with or without the help of
// the turn before.
func (a *Answerer) attempt(ctx context.Context, q question.Question, p evidence.Plan, turns []turn.Turn, follow bool) (Answer, error) {
	var last previous
	if follow {
		var err error
		if last, err = a.previous(turns); err != nil {
			return Answer{}, err
		}
		p.Borrow(last.plan)
	}
	search.Spend(ctx, readWork*len(q.Text))
	_, searched := metrics.Stage(ctx, metrics.StageSearch)
	found, err := a.coll.Find(ctx, p, a.scope(q))
	searched()
	if err != nil {
		return Answer{}, err
	}
	if len(found) == 0 && a.foreign(q.Language) {
		return Answer{Kind: KindNone, Reason: ReasonForeign}, nil
	}
	if q.Follow && len(last.sections) == 0 && p.Vague() && len(p.Missing()) == 0 {
		return Answer{Kind: KindHelp, Reason: ReasonNoContext}, nil
	}
	if len(found) == 0 && len(last.sections) > 0 {
		found = []evidence.Section{a.coll.At(last.sections[0], p, a.params.HalfScore)}
	}
	a.prefer(last, p, found)
	return a.decide(q, p, found), nil
}

// foreign reports whether a language is known, and in another script than the document
// and its finding aids. In the same script, what is taken for another language may be a
// few words of its own.
func (a *Answerer) foreign(language string) bool {
	if language == "" || language == "und" {
		return false
	}
	script := text.Scripts(language)[0]
	return !slices.ContainsFunc(a.languages, func(own string) bool { return text.Scripts(own)[0] == script })
}

// decide makes an answer of the evidence, best section first.
func (a *Answerer) decide(q question.Question, p evidence.Plan, found []evidence.Section) Answer {
	if len(found) == 0 {
		v := verdict{kind: KindNone, reason: ReasonUnknown}
		return Answer{Kind: v.kind, Reason: v.reason, Missing: p.Missing(), trace: func() []Step { return a.explain(p, nil, v) }}
	}
	v := a.verdict(q, p, found, found[0].Best())
	out := Answer{Kind: v.kind, Reason: v.reason, Lacks: v.lacks, Confidence: v.confidence, Features: v.features, Missing: p.Missing(), Unmet: p.Unmet(found[0].Met), trace: func() []Step { return a.explain(p, found, v) }}
	if v.kind != KindNone {
		out.Citations = a.citations(q, p, found)
	}
	return out
}

// Rank returns the best sentences of the best sections for a question, at most
// limit, whether or not they answer it; for a look-up, the sections named. It is
// what a search box shows. It fails as [Answerer.Answer] does.
func (a *Answerer) Rank(ctx context.Context, message string, limit int) ([]Citation, error) {
	q := a.parser.Parse(message, question.Context{})
	if q.Kind != question.Search && q.Kind != question.Mentions {
		found, err := a.answer(ctx, q, nil)
		if err != nil {
			return nil, fmt.Errorf("rank %s: %w", a.doc.Name, err)
		}
		return found.Citations[:min(len(found.Citations), limit)], nil
	}
	p, err := a.plan(q, nil)
	if err != nil {
		return nil, fmt.Errorf("rank %s: %w", a.doc.Name, err)
	}
	found, err := a.coll.Find(ctx, p, a.scope(q))
	if err != nil {
		return nil, fmt.Errorf("rank %s: %w", a.doc.Name, err)
	}
	var out []Citation
	for _, e := range found[:min(len(found), limit)] {
		out = append(out, a.citeEvidence(p, e))
	}
	return out, nil
}

// plan makes a question ready for the index.
func (a *Answerer) plan(q question.Question, turns []turn.Turn) (evidence.Plan, error) {
	unread, err := a.coll.Plan(topicOf(q), turn.Language(q, turns, a.languages[0]))
	return a.read(unread, q.Text, q, turns), err
}

// read returns the plan of a question with what it asks for, which is read in asks, its
// message as typed or the sentences of that which ask: the topic is what is left without
// the words that ask.
func (a *Answerer) read(unread evidence.Plan, asks string, q question.Question, turns []turn.Turn) evidence.Plan {
	p := unread.Clone()
	p.Read(asks, turn.Language(q, turns, a.languages[0]))
	if shown := a.shown(turns); len(shown) > 0 {
		p.After(shown[0])
	}
	return p
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
	n := 0
	found = slices.Clone(found)
	if named := a.within(q.Refs); len(q.Refs) > 1 && len(named) > 1 {
		slices.SortStableFunc(found, func(x, y evidence.Section) int {
			return cmp.Compare(slices.Index(named, x.Index), slices.Index(named, y.Index))
		})
		n = min(len(found), maxCitations)
	} else {
		found = append(found[:1], slices.DeleteFunc(found[1:], a.bare)...)
		for n < len(found) && n < maxCitations && found[n].Score >= a.params.MinShare*found[0].Score {
			n++
		}
	}
	var out []Citation
	for _, e := range found[:n] {
		out = append(out, a.citeEvidence(p, e))
	}
	return out
}

// bare reports whether a section has no text to quote, only its heading: nobody reads
// further there.
func (a *Answerer) bare(e evidence.Section) bool { return len(a.doc.Sentences(e.Index)) == 0 }

// citeEvidence cites the sentences of a section that answer best.
func (a *Answerer) citeEvidence(p evidence.Plan, e evidence.Section) Citation {
	return a.cite(e.Index, a.quote(p, e), round(e.Score/(e.Score+a.params.HalfScore)))
}

func round(x float64) float64 { return float64(int(x*1000+0.5)) / 1000 }

// explain explains an answer: the numbers used, every word with its reading, and
// the best sections with the parts of their scores.
func (a *Answerer) explain(p evidence.Plan, found []evidence.Section, v verdict) []Step {
	out := []Step{{"params", fmt.Sprintf("%+v", a.params)}}
	p.Each(func(surface, reading string) { out = append(out, Step{"word " + surface, reading}) })
	for _, e := range found[:min(len(found), maxCitations+2)] {
		out = append(out, Step{a.doc.Sections[e.Index].ID, fmt.Sprintf("%.2f, expected %.2f, unanswered %.2f, met %.2v", e.Score, e.Expected, e.Open, e.Met)})
	}
	return append(out, Step{"verdict", v.String()})
}
