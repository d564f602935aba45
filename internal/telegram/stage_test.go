package telegram

import (
	"strings"
	"testing"
)

// TestStagesOfAReply: an answered message times the bot's own stages, and the state
// for the operator follows the calls.
func TestStagesOfAReply(t *testing.T) {
	f := newFake(t)
	r := newRun(t, f, nil)
	if got := r.State(); got != "starting" {
		t.Errorf("before Run: %q", got)
	}
	r.start(t)
	f.introduced(t)
	f.asks(t, anna, "1")
	text := scrapeText(r.opt.Metrics)
	for _, stage := range []string{"render", "send"} {
		if !strings.Contains(text, `pincite_stage_duration_seconds_count{stage="`+stage+`"}`) {
			t.Errorf("%s is not timed:\n%s", stage, text)
		}
	}
	if got := r.State(); got != "answers" || !r.Answers() || r.Waiting() != 0 {
		t.Errorf("at rest: %q, %d waiting", got, r.Waiting())
	}
}
