package listen

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"time"
)

// Limits on what one connection may take. Answers are computed in
// milliseconds, so that these bound slow peers, not slow work.
const (
	HeaderTime  = 5 * time.Second
	ReadTime    = 10 * time.Second
	WriteTime   = 30 * time.Second
	idleTime    = 2 * time.Minute
	stopTime    = 10 * time.Second // for requests under way when the server stops
	headerBytes = 16 << 10         // four times the longest question, percent-encoded
)

// Open opens an address. What is wrong with it is one line, which says which
// environment variable sets it.
func Open(ctx context.Context, addr, variable string) (net.Listener, error) {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s is taken by another program: stop it, or set %s to another port", addr, variable)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("%s may not be opened by this user: set %s to a port above 1023", addr, variable)
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return nil, fmt.Errorf("%s is no address of this machine: set %s to one that is", addr, variable)
	case err != nil:
		return nil, fmt.Errorf("listen on %s: %w", addr, err)
	}
	return l, nil
}

// Server returns a server with the limits. Its complaints of single connections are
// logged for debugging.
func Server(h http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler: h, ReadHeaderTimeout: HeaderTime, ReadTimeout: ReadTime, WriteTimeout: WriteTime,
		IdleTimeout: idleTime, MaxHeaderBytes: headerBytes,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
}

// Run serves until ctx ends, calls leaving, serves for linger after that, then waits
// up to 10 seconds for the requests under way.
func Run(ctx context.Context, srv *http.Server, l net.Listener, linger time.Duration, leaving func()) error {
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve on %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	leaving()
	select {
	case err := <-failed:
		return fmt.Errorf("serve on %s: %w", l.Addr(), err)
	case <-time.After(linger):
		return stop(srv)
	}
}

// stop lets the requests under way finish.
func stop(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		return errors.Join(fmt.Errorf("stop the web server: %w", err), srv.Close())
	}
	return nil
}
