package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"pincite/internal/annotation"
	"pincite/internal/annotation/draft"
	"pincite/internal/folder"
	"pincite/internal/text"
)

// FewDoubts is how many doubts about the annotations in a language are told unless all
// are asked for.
const FewDoubts = 10

// Annotations holds the annotations of a document against its text: what was found, then
// how far they reach. words adds the words that the annotations alone have, and all every
// doubt. lost counts the entries that do not fit the document.
func Annotations(b *folder.Bundle, words, all bool) (said string, lost int) {
	findings, reach := annotation.Check(b.Document, b.Annotations)
	var out strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&out, "%s %s: %s\n", f.Language, f.Section, f.Problem)
		if !f.Idle {
			lost++
		}
	}
	for i, c := range reach {
		writeDoubts(&out, annotation.Doubts(b.Document, b.Annotations[i]), all)
		writeCoverage(&out, c, words)
	}
	return out.String(), lost
}

// writeDoubts prints what a reviewer should look at.
func writeDoubts(out *strings.Builder, doubts []annotation.Finding, all bool) {
	for i, f := range doubts {
		if i == FewDoubts && !all {
			fmt.Fprintf(out, "%s: %d more to look at: --all prints them\n", f.Language, len(doubts)-i)
			return
		}
		fmt.Fprintf(out, "%s %s: to look at: %s\n", f.Language, f.Section, f.Problem)
	}
}

// writeCoverage prints how much the annotations in a language reach.
func writeCoverage(out *strings.Builder, c annotation.Coverage, words bool) {
	fmt.Fprintf(out, "%s: %d of %s, %d of %s, %s, %s, %d unanswered\n",
		c.Language, c.Sections, text.Count(c.AllSections, "section"), c.Sentences, text.Count(c.All, "sentence"),
		text.Count(c.Terms, "term"), text.Count(c.Questions, "question"), c.Unanswered)
	if c.Drafted > 0 {
		fmt.Fprintf(out, "%s: a model's, unchanged: %s\n", c.Language, text.Count(c.Drafted, "entry"))
	}
	if len(c.Bare) > 0 {
		fmt.Fprintf(out, "%s: sentences without notes in %s\n", c.Language, strings.Join(c.Bare, ", "))
	}
	if words && len(c.Strange) > 0 {
		fmt.Fprintf(out, "%s: words of the annotations alone: %s\n", c.Language, strings.Join(c.Strange, " "))
	}
}

// Prompts writes what a model would be asked, and what that may cost.
func Prompts(w io.Writer, job *draft.Job) error {
	prompts, err := job.Prompts()
	if err != nil {
		return err
	}
	system := ""
	for next := range prompts {
		if system == "" {
			system = next.System
			fmt.Fprintf(w, "=== to the model, before each section ===\n%s\n", system)
		}
		fmt.Fprintf(w, "\n=== %s (%s) ===\n%s\n", next.Section, next.Language, next.User)
	}
	e, err := job.Estimate()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "\n=== %s to ask about, %d up to date: %s, about %s to read and %d to write ===\n",
		text.Count(e.Sections, "section"), e.Unchanged, text.Count(e.Calls, "call"), text.Count(e.Tokens.Read, "token"), e.Tokens.Written)
	return err
}

// Drafting tells what a model has done so far, on one line.
func Drafting(g draft.Progress) string {
	outcome := ""
	if g.Failed != nil {
		outcome = " failed"
	}
	return fmt.Sprintf("%d of %s, %s: %s %s%s\n", g.Done, text.Count(g.All, "section"), text.Count(g.Usage.Read+g.Usage.Written, "token"), g.Language, g.Section, outcome)
}

// Drafted tells what a model has written for the document in dir.
func Drafted(r draft.Report, dir string) string {
	var out strings.Builder
	for _, f := range r.Failed {
		fmt.Fprintf(&out, "%s %s: %v\n", f.Language, f.Section, f.Err)
	}
	fmt.Fprintf(&out, "%s asked about, %d up to date; %s kept; %s read, %d written\n",
		text.Count(r.Asked, "section"), r.Unchanged, text.Count(r.Kept, "entry"), text.Count(r.Usage.Read, "token"), r.Usage.Written)
	for _, reason := range slices.Sorted(maps.Keys(r.Dropped)) {
		fmt.Fprintf(&out, "not kept: %d, %s\n", r.Dropped[reason], reason)
	}
	if r.Asked > len(r.Failed) {
		fmt.Fprintf(&out, "to review: pincite annotate %s\n", dir)
	}
	return out.String()
}
