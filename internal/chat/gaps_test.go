package chat

import (
	"context"
	"errors"
	"strings"
	"testing"

	"pincite/internal/gaps"
	"pincite/internal/render"
)

// TestGapsForOperators: /gaps is a command for an operator alone; to anybody else it is
// a word like any other that is none.
func TestGapsForOperators(t *testing.T) {
	report := gaps.Report{Asked: 9, Answered: 2, Hidden: 3, Gaps: []gaps.Gap{{
		Near: gaps.Near{Document: "opinions", Section: "measure-7", Label: "Measure 7"}, Words: []string{"budget", "fees"},
		Times: 4, People: 3, Last: 3, Before: 1, Examples: []string{"who pays the fees?"},
	}}}
	var failure error
	c, f := newFake(t, Options{
		Gaps:     func(context.Context) (gaps.Report, error) { return report, failure },
		Operator: func(person string) bool { return person == "tg:1" },
	})
	ask := func(m Message) string {
		m.Text, m.Conversation = "/gaps", "tg:9"
		r := c.Ask(t.Context(), m)
		return render.Plain(r)
	}
	for _, m := range []Message{{Person: "tg:2", Private: true}, {Person: "tg:1"}, {Private: true}} {
		if said := ask(m); strings.Contains(said, "budget") || f.last() != "/gaps" {
			t.Errorf("%+v is told: %s", m, said)
		}
	}
	for language, want := range map[string]string{"en": "asked 4×, people: 3", "zh": "提问 4 次", "ru": "людей: 3", "es": "personas: 3"} {
		said := ask(Message{Person: "tg:1", Private: true, Language: language})
		for _, words := range []string{want, "budget", "who pays the fees?", "Measure 7", "9", "2"} {
			if !strings.Contains(said, words) {
				t.Errorf("%s: no %q in: %s", language, words, said)
			}
		}
	}
	report = gaps.Report{Asked: 1, Hidden: 1}
	if said := ask(Message{Person: "tg:1", Private: true}); !strings.Contains(said, "There is no gap") {
		t.Errorf("none: %s", said)
	}
	failure = errors.New("the store does not answer")
	if said := ask(Message{Person: "tg:1", Private: true}); !strings.Contains(said, "failed") {
		t.Errorf("failed: %s", said)
	}
}
