package model

import (
	"strings"
	"testing"
)

// FuzzBody: whatever a server sends in the place of a completion or a transcript, it is read
// or refused in one line.
func FuzzBody(f *testing.F) {
	for _, body := range []string{
		"", "null", "[]", `{"choices":[]}`, `{"choices":[{"message":{"content":"x"},"finish_reason":"stop"}],"usage":{"total_tokens":-1}}`,
		`{"choices":[{"message":{"content":null,"refusal":"no"}}]}`, `{"text":"when does it open?"}`, `{"text":null}`, `{"text":"\ud800"}`, `{"choices":[{}]}`,
	} {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		r, err := readCompletion(body)
		if err == nil && strings.TrimSpace(r.Text) == "" {
			t.Error("an empty reply")
		}
		said, unheard := readTranscript(body)
		if len(said) > MaxTranscript {
			t.Errorf("a transcript of %d bytes", len(said))
		}
		for _, err := range []error{err, unheard} {
			if err != nil && strings.Contains(err.Error(), "\n") {
				t.Errorf("%q", err)
			}
		}
	})
}
