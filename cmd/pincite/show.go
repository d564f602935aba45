package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pincite/internal/answer"
	"pincite/internal/library"
	"pincite/internal/report"
)

func (p *program) showVerb() *cobra.Command {
	return &cobra.Command{
		Use:     "show REF…",
		Short:   "Print sections in full, as the document has them",
		Example: "  pincite show 7-9\n  pincite show part III\n  pincite show measure-7 conclusion",
		Args:    needArgs(1, -1, "a section, such as 7, 7-9 or \"part 3\""),

		ValidArgsFunction: p.sectionIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := p.library(cmd)
			if err != nil {
				return err
			}
			found, err := resolve(cmd.Context(), l, args)
			if err != nil {
				return err
			}
			return p.terminal().Print(report.InFull(l, found))
		},
	}
}

// sectionIDs are the sections that a shell may complete an argument to, each with
// its title. Where the documents cannot be read there are none.
func (p *program) sectionIDs(cmd *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	l, err := p.library(cmd)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	for _, d := range l.Documents() {
		for i, s := range d.Sections {
			if strings.HasPrefix(s.ID, begun) {
				out = append(out, cobra.CompletionWithDesc(s.ID, report.Named(s.Label, d.Title(i))))
			}
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// resolve cites the sections that the arguments name: all of them as one
// reference ("part III"), or else each by itself.
func resolve(ctx context.Context, l *library.Library, args []string) ([]answer.Citation, error) {
	whole, wrong := refer(ctx, l, strings.Join(args, " "))
	if wrong == nil || len(args) == 1 {
		return whole, wrong
	}
	var out []answer.Citation
	for _, arg := range args {
		found, err := refer(ctx, l, arg)
		if err != nil {
			return nil, wrong
		}
		out = append(out, found...)
	}
	return out, nil
}

// refer cites the sections of one reference: an id, or a number in any form that
// a question may have.
func refer(ctx context.Context, l *library.Library, ref string) ([]answer.Citation, error) {
	for _, d := range l.Documents() {
		if i, ok := d.ByID(strings.ToLower(ref)); ok {
			return []answer.Citation{answer.Whole(d, i)}, nil
		}
	}
	found, err := l.Answer(ctx, library.Ask{Message: ref})
	switch {
	case err != nil:
		return nil, fmt.Errorf("show %s: %w", ref, err)
	case found.Reason == answer.ReasonOutOfRange:
		return nil, fmt.Errorf("show %s: the number of a %s is from %s to %s", ref, found.Level, found.First, found.Last)
	case found.Kind != answer.KindSection || len(found.Citations) == 0:
		return nil, fmt.Errorf("show %s: no section has that number or id; pincite toc lists them", ref)
	}
	return found.Citations, nil
}
