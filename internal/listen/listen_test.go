package listen

import (
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// A wire is a listener without a network, so that a test in a bubble of package synctest
// sees minutes go by in no time.
type wire struct {
	conns chan net.Conn
	once  sync.Once
	shut  chan struct{}
}

// Accept implements net.Listener.
func (w *wire) Accept() (net.Conn, error) {
	select {
	case c := <-w.conns:
		return c, nil
	case <-w.shut:
		return nil, net.ErrClosed
	}
}

// Close implements net.Listener.
func (w *wire) Close() error { w.once.Do(func() { close(w.shut) }); return nil }

// Addr implements net.Listener.
func (w *wire) Addr() net.Addr { return &net.TCPAddr{} }

// An end is the server's end of a connection, which tells when it is closed.
type end struct {
	net.Conn
	once   sync.Once
	closed chan struct{}
}

// Close implements net.Conn.
func (e *end) Close() error { e.once.Do(func() { close(e.closed) }); return e.Conn.Close() }

// TestSlowPeers: a connection that does not get on is closed after a time, whatever it
// waits for.
func TestSlowPeers(t *testing.T) {
	for name, c := range map[string]struct {
		sends string
		reads bool
		after time.Duration
	}{
		"sends nothing":         {"", true, HeaderTime},
		"half a head":           {"GET / HTTP/1.1\r\nHost: x\r\n", true, HeaderTime},
		"half a body":           {"POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf", true, ReadTime},
		"never reads":           {"GET /long HTTP/1.1\r\nHost: x\r\n\r\n", false, WriteTime},
		"asks once and stays":   {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", true, idleTime},
		"too long a head":       {"GET / HTTP/1.1\r\nHost: x\r\nX: " + strings.Repeat("x", 3*headerBytes) + "\r\n\r\n", true, time.Second},
		"asks and says goodbye": {"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", true, time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				mux := http.NewServeMux()
				mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "here") })
				mux.HandleFunc("/body", func(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) })
				mux.HandleFunc("/long", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, strings.Repeat("long ", 1<<20)) })
				srv := Server(mux, slog.New(slog.DiscardHandler))
				l := &wire{conns: make(chan net.Conn), shut: make(chan struct{})}
				go srv.Serve(l)
				defer srv.Close()
				ours, theirs := net.Pipe()
				defer ours.Close()
				e := &end{Conn: theirs, closed: make(chan struct{})}
				l.conns <- e
				began := time.Now()
				go io.WriteString(ours, c.sends)
				if c.reads {
					go io.Copy(io.Discard, ours)
				}
				select {
				case <-e.closed:
				case <-time.After(time.Hour):
					t.Fatal("it is never closed")
				}
				if took := time.Since(began); took > c.after || c.after > time.Second && took < c.after {
					t.Errorf("closed after %s, want %s", took, c.after)
				}
			})
		})
	}
}
