package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// TestLogsTellNobody runs the whole service at its most talkative and makes what can go
// wrong go wrong: no log has a word of a question or the number of a person, and each
// thing that is asked can be followed by its name.
func TestLogsTellNobody(t *testing.T) {
	const person, words = "777000111", "zyzzyva"
	refused := make(chan struct{}, 10)
	var asked atomic.Bool
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch method := filepath.Base(r.URL.Path); {
		case method == "getMe":
			io.WriteString(w, `{"ok":true,"result":`+me+`}`)
		case method == "getUpdates" && !asked.Swap(true):
			fmt.Fprintf(w, `{"ok":true,"result":[{"update_id":41,"message":{"message_id":1,"date":1,"text":"how often is the %s fed?",
				"from":{"id":%s,"is_bot":false,"first_name":"Ann","language_code":"en"},"chat":{"id":%[2]s,"type":"private","first_name":"Ann"}}}]}`, words, person)
		case method == "getUpdates":
			select {
			case <-r.Context().Done():
			case <-time.After(50 * time.Millisecond):
			}
			io.WriteString(w, `{"ok":true,"result":[]}`)
		case method == "sendMessage":
			w.WriteHeader(http.StatusBadRequest)
			io.WriteString(w, `{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}`)
			select {
			case refused <- struct{}{}:
			default:
			}
		default:
			io.WriteString(w, `{"ok":true,"result":true}`)
		}
	}))
	defer api.Close()
	out := newLogs()
	p := &program{in: strings.NewReader(""), out: out, errs: out, args: []string{"serve", "--log-level", "debug", "--log-format", "json", "--document", "testdata/house"}, env: []string{
		"PINCITE_WEB_ADDR=127.0.0.1:0", "PINCITE_TELEGRAM_TOKEN=" + token, "PINCITE_TELEGRAM_API_URL=" + api.URL,
	}}
	ended := make(chan int, 1)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go func() { ended <- p.run(ctx) }()
	address := strings.TrimSuffix(out.after(t, `"the reader is open","address":"`), "\n")
	address, _, _ = strings.Cut(address, `"`)
	<-refused
	resp, err := http.Get(address + "/api/ask?q=" + words)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	name := resp.Header.Get("X-Request-Id")
	out.after(t, `"update not answered"`)
	stop()
	if got := <-ended; got != success {
		t.Errorf("status %d", got)
	}
	said := out.String()
	for _, private := range []string{person, words, "Ann", "AAHdq"} {
		if strings.Contains(said, private) {
			t.Errorf("the log has %q:\n%s", private, said)
		}
	}
	for _, want := range []string{`"request":"update-41"`, `"request":"` + name + `"`} {
		if name == "" || !strings.Contains(said, want) {
			t.Errorf("the log lacks %s:\n%s", want, said)
		}
	}
}
