package collate

import (
	"context"
	"strings"

	"pincite/internal/verify/between"
	"pincite/internal/verify/cover"
	"pincite/internal/verify/word"
)

// maxGaps is how many gaps between words are compared to choose among the places
// of a text: about 50 ms. A text of 1,300 words has them for 1,600 places, one of
// six for 400,000, a number alone for 8,000; only a document that repeats itself
// without end has more.
const maxGaps = 1 << 21

// What it costs to look whether a text cuts an amount, and whether it is denied, in gaps.
const amountGaps, deniedGaps = 256, 8

// turn is how many places are gone through between two looks at a context.
const turn = 256

// FewestChanges returns those of the places of a text at which the fewest marks
// between its words are others, and which cut no number in two and no sentence after
// what denies it; once maxGaps gaps are compared, of the places up to there.
func (c *Collator) FewestChanges(ctx context.Context, p cover.Passage, places []int) []int {
	var out []int
	fewest, compared := len(p.IDs), 0
	r := reader{Collator: c, Passage: p}
	marks := newMarks(p)
	amount := isAmount(p.Raw(0)) || isAmount(p.Raw(len(p.IDs)-1))
	for n, t := range places {
		if compared > maxGaps || n%turn == turn-1 && ctx.Err() != nil {
			break
		}
		changes := 0
		if compared += deniedGaps; r.denied(t) {
			changes++
		}
		if amount {
			if compared += amountGaps; c.cutBefore(t)+c.cutAfter(t+len(p.IDs)-1) > 0 {
				changes++
			}
		}
		for i := 1; i < len(p.IDs) && changes <= fewest; i++ {
			if compared++; !marks.same(i, c.docs.Gap(t+i)) || marks.special[i] && !c.sameWord(p, i, t) {
				changes++
			}
		}
		if marks.special[0] && !c.sameWord(p, 0, t) {
			changes++
		}
		if changes < fewest {
			out, fewest = nil, changes
		}
		if changes == fewest {
			out = append(out, t)
		}
	}
	return out
}

// marks are those between the words of a text, and those of gaps that were compared.
type marks struct {
	text    []string      // gaps
	marks   []between.Gap // of each
	special []bool        // the word after it may not be the same though its form is
	known   map[string]between.Gap
}

func newMarks(p cover.Passage) *marks {
	n := len(p.IDs)
	m := &marks{known: map[string]between.Gap{}, text: make([]string, n), marks: make([]between.Gap, n), special: make([]bool, n)}
	for i := range n {
		m.special[i] = word.IsAmount(p.Raw(i)) || i > 0 && (word.IsDigits(p.Raw(i-1)) || word.CountsDash(p.Raw(i-1), p.Raw(i))) || strings.Contains(word.Form(p.Raw(i)), "ss")
		if i > 0 {
			m.text[i] = p.Between(i)
			m.marks[i] = m.of(m.text[i])
		}
	}
	return m
}

// same reports whether the marks before word i of the text are those of a gap.
func (m *marks) same(i int, gap string) bool {
	return m.text[i] == gap || m.marks[i].SameMarks(m.of(gap))
}

func (m *marks) of(gap string) between.Gap {
	g, ok := m.known[gap]
	if !ok {
		g = between.Of(gap)
		m.known[gap] = g
	}
	return g
}
