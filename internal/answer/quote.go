package answer

import (
	"pincite/internal/document"
	"pincite/internal/question"
)

// quote chooses what to quote from a section: its best sentence, with the
// neighbour that is as good; the heading and the first sentence where the
// question is the heading's very words.
func (a *Answerer) quote(q question.Question, p plan, e evidence) document.Span {
	s := &a.doc.Sections[e.section]
	spans := a.doc.Sentences(e.section)
	switch {
	case len(spans) == 0 && s.Heading.Empty():
		return s.Own
	case len(spans) == 0:
		return s.Heading
	case !s.Heading.Empty() && len(p.words) > 0 && p.coverage(e.titled) == 1:
		return s.Heading.Join(spans[0])
	case len(e.sentences) == 0:
		return spans[0]
	}
	best, score := a.bestSentence(q, e, spans)
	for _, o := range e.sentences {
		if near := o.sentence - best; (near == 1 || near == -1) && o.score >= weights.together*score {
			return spans[best].Join(spans[o.sentence])
		}
	}
	return spans[best]
}

// bestSentence returns the sentence with the most evidence, and its score.
func (a *Answerer) bestSentence(q question.Question, e evidence, spans []document.Span) (best int, score float64) {
	for i, o := range e.sentences {
		s := o.score
		if q.Wants != 0 && a.lacking(q.Wants, a.doc.Slice(spans[o.sentence])) == 0 {
			s += weights.want * e.sentences[0].score
		}
		if i == 0 || s > score {
			best, score = o.sentence, s
		}
	}
	return best, score
}
