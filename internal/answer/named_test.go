package answer_test

import (
	"slices"
	"strings"
	"testing"

	"pincite/internal/answer"
)

// A section that exists and is named is shown, in whatever words, and whatever else
// is asked of it.
func TestNamedSectionIsShown(t *testing.T) {
	a := ready(t)
	for i, s := range a.Document().Sections {
		if s.Designation.IsZero() {
			continue
		}
		for _, form := range []string{"@", "@ xyzzy", "show me @ pls, thx", "I lost my copy; @?", "hi all, what was in @ again",
			"what does @ say about unicorns", "summarise @ in 5 bullet points", "the exact wording of @ as printed", "@ ― zusammen, bitte"} {
			in := strings.ReplaceAll(form, "@", strings.ToLower(s.Label))
			got := ask(t, a, in)
			if got.Kind == answer.KindNone || got.Kind == answer.KindHelp || !slices.Contains(ids(got)[:1], s.ID) {
				t.Errorf("%q: %s %v, want %s", in, got.Kind, ids(got), s.ID)
			}
		}
		title := a.Document().Title(i)
		if got := ask(t, a, title); got.Kind != answer.KindSection || !slices.Equal(ids(got), []string{s.ID}) {
			t.Errorf("%q: %s %v, want %s", title, got.Kind, ids(got), s.ID)
		}
	}
}

// What the section named does not say is not taken from elsewhere: the section comes
// first, and a line says why.
func TestSectionThatDoesNotAnswer(t *testing.T) {
	got := ask(t, ready(t), "what does measure 4 say about natural disasters?")
	if got.Kind != answer.KindClosest || got.Reason != answer.ReasonElsewhere || ids(got)[0] != "measure-4" {
		t.Errorf("%s %q %v", got.Kind, got.Reason, ids(got))
	}
	if len(got.Citations) > 0 && got.Citations[0].Span != ready(t).Document().Sections[got.Citations[0].Section].Own {
		t.Error("the section is not shown whole")
	}
}

// What is said not to be meant answers only where nothing else does.
func TestSectionThatIsNotMeant(t *testing.T) {
	a := about(t, `# Pool rules

## Rule 1. Guests

A guest pays four euros.

## Rule 2. Diving

Diving is forbidden. Anyone who dives is fined twenty euros.

## Rule 3. Penalties

The board may exclude a member who is fined twice.

## Rule 4. Audit

The accounts are audited by a firm.
`)
	for message, want := range map[string]string{
		"what is fined?":                           "rule-2",
		"apart from rule 2, what is fined?":        "rule-3",
		"apart from rule 3, what is fined?":        "rule-2",
		"besides rule 1, who audits the accounts?": "rule-4",
		"besides rule 4, who audits the accounts?": "rule-4",
	} {
		if got := ask(t, a, message); got.Kind != answer.KindAnswer && got.Kind != answer.KindClosest || ids(got)[0] != want {
			t.Errorf("%q: %s %v, want %s", message, got.Kind, ids(got), want)
		}
	}
}
