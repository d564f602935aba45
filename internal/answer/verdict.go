package answer

import (
	"fmt"
	"math"
	"slices"

	"pincite/internal/evidence"
	"pincite/internal/question"
)

// A verdict says whether the evidence is an answer.
type verdict struct {
	kind     Kind
	reason   Reason
	lacks    question.Want
	coverage float64 // share of the question's weight that the best section meets
	sentence float64 // the same for its best sentence
	lead     float64 // by how much the first section leads the second, 0 to 1
	score    float64 // evidence for the first section
	base     float64 // Params.Base
}

// strength is how much speaks for the first section: see Params.Base.
func (v verdict) strength() float64 {
	return math.Sqrt(v.score) * (v.base + (v.coverage+v.sentence)/2)
}

func (v verdict) String() string {
	return fmt.Sprintf("%s %s: strength %.2f, coverage %.2f, in one sentence %.2f, lead %.2f, score %.2f",
		v.kind, v.reason, v.strength(), v.coverage, v.sentence, v.lead, v.score)
}

// verdict weighs the evidence, of which there is some. best is the citation of
// the first section found.
func (a *Answerer) verdict(q question.Question, p evidence.Plan, found []evidence.Section, best Citation) verdict {
	v := verdict{kind: KindAnswer, base: a.params.Base, coverage: p.Coverage(found[0].Met), lead: 1, score: found[0].Score}
	if len(found[0].Sentences) > 0 {
		v.sentence = p.Coverage(found[0].Sentences[0].Met)
	}
	if len(found) > 1 {
		v.lead = 1 - found[1].Score/found[0].Score
	}
	text := a.coll.Body(found[0].Index)
	v.lacks = a.lacking(q.Wants&strict, text) | a.lacking(q.Wants&strictQuote, best.Quote) | a.unnamed(q.Text, text)
	enough := a.enough(q)
	switch {
	case v.strength() < enough && v.coverage < a.params.ShowAt:
		v.kind, v.reason = KindNone, ReasonUnknown
	case v.strength() < enough:
		v.kind, v.reason = KindClosest, ReasonWeak
	case v.lacks != 0:
		v.kind, v.reason = KindClosest, ReasonLacks
	case q.Wants.Has(question.WantDefinition|question.WantEnumeration) && a.onlyNamed(q.Text):
		v.kind, v.reason = KindClosest, ReasonUndefined
	}
	return v
}

// enough is the strength that makes an answer to q.
func (a *Answerer) enough(q question.Question) float64 {
	if languages := a.coll.Languages(); slices.Index(languages, q.Language) > 0 {
		return a.params.AnswerAtAbroad
	}
	return a.params.AnswerAt
}
