package answer

import (
	"fmt"
	"strings"

	"pincite/internal/locate"
	"pincite/internal/question"
)

// reading explains how a question was read: what kind it is and by which rule, what
// every reference names, and what the words that nothing explains weigh.
func (a *Answerer) reading(q question.Question) []Step {
	out := []Step{{"read as", q.Kind.String() + " by " + q.Rule}}
	for _, r := range q.Refs {
		out = append(out, Step{"reference", a.reference(r)})
	}
	for _, w := range q.Rest {
		out = append(out, Step{"rest " + w.Word, fmt.Sprintf("weight %.2f", w.Weight)})
	}
	return out
}

// reference writes one reference: "measure 7 in part 3, by number: measure-7".
func (a *Answerer) reference(r locate.Ref) string {
	var b strings.Builder
	for x := &r; x != nil; x = x.In {
		if x != &r {
			b.WriteString(" in ")
		}
		b.WriteString(strings.TrimSpace(x.Kind + " " + x.From))
		if x.To != x.From {
			b.WriteString("-" + x.To)
		}
		if x.FromEnd {
			b.WriteString(" from the end")
		}
	}
	b.WriteString(", by " + r.Rule + ":")
	for _, i := range r.Sections {
		b.WriteString(" " + a.doc.Sections[i].ID)
	}
	for _, s := range r.Spans {
		fmt.Fprintf(&b, " bytes %d-%d", s.Start, s.End)
	}
	if r.Miss != nil {
		fmt.Fprintf(&b, " not there; there are %s to %s", r.Miss.First, r.Miss.Last)
	}
	return b.String()
}
