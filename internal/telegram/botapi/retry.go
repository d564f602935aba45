package botapi

import (
	"context"
	"errors"
	"html"
	"math/rand/v2"
	"net/http"
	"regexp"
	"strconv"
	"time"
)

const (
	// MaxAttempts bounds how often one call is repeated for failures that have
	// no waiting time of their own: about 15 s in all.
	MaxAttempts = 6

	firstPause   = 500 * time.Millisecond
	longestPause = 30 * time.Second
)

// Pause returns how long to wait before repeating a call that failed for the
// attempt-th time, from 0: as long as the Bot API asks, or else a random half
// to whole of 500 ms, doubled each time up to 30 s.
func Pause(err error, attempt int) time.Duration {
	var api *Error
	if errors.As(err, &api) && api.RetryAfter > 0 {
		return api.RetryAfter
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

// Retry changes a call that failed for the attempt-th time, from 0, so that it
// may succeed, and says how long to wait before repeating it: it waits when
// told to, repeats what got no answer, follows a group that has moved, leaves out a
// topic or a question that are gone, and makes plain text of what the platform
// cannot parse. again is false if
// nothing helps.
func (c Call) Retry(err error, attempt int) (wait time.Duration, again bool) {
	var api *Error
	if !errors.As(err, &api) {
		return Pause(err, attempt), attempt+1 < MaxAttempts
	}
	moved := strconv.FormatInt(api.MigrateTo, 10)
	switch {
	case api.Code == http.StatusTooManyRequests:
		return max(api.RetryAfter, firstPause), true
	case api.Code >= http.StatusInternalServerError:
		return Pause(err, attempt), attempt+1 < MaxAttempts
	case api.MigrateTo != 0 && c.params["chat_id"] != moved:
		c.params["chat_id"] = moved
		return 0, true
	case api.Says("thread not found") && c.params["message_thread_id"] != "":
		delete(c.params, "message_thread_id")
		return 0, true
	case api.Says("repl") && api.Says("not found") && c.params["reply_parameters"] != "":
		delete(c.params, "reply_parameters")
		return 0, true
	case api.Says("can't parse entities") && c.params["parse_mode"] != "":
		delete(c.params, "parse_mode")
		c.params["text"] = PlainText(c.params["text"])
		return 0, true
	}
	return 0, false
}

var tag = regexp.MustCompile(`<[^>]*>`)

// PlainText takes the markup off a message in the platform's HTML.
func PlainText(s string) string { return html.UnescapeString(tag.ReplaceAllString(s, "")) }
