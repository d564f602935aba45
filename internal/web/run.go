package web

import (
	"context"
	"fmt"
	"net"
	"net/netip"

	"pincite/internal/listen"
)

// bodyBytes is enough for a question and those before it: each is at most 512 runes.
const bodyBytes = 16 << 10

// Listen opens Addr, so that a caller knows whether it can be served before it
// says so. A port that is taken is an error of one line.
func (s *Server) Listen(ctx context.Context) (err error) {
	s.open, err = listen.Open(ctx, s.opt.Addr, "PINCITE_WEB_ADDR")
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
	s.opt.Log.Info("the reader is open", "address", "http://"+s.open.Addr().String(), "public", s.opt.PublicURL)
	return listen.Run(ctx, listen.Server(s.handler, s.opt.Log), s.open, s.opt.Linger, s.ready.Stop)
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
