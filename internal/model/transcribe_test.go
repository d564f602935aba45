package model

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
)

func TestTranscribe(t *testing.T) {
	c, _ := fake(t, func(w http.ResponseWriter, r *http.Request) {
		file, head, err := r.FormFile("file")
		if err != nil {
			t.Error(err)
			return
		}
		sound, _ := io.ReadAll(file)
		if r.URL.Path != "/v1/audio/transcriptions" || r.Header.Get("Authorization") != "Bearer "+key || r.FormValue("model") != "m" ||
			r.FormValue("response_format") != "json" || head.Filename != "voice.ogg" || string(sound) != "Ogg\x00S" {
			t.Errorf("%s %v, file %q %q", r.URL.Path, r.Form, head.Filename, sound)
		}
		says(200, `{"text":" How late may I come in?\n","language":"en"}`)(w, r)
	})
	got, err := c.Transcribe(t.Context(), Recording{"voice.ogg", []byte("Ogg\x00S")})
	if err != nil || got != "How late may I come in?" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestTranscribeFaults(t *testing.T) {
	long, _ := json.Marshal(map[string]string{"text": strings.Repeat("la ", MaxTranscript)})
	for _, tt := range []struct {
		name    string
		handler http.HandlerFunc
		want    string
		reply   bool
		waits   int
	}{
		{"busy for ever", says(429, "slow down"), "429 Too Many Requests", false, 2},
		{"broken for ever", says(500, "<html>oops"), "500 Internal Server Error: an HTML page", false, 2},
		{"an HTML page", says(200, "<html>Log in</html>"), "is the address right?", false, 0},
		{"half a response", says(200, `{"text":"How la`), "not a transcript", false, 0},
		{"a list", says(200, `[]`), "not a transcript", false, 0},
		{"no text", says(200, `{"task":"transcribe"}`), "has no text", true, 0},
		{"a number", says(200, `{"text":7}`), "not a transcript", false, 0},
		{"no such call", says(404, "not found"), "404 Not Found", false, 0},
		{"not that format", says(400, "unsupported file"), "400 Bad Request: unsupported file", true, 0},
		{"far too long", says(200, string(long)), "longer than 256 kB", true, 0},
		{"connection torn", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "call 127.0.0.1", false, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, waits := fake(t, tt.handler)
			got, err := c.Transcribe(t.Context(), Recording{"voice.ogg", nil})
			if err == nil || got != "" || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), key) {
				t.Fatalf("%q, %v; want %q", got, err, tt.want)
			}
			if errors.Is(err, ErrReply) != tt.reply || len(*waits) != tt.waits {
				t.Errorf("ErrReply %v, want %v; waits %v, want %d", !tt.reply, tt.reply, *waits, tt.waits)
			}
		})
	}
}
