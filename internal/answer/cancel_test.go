package answer_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"pincite/internal/answer"
)

// An ending context ends when it has been looked at so many times.
type ending struct {
	context.Context
	left int
}

func (c *ending) Err() error {
	if c.left == 0 {
		return context.Canceled
	}
	c.left--
	return nil
}

// What nobody waits for any more ends at the next step, wherever it is: at each word
// of a search, at each phrase of a list.
func TestEndsWithItsContext(t *testing.T) {
	a := ready(t)
	for name, c := range map[string]struct {
		least int // times that the context is looked at
		run   func(context.Context) error
	}{
		"search": {10, func(ctx context.Context) error {
			_, err := a.Answer(ctx, "how often must the party committee study discipline, bureaucracy and formalism", answer.Context{})
			return err
		}},
		"list": {12, func(ctx context.Context) error {
			_, err := a.Mentions(ctx, strings.Join(strings.Split("abcdefghijkl", ""), " or "))
			return err
		}},
		"phrase of a list": {30, func(ctx context.Context) error {
			_, err := a.Mentions(ctx, "party committees")
			return err
		}},
		"rank": {3, func(ctx context.Context) error {
			_, err := a.Rank(ctx, "formalism", 3)
			return err
		}},
	} {
		t.Run(name, func(t *testing.T) {
			steps := 0
			for ; c.run(&ending{t.Context(), steps}) != nil; steps++ {
				if err := c.run(&ending{t.Context(), steps}); !errors.Is(err, context.Canceled) {
					t.Fatalf("after %d steps: %v", steps, err)
				}
			}
			if steps < c.least {
				t.Errorf("it was looked at %d times, want at least %d", steps, c.least)
			}
		})
	}
}

// TestAListOfTooMuch: what would take a look through the document for each of too many
// phrases is refused, and says so.
func TestAListOfTooMuch(t *testing.T) {
	a := ready(t)
	for phrases, want := range map[int]answer.Kind{16: answer.KindNone, 17: answer.KindHelp} {
		var all []string
		for n := range phrases {
			all = append(all, "zq"+string(rune('a'+n/26))+string(rune('a'+n%26)))
		}
		for range 2 { // what is said twice is looked for once
			got, err := a.Mentions(t.Context(), strings.Join(all, " or "))
			if err != nil || got.Kind != want {
				t.Errorf("%d phrases: %s, %v; want %s", phrases, got.Kind, err, want)
			}
			all = append(all, all[0])
		}
	}
}
