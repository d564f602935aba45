package botapi

import (
	"context"
	"errors"
	"html"
	"math/rand/v2"
	"regexp"
	"strconv"
	"time"
)

const (
	firstPause   = 500 * time.Millisecond
	longestPause = 30 * time.Second

	// longestAsked bounds what the Bot API may ask for: one wrong answer must not silence
	// the bot for ever.
	longestAsked = time.Hour
)

// Pause returns how long to wait before repeating a call that failed for the
// attempt-th time, from 0: as long as the Bot API asks, an hour at most, or else a random
// half to whole of 500 ms, doubled each time up to 30 s.
func Pause(err error, attempt int) time.Duration {
	var api *Error
	if errors.As(err, &api) && api.RetryAfter > 0 {
		return min(api.RetryAfter, longestAsked)
	}
	whole := min(longestPause, firstPause<<min(attempt, 10))
	return whole/2 + rand.N(whole/2)
}

// Sleep waits for d or until ctx ends.
func Sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// Mend changes a call that failed so that it may succeed at once, and reports
// whether it did: it follows a group that has moved, leaves out a topic or a question
// that are gone, and makes plain text of what the platform cannot parse. It does not
// follow with what edits a message: where the group is now, that number is another's.
func (c Call) Mend(err error) bool {
	var api *Error
	if !errors.As(err, &api) {
		return false
	}
	moved := strconv.FormatInt(api.MigrateTo, 10)
	switch {
	case api.MigrateTo != 0 && c.params["chat_id"] != moved && c.params["message_id"] == "":
		c.params["chat_id"] = moved
		delete(c.params, "reply_parameters")
	case api.Says("thread not found") && c.params["message_thread_id"] != "":
		delete(c.params, "message_thread_id")
	case api.Says("repl") && api.Says("not found") && c.params["reply_parameters"] != "":
		delete(c.params, "reply_parameters")
	case api.Says("can't parse entities") && c.params["parse_mode"] != "":
		delete(c.params, "parse_mode")
		c.params["text"] = PlainText(c.params["text"])
	default:
		return false
	}
	return true
}

var tag = regexp.MustCompile(`<[^>]*>`)

// PlainText takes the markup off a message in the platform's HTML.
func PlainText(s string) string { return html.UnescapeString(tag.ReplaceAllString(s, "")) }
