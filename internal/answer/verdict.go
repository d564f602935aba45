package answer

import (
	"fmt"

	"pincite/internal/confidence"
	"pincite/internal/evidence"
	"pincite/internal/question"
	"pincite/internal/sought"
)

// A verdict says whether the evidence is an answer.
type verdict struct {
	kind       Kind
	reason     Reason
	lacks      sought.Kind
	confidence float64 // probability that the quote answers
	features   confidence.Features
}

func (v verdict) String() string {
	out := fmt.Sprintf("%s %s: confidence %.2f", v.kind, v.reason, v.confidence)
	for i, x := range v.features.Vector() {
		out += fmt.Sprintf(", %s %.2f", confidence.Names[i], x)
	}
	return out
}

// unnamed is how far below [evidence.Params.AnswerAt] the confidence of a reply stays whose
// section does not have a name or number of the question, however much else is met: of the
// few such replies that would be answers, about four in ten are wrong.
const unnamed = 0.01

// verdict weighs the evidence, of which there is some.
func (a *Answerer) verdict(q question.Question, p evidence.Plan, found []evidence.Section, quoted evidence.Sentence) verdict {
	v := verdict{kind: KindAnswer, features: a.coll.Features(p, found, quoted, q.Language)}
	undefined := p.Asked.Has(sought.Definition|sought.Enumeration) && a.unspelled.In(q.Text)
	if undefined {
		v.features.Undefined = 1
	}
	v.confidence = round(confidence.Default().Probability(v.features))
	if v.features.Name == 1 {
		v.confidence = min(v.confidence, a.params.AnswerAt-unnamed)
	}
	switch {
	case v.confidence < a.params.ShowAt && v.features.Unknown > 0:
		v.kind, v.reason = KindNone, ReasonUnknown
	case v.confidence < a.params.AnswerAt:
		v.kind, v.reason = KindClosest, ReasonWeak
		if v.lacks = lacking(p.Asked, v.features); v.lacks != 0 {
			v.reason = ReasonLacks
		}
	}
	if v.kind != KindNone && undefined {
		v.kind, v.reason = KindClosest, ReasonUndefined
	}
	return v
}

// certain are the kinds that are recognised well enough to say of a section that it
// has none, the most exact first: "how many hours" asks for a duration.
var certain = []sought.Kind{sought.Age, sought.Frequency, sought.Duration, sought.Date, sought.Sum, sought.Contact, sought.Count}

// lacking returns what was asked for, if it is of a certain kind and the whole
// section does not have it.
func lacking(asked sought.Kind, f confidence.Features) sought.Kind {
	if f.Lacks == 0 || f.Nearby == 1 {
		return 0
	}
	var exact sought.Kind
	rest := asked
	for _, kind := range certain {
		if asked.Has(kind) && exact == 0 {
			exact = kind
		}
		rest &^= kind
	}
	if rest != 0 {
		return 0
	}
	return exact
}
