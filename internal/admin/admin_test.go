package admin

import (
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func counted(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "pincite_updates 1") }

func TestHandler(t *testing.T) {
	s := New("127.0.0.1:9090", http.HandlerFunc(counted), slog.New(slog.DiscardHandler))
	for _, tc := range []struct {
		target, host string
		status       int
	}{
		{"/metrics", "evil.example", 421}, {"/debug/pprof/", "evil.example:9090", 421},
		{"/", "localhost", 404}, {"/debug/pprof/cmdline", "localhost", 404}, {"/debug/pprof/none", "localhost", 404},
		{"/metrics", "localhost:9090", 200}, {"/metrics", "127.0.0.1:9090", 200}, {"/metrics", "pincite:9090", 200},
		{"/debug/pprof/", "localhost", 200}, {"/debug/pprof/heap", "localhost", 200},
	} {
		r := httptest.NewRequest("GET", tc.target, nil)
		r.Host = tc.host
		w := httptest.NewRecorder()
		if s.handler.ServeHTTP(w, r); w.Code != tc.status {
			t.Errorf("%s of %s: %d, want %d", tc.target, tc.host, w.Code, tc.status)
		}
	}
}

func TestListen(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, addr := range []string{taken.Addr().String(), "nowhere", "192.0.2.1:0"} {
		err := New(addr, http.HandlerFunc(counted), slog.New(slog.DiscardHandler)).Listen(t.Context())
		if err == nil || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), addr) {
			t.Errorf("%s: %v", addr, err)
		}
	}
}
