package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
)

func (p *program) showVerb() *cobra.Command {
	return &cobra.Command{
		Use:     "show REF…",
		Short:   "Print sections in full, as the document has them",
		Example: "  pincite show 7-9\n  pincite show part III\n  pincite show measure-7 conclusion",
		Args:    needArgs(1, -1, "a section, such as 7, 7-9 or \"part 3\""),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := p.answerer(cmd)
			if err != nil {
				return err
			}
			sections, err := resolve(cmd.Context(), a, args)
			if err != nil {
				return err
			}
			return p.print(sectionsInFull(a.Document(), sections))
		},
	}
}

// resolve returns the sections that the arguments name: all of them as one
// reference ("part III"), or else each by itself.
func resolve(ctx context.Context, a *answer.Answerer, args []string) ([]int, error) {
	whole, wrong := refer(ctx, a, strings.Join(args, " "))
	if wrong == nil || len(args) == 1 {
		return whole, wrong
	}
	var out []int
	for _, arg := range args {
		sections, err := refer(ctx, a, arg)
		if err != nil {
			return nil, wrong
		}
		out = append(out, sections...)
	}
	return out, nil
}

// refer returns the sections of one reference: an id, or a number in any form
// that a question may have.
func refer(ctx context.Context, a *answer.Answerer, ref string) ([]int, error) {
	if i, ok := a.Document().ByID(strings.ToLower(ref)); ok {
		return []int{i}, nil
	}
	found := a.Answer(ctx, ref, nil)
	if found.Reason == answer.ReasonOutOfRange {
		return nil, fmt.Errorf("show %s: the number of a %s is from %s to %s", ref, found.Level, found.First, found.Last)
	}
	if found.Kind != answer.KindSection || len(found.Citations) == 0 {
		return nil, fmt.Errorf("show %s: no section has that number or id; pincite toc lists them", ref)
	}
	var out []int
	for _, c := range found.Citations {
		out = append(out, c.Section)
	}
	return out, nil
}

// sectionsInFull makes a reply of whole sections: headings, paragraphs word for
// word, and the names of the sections below.
func sectionsInFull(d *document.Document, sections []int) reply.Reply {
	var r reply.Reply
	add := func(kind reply.BlockKind, words string) {
		r.Blocks = append(r.Blocks, reply.Block{Kind: kind, Runs: []reply.Run{{Text: words}}})
	}
	for _, i := range sections {
		add(reply.Heading, named(strings.Join(d.Path(i), " › "), d.Title(i)))
		for _, p := range d.Sections[i].Paragraphs {
			add(reply.Quote, d.Slice(p.Span))
		}
		for _, j := range d.Children(i) {
			add(reply.Item, named(d.Sections[j].Label, d.Title(j)))
		}
	}
	return r
}

// named joins a label and a title, which may be empty.
func named(label, title string) string {
	if title == "" {
		return label
	}
	return label + ": " + title
}
