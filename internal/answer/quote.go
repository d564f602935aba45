package answer

import (
	"pincite/internal/document"
	"pincite/internal/evidence"
	"pincite/internal/question"
)

// quote chooses what to quote from a section: its best sentence, with the
// neighbour that is as good; the heading and the first sentence where the
// question is the heading's very words.
func (a *Answerer) quote(q question.Question, p evidence.Plan, e evidence.Section) document.Span {
	s := &a.doc.Sections[e.Index]
	spans := a.doc.Sentences(e.Index)
	switch {
	case len(spans) == 0 && s.Heading.Empty():
		return s.Own
	case len(spans) == 0:
		return s.Heading
	case !s.Heading.Empty() && !p.Empty() && p.Coverage(e.Titled) == 1:
		return s.Heading.Join(spans[0])
	case len(e.Sentences) == 0:
		return spans[0]
	}
	best, score := a.bestSentence(q, e, spans)
	for _, o := range e.Sentences {
		if near := o.Index - best; (near == 1 || near == -1) && o.Score >= a.params.Together*score {
			return spans[best].Join(spans[o.Index])
		}
	}
	return spans[best]
}

// bestSentence returns the sentence with the most evidence, and its score.
func (a *Answerer) bestSentence(q question.Question, e evidence.Section, spans []document.Span) (best int, score float64) {
	for i, o := range e.Sentences {
		s := o.Score
		if q.Wants != 0 && a.lacking(q.Wants, a.doc.Slice(spans[o.Index])) == 0 {
			s += a.params.WantBonus * e.Sentences[0].Score
		}
		if i == 0 || s > score {
			best, score = o.Index, s
		}
	}
	return best, score
}
