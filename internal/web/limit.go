package web

import (
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"sync"
	"time"
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

// limited lets h answer as often as the limit allows to one address.
func (s *Server) limited(h http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if wait := s.limit.take(s.client(r)); wait > 0 {
			seconds := int(math.Ceil(wait.Seconds()))
			w.Header().Set("Retry-After", strconv.Itoa(seconds))
			s.problem(w, r, http.StatusTooManyRequests, "Too many questions from this address. Try again in "+strconv.Itoa(seconds)+" s.")
			return
		}
		h(w, r)
	})
}

// maxBuckets bounds the limiter's memory to about 1 MB.
const maxBuckets = 10_000

// A limiter is one token bucket for each network: an IPv4 address, or the /64
// that one subscriber of IPv6 holds.
type limiter struct {
	rate  float64 // tokens a second; negative for no limit
	burst float64 // tokens that a full bucket holds: those of a minute
	now   func() time.Time

	mu      sync.Mutex
	buckets map[netip.Prefix]*bucket
}

type bucket struct {
	tokens float64
	at     time.Time
}

func newLimiter(perMinute int, now func() time.Time) *limiter {
	return &limiter{rate: float64(perMinute) / 60, burst: float64(perMinute), now: now, buckets: make(map[netip.Prefix]*bucket)}
}

// take returns 0 and counts the request, or the time after which to come back.
func (l *limiter) take(a netip.Addr) time.Duration {
	if l.rate < 0 {
		return 0
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	b := l.bucket(subscriber(a), now)
	b.tokens = min(l.burst, b.tokens+now.Sub(b.at).Seconds()*l.rate)
	b.at = now
	if b.tokens < 1 {
		return time.Duration((1 - b.tokens) / l.rate * float64(time.Second))
	}
	b.tokens--
	return 0
}

func (l *limiter) bucket(n netip.Prefix, now time.Time) *bucket {
	if b := l.buckets[n]; b != nil {
		return b
	}
	if len(l.buckets) >= maxBuckets {
		l.forget(now)
	}
	b := &bucket{tokens: l.burst, at: now}
	l.buckets[n] = b
	return b
}

// forget drops the buckets that have filled up again, which lose nothing, and
// all of them if there are none: a flood must not cost a search each time.
func (l *limiter) forget(now time.Time) {
	for n, b := range l.buckets {
		if b.tokens+now.Sub(b.at).Seconds()*l.rate >= l.burst {
			delete(l.buckets, n)
		}
	}
	if len(l.buckets) >= maxBuckets {
		clear(l.buckets)
	}
}

// subscriber returns the network that counts as one.
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
