package report

import (
	"cmp"
	"fmt"
	"strings"

	"pincite/internal/answer"
	"pincite/internal/gaps"
	"pincite/internal/text"
)

// Trace tells the steps that led to an answer, one a line.
func Trace(found answer.Answer) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-20s %s\n", "kind", found.Kind)
	if found.Reason != "" {
		fmt.Fprintf(&b, "%-20s %s\n", "reason", found.Reason)
	}
	fmt.Fprintf(&b, "%-20s %s\n", "language", found.Language)
	for _, step := range found.Trace() {
		fmt.Fprintf(&b, "%-20s %s\n", step.Name, step.Value)
	}
	return b.String()
}

// Gaps tells what at least so many people asked in so many days and the documents do not
// answer.
func Gaps(r gaps.Report, people, days int) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s not answered in %s", text.Count(r.Asked, "question"), text.Count(days, "day"))
	if r.Answered > 0 {
		fmt.Fprintf(&out, "; %d of them answered by now", r.Answered)
	}
	if r.Hidden > 0 {
		fmt.Fprintf(&out, "; %d not shown, asked by fewer than %d people", r.Hidden, people)
	}
	out.WriteString("\n")
	for _, g := range r.Gaps {
		fmt.Fprintf(&out, "\n%s (%s by %s; last 7 days: %d, the 7 before: %d)\n", cmp.Or(strings.Join(g.Words, ", "), "in other words each"),
			text.Count(g.Times, "time"), text.Count(g.People, "asker"), g.Last, g.Before)
		if g.Section != "" {
			fmt.Fprintf(&out, "  nearest: %s, %s\n", g.Document, g.Label)
		}
		for _, e := range g.Examples {
			fmt.Fprintf(&out, "  “%s”\n", e)
		}
	}
	return out.String()
}
