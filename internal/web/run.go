package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

// Limits on what one connection may take. Answers are computed in
// milliseconds, so that these bound slow peers, not slow work.
const (
	headerTime  = 5 * time.Second
	readTime    = 10 * time.Second
	writeTime   = 30 * time.Second
	idleTime    = 2 * time.Minute
	stopTime    = 10 * time.Second // for requests under way when the server stops
	headerBytes = 16 << 10         // four times the longest question, percent-encoded
	bodyBytes   = 16 << 10         // a question is at most 512 runes
)

// Listen opens Addr, so that a caller knows whether it can be served before it
// says so. A port that is taken is an error of one line.
func (s *Server) Listen(ctx context.Context) error {
	l, err := s.listen(ctx)
	if err == nil {
		s.open = l
	}
	return err
}

// Run serves until ctx ends, and for Linger after that, then waits up to 10 seconds
// for the requests under way. It listens on Addr itself unless Listen has been called.
func (s *Server) Run(ctx context.Context) error {
	if s.open == nil {
		if err := s.Listen(ctx); err != nil {
			return err
		}
	}
	return s.serve(ctx, s.open)
}

func (s *Server) listen(ctx context.Context) (net.Listener, error) {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", s.opt.Addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s is taken by another program: stop it, or set PINCITE_WEB_ADDR to another port", s.opt.Addr)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("%s may not be opened by this user: set PINCITE_WEB_ADDR to a port above 1023", s.opt.Addr)
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return nil, fmt.Errorf("%s is no address of this machine: set PINCITE_WEB_ADDR to one that is", s.opt.Addr)
	case err != nil:
		return nil, fmt.Errorf("listen on %s: %w", s.opt.Addr, err)
	}
	return l, nil
}

// checkAddr refuses to open the server to other machines unless a public
// address says that this is meant.
func checkAddr(addr, public string) error {
	host, port, err := net.SplitHostPort(addr)
	if err != nil || port == "" {
		return fmt.Errorf("the address of the web server must be like %s: got %q", defaultAddr, addr)
	}
	ip, err := netip.ParseAddr(host)
	local := host == "localhost" || (err == nil && ip.IsLoopback())
	if local || public != "" {
		return nil
	}
	return fmt.Errorf("%s can be reached from other machines: set PINCITE_WEB_PUBLIC_URL if that is meant, else PINCITE_WEB_ADDR to 127.0.0.1:%s", addr, port)
}

func (s *Server) serve(ctx context.Context, l net.Listener) error {
	srv := &http.Server{
		Handler: s.handler, ReadHeaderTimeout: headerTime, ReadTimeout: readTime, WriteTimeout: writeTime,
		IdleTimeout: idleTime, MaxHeaderBytes: headerBytes,
		ErrorLog: slog.NewLogLogger(s.opt.Log.Handler(), slog.LevelDebug),
	}
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	s.opt.Log.Info("the reader is open", "address", "http://"+l.Addr().String(), "public", s.opt.PublicURL)
	select {
	case err := <-failed:
		return fmt.Errorf("serve on %s: %w", s.opt.Addr, err)
	case <-ctx.Done():
	}
	s.leaving.Store(true)
	select {
	case err := <-failed:
		return fmt.Errorf("serve on %s: %w", s.opt.Addr, err)
	case <-time.After(s.opt.Linger):
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
