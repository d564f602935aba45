package botapi

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestTrouble: what is wrong with the platform, the network or the token is trouble
// until a call is answered; a refusal of one call, or the end of who called, is none.
func TestTrouble(t *testing.T) {
	status, body := 0, ""
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		io.WriteString(w, body)
	}))
	defer api.Close()
	c, err := New(Options{Token: "110201543:" + strings.Repeat("A", 35), Address: api.URL})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		status      int
		body, class string // "" for no trouble
	}{
		{401, `{"ok":false,"error_code":401,"description":"Unauthorized"}`, "401"},
		{400, `{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}`, ""},
		{502, `<html>Bad Gateway</html>`, "http 502"},
		{429, `{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":3}}`, ""},
		{409, `{"ok":false,"error_code":409,"description":"Conflict"}`, "409"},
		{500, `{"ok":false,"error_code":500,"description":"Internal Server Error"}`, "500"},
		{200, `{"ok":true,"result":{}}`, ""},
	} {
		status, body = tt.status, tt.body
		_ = c.Do(t.Context(), GetMe(), nil)
		if got := c.Trouble(); (got != nil) != (tt.class != "") || got != nil && got.Class != tt.class {
			t.Errorf("%d: %+v, want %q", tt.status, got, tt.class)
		}
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _ = c.Do(ended, GetMe(), nil); c.Trouble() != nil {
		t.Errorf("a call that its caller ended is trouble: %+v", c.Trouble())
	}
}
