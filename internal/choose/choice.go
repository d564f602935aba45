package choose

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/model"
	"pincite/internal/text"
)

// A chooseReply is what the model chose.
type chooseReply struct {
	Sentences []json.Number `json:"sentences"` // which some models put in quotes
	Uncovered string        `json:"uncovered,omitempty"`
}

// A wordsReply has words to search for.
type wordsReply struct {
	Words []string `json:"words"`
}

// maxWord bounds a word to search for, in bytes.
const maxWord = 60

// query returns the words as a query, each on one line and of bounded length.
func (r wordsReply) query() string {
	var out []string
	for _, w := range r.Words[:min(len(r.Words), limits.Words)] {
		if w = text.Line(w); w != "" {
			out = append(out, text.CutBytes(w, maxWord))
		}
	}
	return strings.Join(out, " ")
}

// A choice is what became of a question: quotes, or none.
type choice struct {
	quotes    []quote
	uncovered []string      // words of the question of which the document says nothing
	said      []answer.Step // prompts and replies
}

// A quote is a run of sentences of a section. It names its document, so that one that
// has been replaced is not kept in memory.
type quote struct {
	document string
	section  int
	span     document.Span
}

// maxQuotes is how many places are quoted.
const maxQuotes = 4

// take reads a reply. Numbers that were not shown are dropped; a reply with no others
// is of no use.
func (c *choice) take(r chooseReply, shown []passage, asked string) error {
	chosen := map[int]bool{}
	for _, said := range r.Sentences[:min(len(r.Sentences), limits.Sentences)] {
		if n, err := said.Int64(); err == nil && n >= 1 {
			chosen[int(n)-1] = true
		}
	}
	c.quotes = quotesOf(shown, chosen)
	if len(r.Sentences) > 0 && len(c.quotes) == 0 {
		return fmt.Errorf("%w: it names sentences that were not shown", model.ErrReply)
	}
	c.uncovered = within(r.Uncovered, asked)
	return nil
}

// quotesOf returns the runs of chosen sentences, by their numbers from 0. A table's
// header is none where something else is chosen: a row is shown below its header.
func quotesOf(shown []passage, chosen map[int]bool) []quote {
	var rows, headers []quote
	n := 0
	for _, p := range shown {
		last := -2
		for i, s := range p.spans {
			switch {
			case !chosen[n]:
			case p.header(s):
				headers = append(headers, quote{p.doc.Name, p.section, s})
			case i == last+1:
				q := &rows[len(rows)-1]
				q.span, last = q.span.Join(s), i
			default:
				rows, last = append(rows, quote{p.doc.Name, p.section, s}), i
			}
			n++
		}
	}
	if len(rows) == 0 {
		return headers
	}
	return rows
}

// within returns the words of s that the question has, as the question has them.
func within(s, asked string) []string {
	has := map[string]string{}
	for _, w := range strings.FieldsFunc(asked, notOfWord) {
		has[text.Fold(w)] = w
	}
	var out []string
	for _, w := range strings.FieldsFunc(s, notOfWord) {
		if own, ok := has[text.Fold(w)]; ok && !slices.Contains(out, own) {
			out = append(out, own)
		}
	}
	return out
}

func notOfWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

// What a choice is worth as the probability that the first quote answers. See
// TestRecorded for the share of right choices.
const (
	chosenConfidence = 0.95
	openConfidence   = 0.05
)

// apply returns the answer that was found as the model has it.
func (c choice) apply(found answer.Answer, among []*document.Document) answer.Answer {
	out := found.Explained(c.steps)
	if len(c.quotes) == 0 {
		return c.leaveOpen(out)
	}
	doc := among[slices.IndexFunc(among, func(d *document.Document) bool { return d.Name == c.quotes[0].document })] // an answer is of one
	out.Document, out.Kind, out.Reason, out.Confidence = doc, answer.KindAnswer, answer.ReasonNone, chosenConfidence
	out.Lacks, out.Missing, out.Unmet, out.Citations = 0, nil, c.uncovered, nil
	for _, q := range c.quotes {
		if q.document == doc.Name && len(out.Citations) < maxQuotes {
			cited := answer.Cite(doc, q.section, answer.WithList(doc, q.section, q.span))
			cited.Score = chosenConfidence
			out.Citations = append(out.Citations, cited)
		}
	}
	return out
}

// leaveOpen makes the answer at most the closest, since the document does not say.
func (c choice) leaveOpen(out answer.Answer) answer.Answer {
	out.Confidence = min(out.Confidence, openConfidence)
	if len(c.uncovered) > 0 {
		out.Unmet = c.uncovered
	}
	switch out.Kind {
	case answer.KindHelp:
		out.Kind, out.Reason = answer.KindNone, answer.ReasonUnknown
	case answer.KindAnswer:
		out.Kind, out.Reason = answer.KindClosest, answer.ReasonWeak
		out.Citations = slices.Clone(out.Citations)
		for i := range out.Citations {
			out.Citations[i].Role = answer.RoleSee
		}
		out.Citations[0].Role = answer.RoleNear
	}
	return out
}

// steps explain the choice.
func (c choice) steps() []answer.Step {
	numbers := make([]string, 0, len(c.quotes))
	for _, q := range c.quotes {
		numbers = append(numbers, fmt.Sprintf("%s, section %d [%d:%d]", q.document, q.section, q.span.Start, q.span.End))
	}
	chosen := cmp.Or(strings.Join(numbers, ", "), "none")
	return append(slices.Clone(c.said), answer.Step{Name: "model chose", Value: chosen})
}
