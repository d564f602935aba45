package verify_test

import (
	"strings"
	"testing"

	"pincite/internal/verify"
)

func TestReadRequest(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want string // "id document text", or what is wrong
	}{
		{``, `not a JSON object such as {"text":"…"}: unexpected end of JSON input`},
		{`null`, `the key text is missing`},
		{`{}`, `the key text is missing`},
		{`["x"]`, `not a JSON object such as {"text":"…"} but of type array`},
		{`{"text":7}`, `text must be a text, got a number`},
		{`{"text":"a"} {"text":"b"}`, `not a JSON object such as {"text":"…"}: invalid character '{' after top-level value`},
		{`{"text":"` + strings.Repeat("x", 100_000) + `"}`, verify.ErrTooLong.Error()},
		{`{"text":"","note":["kept"]}`, `  `},
		{`{"id":"1","document":"house","text":"A door."}`, `1 house A door.`},
	} {
		r, err := verify.ReadRequest(strings.NewReader(tt.in))
		got := r.ID + " " + r.Document + " " + r.Text
		if err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%.60s: %s, want %s", tt.in, got, tt.want)
		}
	}
}

// TestLongestRequest: a text that may be checked may be sent, however it is written.
func TestLongestRequest(t *testing.T) {
	text := strings.Repeat(`\ud83d\udeaa`, verify.MaxText)
	if _, err := verify.ReadRequest(strings.NewReader(`{"text":"` + text + `"}`)); err != nil {
		t.Error(err)
	}
}
