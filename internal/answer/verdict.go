package answer

import (
	"fmt"

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
	score    float64 // evidence for the first section per word
}

func (v verdict) String() string {
	return fmt.Sprintf("%s %s: coverage %.2f, in one sentence %.2f, lead %.2f, score %.2f", v.kind, v.reason, v.coverage, v.sentence, v.lead, v.score)
}

// Thresholds of an answer, chosen where few of the questions of the sets that
// have an answer are refused; see doc.go.
const (
	// enough evidence makes an answer whatever its share of the question: long
	// stories have many words that no document has.
	enough = 8.0

	// most is the share of the question's weight that makes an answer of a few
	// words, which cannot gather much evidence.
	most = 0.8

	// little is the share below which nothing is worth showing, when the
	// evidence is scant too.
	little = 0.45
)

// verdict weighs the evidence.
func (a *Answerer) verdict(q question.Question, p plan, found []evidence) verdict {
	if len(found) == 0 {
		return verdict{kind: KindNone, reason: ReasonUnknown}
	}
	v := verdict{kind: KindAnswer, coverage: p.coverage(found[0].met), lead: 1, score: found[0].score}
	if len(found[0].sentences) > 0 {
		v.sentence = p.coverage(found[0].sentences[0].met)
	}
	if len(found) > 1 {
		v.lead = 1 - found[1].score/found[0].score
	}
	text := a.doc.Slice(a.doc.Sections[found[0].section].Own)
	v.lacks = a.lacking(q.Wants&strict, text) | a.unnamed(q.Text, text)
	switch {
	case v.score < enough && v.coverage < little:
		v.kind, v.reason = KindNone, ReasonUnknown
	case v.score < enough && v.coverage < most:
		v.kind, v.reason = KindClosest, ReasonWeak
	case v.lacks != 0:
		v.kind, v.reason = KindClosest, ReasonLacks
	case q.Wants.Has(question.WantDefinition|question.WantEnumeration) && a.onlyNamed(p, q.Text):
		v.kind, v.reason = KindClosest, ReasonUndefined
	}
	return v
}

// coverage is the share of the plan's weight that is met, 0 to 1. Words lent by
// the turn before do not count.
func (p plan) coverage(met []float64) float64 {
	var got, all float64
	for i, w := range p.words {
		if !w.lent {
			got += w.weight * met[i]
			all += w.weight
		}
	}
	if all == 0 {
		return 1
	}
	return got / all
}
