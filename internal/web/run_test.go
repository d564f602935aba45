package web

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestAddressesThatAreRefused(t *testing.T) {
	for _, tc := range []struct{ addr, public, want string }{
		{"8080", "", "must be like"},
		{"127.0.0.1", "", "must be like"},
		{"127.0.0.1:", "", "must be like"},
		{":8080", "", "PINCITE_WEB_PUBLIC_URL"},
		{"0.0.0.0:8080", "", "PINCITE_WEB_PUBLIC_URL"},
		{"[::]:8080", "", "PINCITE_WEB_PUBLIC_URL"},
		{"192.168.1.5:8080", "", "PINCITE_WEB_PUBLIC_URL"},
		{"example.org:8080", "", "PINCITE_WEB_PUBLIC_URL"},
		{"0.0.0.0:8080", "https://example.org", ""},
		{"127.0.0.1:8080", "", ""},
		{"127.9.9.9:0", "", ""},
		{"[::1]:8080", "", ""},
		{"localhost:8080", "", ""},
	} {
		err := checkAddr(tc.addr, tc.public)
		switch {
		case tc.want == "" && err != nil:
			t.Errorf("%s: %v", tc.addr, err)
		case tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want) || strings.Contains(err.Error(), "\n")):
			t.Errorf("%s: %v, want one line with %s", tc.addr, err, tc.want)
		}
	}
}

func TestPortIsTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	o := options(t)
	o.Addr = l.Addr().String()
	err = newServer(t, o).Run(t.Context())
	if err == nil || !strings.HasPrefix(err.Error(), o.Addr+" is taken") || strings.Contains(err.Error(), "\n") {
		t.Errorf("Run: %v", err)
	}
}

// A request that is under way when the server stops is answered; a later one
// finds nobody.
func TestGracefulStop(t *testing.T) {
	entered, release := make(chan struct{}), make(chan struct{})
	o := options(t)
	o.Addr = "127.0.0.1:0"
	o.Extra = map[string]http.Handler{"/slow": http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(entered)
		<-release
		io.WriteString(w, "done")
	})}
	s := newServer(t, o)
	ctx, cancel := context.WithCancel(t.Context())
	if err := s.Listen(ctx); err != nil {
		t.Fatal(err)
	}
	l := s.open
	stopped, answered := make(chan error, 1), make(chan string, 1)
	go func() { stopped <- s.Run(ctx) }()
	go func() { answered <- fetch("http://" + l.Addr().String() + "/slow") }()
	<-entered
	cancel()
	<-s.ready.Stopping()
	close(release)
	if got := <-answered; got != "done" {
		t.Errorf("the request under way got %q", got)
	}
	if err := <-stopped; err != nil {
		t.Errorf("serve: %v", err)
	}
	if _, err := net.Dial("tcp", l.Addr().String()); err == nil {
		t.Error("the port is still open")
	}
}

// With Linger, a server that is told to stop says that it is not ready and still
// answers whoever comes.
func TestLinger(t *testing.T) {
	o := options(t)
	o.Addr, o.Linger = "127.0.0.1:0", time.Hour
	s := newServer(t, o)
	ctx, cancel := context.WithCancel(t.Context())
	if err := s.Listen(ctx); err != nil {
		t.Fatal(err)
	}
	l := s.open
	stopped := make(chan error, 1)
	go func() { stopped <- s.Run(ctx) }()
	base := "http://" + l.Addr().String()
	if got := fetch(base + "/readyz"); got != "ready\n" {
		t.Errorf("before: %q", got)
	}
	cancel()
	<-s.ready.Stopping()
	if got := fetch(base + "/readyz"); got != "stopping\n" {
		t.Errorf("while it lingers: %q", got)
	}
	if got := fetch(base + "/healthz"); got != "ok\n" {
		t.Errorf("while it lingers: %q", got)
	}
	l.Close()
	if err := <-stopped; !errors.Is(err, net.ErrClosed) {
		t.Errorf("serve: %v", err)
	}
}

func fetch(url string) string {
	r, err := http.Get(url)
	if err != nil {
		return err.Error()
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	return string(b) + bodyOf(err)
}

func bodyOf(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestServeFails(t *testing.T) {
	s := newServer(t, options(t))
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	s.open = l
	if err := s.Run(t.Context()); !errors.Is(err, net.ErrClosed) {
		t.Errorf("serve on a closed listener: %v", err)
	}
}
