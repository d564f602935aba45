package botapi

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// An echo answers every call with the same.
type echo struct {
	status int
	body   string
}

// RoundTrip implements http.RoundTripper.
func (e *echo) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: e.status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(e.body)), Request: r}, nil
}

// FuzzAnswer: whatever answers in the place of the Bot API, each call has a result or an
// error of one line without the token, and the wait that it asks for is bounded.
func FuzzAnswer(f *testing.F) {
	for _, body := range []string{
		"", "<html>", "null", `{"ok":true}`, `{"ok":true,"result":null}`, `{"ok":true,"result":[{"update_id":1},{}]}`, `{"ok":true,"result":{"message_id":-1}}`,
		`{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":999999999999}}`, `{"ok":false,"error_code":400,"description":"` + testToken + `"}`,
		`{"ok":false,"error_code":400,"parameters":{"migrate_to_chat_id":-5}}`, `{"ok":true,"result":{"file_path":"../../x"}}`, `{"ok":true,"result":[{"update_id":7,`,
		`{"ok":true,"result":{"url":"https://x/` + testToken + `","last_error_date":-1}}`, `{"ok":true,"result":[{"command":1}]}`,
	} {
		f.Add(200, body)
	}
	e := &echo{}
	c, err := New(Options{Token: testToken, Address: "https://api.example", Transport: e})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, status int, body string) {
		e.status, e.body = status, body
		_, polled := c.Updates(t.Context(), 1, 100, 0)
		errs := []error{polled}
		var u User
		var s Sent
		var file File
		var info WebhookInfo
		for call, into := range map[*Call]any{{Method: "getMe"}: &u, {Method: "sendMessage"}: &s, {Method: "getFile"}: &file, {Method: "getWebhookInfo"}: &info} {
			errs = append(errs, c.Do(t.Context(), *call, into))
		}
		_, err := c.Download(t.Context(), file, 1000)
		for _, err := range append(errs, err) {
			if err == nil {
				continue
			}
			if strings.Contains(err.Error(), "\n") || leaks(err.Error()) {
				t.Errorf("%q", err)
			}
			if wait := Pause(err, 3); wait < 0 || wait > longestAsked {
				t.Errorf("%v: a wait of %s", err, wait)
			}
		}
		_ = info.Host()
		Commands(ScopePrivate, "en", nil).Is([]byte(body))
		Description("en", "x").Is([]byte(body))
	})
}
