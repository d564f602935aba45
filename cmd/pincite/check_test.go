package main

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pincite/internal/store"
)

// answering is a Bot API that gives these results, by method.
func answering(t *testing.T, results map[string]string) string {
	t.Helper()
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		result, ok := results[filepath.Base(r.URL.Path)]
		if !ok {
			w.WriteHeader(http.StatusUnauthorized)
			io.WriteString(w, `{"ok":false,"error_code":401,"description":"Unauthorized"}`)
			return
		}
		io.WriteString(w, `{"ok":true,"result":`+result+`}`)
	}))
	t.Cleanup(api.Close)
	return api.URL
}

// checked runs check with variables of the environment.
func checked(t *testing.T, env []string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	p := &program{in: strings.NewReader(""), out: &out, errs: &errs, args: append([]string{"check", "--document", "testdata/house"}, args...),
		env: append(env, "PINCITE_INDEX_PATH="+filepath.Join(t.TempDir(), "cache"))}
	status = p.run(t.Context())
	for line := range strings.Lines(out.String()) {
		if state, rest, _ := strings.Cut(line, " "); !strings.Contains("ok warn fail off", state) || len(rest) < 12 {
			t.Errorf("no line of a check: %q", line)
		}
	}
	return status, out.String(), errs.String()
}

const me = `{"id":110201543,"is_bot":true,"first_name":"p","username":"pincite_bot","supports_inline_queries":true}`

func TestCheckTelegram(t *testing.T) {
	const (
		hook   = "PINCITE_TELEGRAM_WEBHOOK_URL=https://bot.example.org/secret-path"
		ours   = "https://bot.example.org/secret-path"
		theirs = "https://other.example.org/their-path"
	)
	info := func(url string, failed int64) string {
		return fmt.Sprintf(`{"url":%q,"pending_update_count":3,"last_error_date":%d,"last_error_message":"Connection refused"}`, url, failed)
	}
	long, now := time.Now().Add(-48*time.Hour).Unix(), time.Now().Unix()
	tests := []struct {
		name, env, info string
		status          int
		want            string
	}{
		{"refused", "", "", failure, "fail  token     telegram: the token was refused"},
		{"polling", "", info("", 0), success, "ok    webhook   none: the bot polls; 3 updates waiting"},
		{"polling with a webhook", "", info(theirs, 0), success, "warn  webhook   updates are pushed to other.example.org"},
		{"pushed", hook, info(ours, 0), success, "ok    webhook   set to bot.example.org; 3"},
		{"pushed, failed once", hook, info(ours, long), success, "ok    webhook   set to"},
		{"pushed, failing", hook, info(ours, now), success, "warn  webhook   a push to bot.example.org failed at "},
		{"not set yet", hook, info("", 0), success, "warn  webhook   not set yet"},
		{"pushed elsewhere", hook, info(theirs, 0), success, "warn  webhook   set to another address at other.example.org"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			results := map[string]string{"getMe": me, "getWebhookInfo": tt.info}
			if tt.info == "" {
				results = nil
			}
			status, out, errs := checked(t, []string{"PINCITE_TELEGRAM_TOKEN=" + token, "PINCITE_TELEGRAM_API_URL=" + answering(t, results), tt.env})
			if status != tt.status || !strings.Contains(out, tt.want) {
				t.Errorf("status %d, want %d with %q:\n%s%s", status, tt.status, tt.want, out, errs)
			}
			for _, secret := range []string{"AAHdq", "secret-path", "their-path"} {
				if strings.Contains(out+errs, secret) {
					t.Errorf("%q is printed:\n%s%s", secret, out, errs)
				}
			}
		})
	}
}

func TestCheckSettings(t *testing.T) {
	tests := []struct {
		env    []string
		status int
		want   string
	}{
		{[]string{"PINCITE_WEB_ADR=x"}, misused, "did you mean PINCITE_WEB_ADDR?"},
		{[]string{"PINCITE_WEB_ADDR=0.0.0.0:80"}, failure, "fail  settings  0.0.0.0:80 can be reached from other machines"},
		{[]string{"PINCITE_WEB_ADDR=off"}, failure, "fail  settings  nothing to serve"},
		{[]string{"PINCITE_TELEGRAM_TOKEN=12:short-secret", "PINCITE_TELEGRAM_API_URL=http://127.0.0.1:1"}, failure, "fail  token     telegram: the token is not of the form"},
		{[]string{"PINCITE_TELEGRAM_TOKEN=" + token, "PINCITE_TELEGRAM_API_URL=http://127.0.0.1:1"}, failure, "fail  token     telegram: no answer: getMe: "},
		{[]string{"PINCITE_STORE_URL=postgres://u:short-secret@127.0.0.1:1/x"}, failure, "fail  store     store: database x at 127.0.0.1: "},
		{[]string{"PINCITE_STORE_PATH=" + t.TempDir()}, failure, "fail  store     store: open "},
		{[]string{"PINCITE_STORE_PATH=" + t.TempDir() + "/absent/p.db"}, failure, "nothing can be written to the folder"},
		{nil, success, "off   store     in memory"},
	}
	for _, tt := range tests {
		status, out, errs := checked(t, tt.env)
		if status != tt.status || !strings.Contains(out+errs, tt.want) || strings.Contains(out+errs, "short-secret") || strings.Contains(out+errs, "AAHdq") {
			t.Errorf("%v: status %d, want %d with %q:\n%s%s", tt.env, status, tt.status, tt.want, out, errs)
		}
	}
	if status, out, _ := checked(t, nil, "--document", "testdata/absent"); status != failure || !strings.Contains(out, "fail  document  open document testdata/absent") {
		t.Errorf("no document: status %d:\n%s", status, out)
	}
	if status, out, _ := checked(t, nil, "--document", "./testdata/house"); status != failure || !strings.Contains(out, "fail  index     ") {
		t.Errorf("one document twice: status %d:\n%s", status, out)
	}
}

