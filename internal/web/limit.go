package web

import (
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"pincite/internal/recent"
)

// loopback are the networks of this machine.
var loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}

// client returns the address that a request comes from: the peer's, or what a
// trusted proxy says of it. The last entry of X-Forwarded-For is the proxy's
// own; the earlier ones are whatever the client wrote.
func (s *Server) client(r *http.Request) netip.Addr {
	ap, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.IPv6Unspecified()
	}
	peer := ap.Addr().Unmap()
	forwarded := r.Header.Values("X-Forwarded-For")
	if len(forwarded) == 0 || !within(peer, s.opt.Proxies) {
		return peer
	}
	last := forwarded[len(forwarded)-1]
	if a, err := netip.ParseAddr(strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])); err == nil {
		return a.Unmap()
	}
	return peer
}

func within(a netip.Addr, networks []netip.Prefix) bool {
	for _, n := range networks {
		if n.Contains(a) {
			return true
		}
	}
	return false
}

// maxNetworks bounds the limiter's memory to about 2 MB.
const maxNetworks = 10_000

// readsAQuestion is how many pages, files and sections somebody may read for each
// question that they may ask: a page brings a dozen files along.
const readsAQuestion = 10

// asking lets h answer as many questions as the limit allows to one address.
func (s *Server) asking(h http.HandlerFunc) http.Handler {
	return s.limited(s.limit, "Too many questions from this address.", h)
}

// reading lets h show as many pages as the limit allows to one address.
func (s *Server) reading(h http.HandlerFunc) http.Handler {
	return s.limited(s.reads, "Too many pages for this address.", h)
}

func (s *Server) limited(limit *recent.Limiter[netip.Prefix], refusal string, h http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if wait, _ := limit.Take(subscriber(s.client(r)), time.Now()); wait > 0 {
			s.problem(w, r, http.StatusTooManyRequests, refusal+" Try again in "+retryAfter(w, wait)+" s.")
			return
		}
		h(w, r)
	})
}

// retryAfter tells the peer how long to wait, in whole seconds, and returns them.
func retryAfter(w http.ResponseWriter, wait time.Duration) string {
	seconds := strconv.Itoa(int(math.Ceil(wait.Seconds())))
	w.Header().Set("Retry-After", seconds)
	return seconds
}

// queueTime is how long a question may wait for those before it.
const queueTime = 2 * time.Second

// admitted runs what answers a question when it is its turn; if that takes too long
// it says so and returns false. Neither reading a request nor sending the answer
// belongs into it: a slow peer would keep others out.
func (s *Server) admitted(w http.ResponseWriter, r *http.Request, answer func()) bool {
	leave, err := s.opt.Gate.Enter(r.Context(), subscriber(s.client(r)).String(), queueTime)
	if err != nil {
		s.busy(w, r)
		return false
	}
	defer leave()
	answer()
	return true
}

// subscriber returns the network that counts as one: an IPv4 address, or the /64
// that one subscriber of IPv6 holds.
func subscriber(a netip.Addr) netip.Prefix {
	bits := 32
	if a.Is6() {
		bits = 64
	}
	p, err := a.WithZone("").Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}
