package botapi

import (
	"errors"
	"testing"
	"time"
)

func TestPause(t *testing.T) {
	for attempt, most := range []time.Duration{500 * time.Millisecond, time.Second, 2 * time.Second, 4 * time.Second} {
		for range 100 {
			if d := Pause(errors.New("x"), attempt); d < most/2 || d > most {
				t.Fatalf("attempt %d: %s, want %s to %s", attempt, d, most/2, most)
			}
		}
	}
	if d := Pause(errors.New("x"), 1000); d > longestPause {
		t.Errorf("%s is longer than %s", d, longestPause)
	}
	for asked, want := range map[time.Duration]time.Duration{3 * time.Second: 3 * time.Second, time.Hour: time.Hour, 30 * 24 * time.Hour: longestAsked} {
		if d := Pause(&Error{Code: 429, RetryAfter: asked}, 0); d != want {
			t.Errorf("%s, want %s where %s is asked for", d, want, asked)
		}
	}
}

// TestMendLeavesOutWhatIsGone sends a message again without the topic or the
// question that Telegram does not find, once each.
func TestMendLeavesOutWhatIsGone(t *testing.T) {
	for _, x := range []struct {
		description, field string
		again              bool
	}{
		{"Bad Request: chat not found", "", false},
		{"Bad Request: message thread not found", "message_thread_id", true},
		{"Bad Request: message to be replied not found", "reply_parameters", true},
		{"Bad Request: replied message not found", "reply_parameters", true},
		{"Bad Request: reply message not found", "reply_parameters", true},
	} {
		c := SendMessage(Place{Chat: 1, Thread: 2, ReplyTo: 3}, Content{Text: "text"})
		refused := &Error{Method: "sendMessage", Code: 400, Description: x.description}
		again := c.Mend(refused)
		if _, left := c.params[x.field]; again != x.again || left {
			t.Errorf("%s: again %v, %v", x.description, again, c.params)
		}
		if c.Mend(refused) {
			t.Errorf("%s: repeated without end", x.description)
		}
		if c.params["chat_id"] != "1" || c.params["text"] != "text" {
			t.Errorf("%s: %v", x.description, c.params)
		}
	}
}