// TestCheckStore: what is kept is counted, also while it is in use, and nothing of it
// is changed.
func TestCheckStore(t *testing.T) {
	name := filepath.Join(t.TempDir(), "pincite.db")
	env := []string{"PINCITE_STORE_PATH=" + name}
	if _, out, _ := checked(t, env); !strings.Contains(out, "empty, serve makes the tables") {
		t.Errorf("none yet:\n%s", out)
	}
	if _, err := os.Stat(name); err == nil {
		t.Error("check has made the file")
	}
	s, err := store.Open(t.Context(), store.Options{Path: name})
	if err != nil {
		t.Fatal(err)
	}
	if _, out, _ := checked(t, env); !strings.Contains(out, "in use by a process, and only one can; 0 ratings, 0 unanswered questions") {
		t.Errorf("in use:\n%s", out)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, out, _ := checked(t, env); !strings.Contains(out, "pincite.db: 0 ratings") {
		t.Errorf("at rest:\n%s", out)
	}
	db, err := sql.Open("sqlite", name)
	if err == nil {
		_, err = db.Exec(`UPDATE pincite_store SET version = 1000`)
		db.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	if status, out, _ := checked(t, env); status != failure || !strings.Contains(out, "use a newer program") {
		t.Errorf("of a later program: status %d:\n%s", status, out)
	}
	if err := os.WriteFile(name, []byte("my diary"), 0o600); err != nil {
		t.Fatal(err)
	}
	if status, out, _ := checked(t, env); status != failure || !strings.Contains(out, "not a store of this program") {
		t.Errorf("another file: status %d:\n%s", status, out)
	}
}

// TestCheckLive asks a serve that lives, then one that is gone.
func TestCheckLive(t *testing.T) {
	out := newLogs()
	p := &program{in: strings.NewReader(""), out: out, errs: out, args: []string{"serve", "--document", "testdata/house"}, env: []string{"PINCITE_WEB_ADDR=127.0.0.1:0"}}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	ended := make(chan int, 1)
	go func() { ended <- p.run(ctx) }()
	address := strings.TrimPrefix(out.after(t, `msg="the reader is open" address=`), "http://")
	env := []string{"PINCITE_WEB_ADDR=" + address}
	if status, said, errs := live(t, env); status != success || said != "alive\n" {
		t.Errorf("status %d: %s%s", status, said, errs)
	}
	stop()
	<-ended
	if status, _, errs := live(t, env); status != failure || !strings.Contains(errs, "not alive") {
		t.Errorf("after its end: status %d: %s", status, errs)
	}
	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
	if status, _, errs := live(t, []string{"PINCITE_WEB_ADDR=" + strings.TrimPrefix(other.URL, "http://")}); status != failure || !strings.Contains(errs, "404") {
		t.Errorf("another program: status %d: %s", status, errs)
	}
	if status, _, errs := live(t, []string{"PINCITE_WEB_ADDR=off", "PINCITE_ADMIN_ADDR=off"}); status != misused || !strings.Contains(errs, "set one of them") || strings.Count(errs, "\n") != 1 {
		t.Errorf("with nobody to ask: status %d: %s", status, errs)
	}
	metrics := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/metrics" {
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	defer metrics.Close()
	if status, said, errs := live(t, []string{"PINCITE_WEB_ADDR=off", "PINCITE_ADMIN_ADDR=" + strings.TrimPrefix(metrics.URL, "http://")}); status != success || said != "alive\n" {
		t.Errorf("without a reader: status %d: %s%s", status, said, errs)
	}
}

func live(t *testing.T, env []string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	p := &program{in: strings.NewReader(""), out: &out, errs: &errs, args: []string{"check", "--live"}, env: env}
	status = p.run(t.Context())
	return status, out.String(), errs.String()
}
