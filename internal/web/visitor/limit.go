package visitor

import (
	"hash/maphash"
	"net/netip"
	"sync"
	"time"
)

// A Limiter lets each network ask so many times a minute, all at once or spread. An
// IPv4 address is a network, and so is the /64 that a subscriber of IPv6 has; as
// many /64s as share a /48, which one may have for the asking, take together what a
// few may. It is safe for concurrent use.
//
// Its table is of a fixed size and forgets nobody: networks that fall into the same
// place share it, which takes tens of thousands of them to be noticed.
type Limiter struct {
	perMinute int
	seed      maphash.Seed

	mu   sync.Mutex
	next []int64 // by place: when its allowance is whole again, in nanoseconds
}

const (
	places   = 1 << 16 // half a megabyte
	together = 4       // /64s whose allowance a /48 has
)

// NewLimiter returns a Limiter. Without a positive perMinute there is no limit.
func NewLimiter(perMinute int) *Limiter {
	l := &Limiter{perMinute: perMinute, seed: maphash.MakeSeed()}
	if perMinute > 0 {
		l.next = make([]int64, places)
	}
	return l
}

// A share is what one network takes of its allowance.
type share struct {
	place int
	each  int64 // nanoseconds that a request takes to be earned anew
}

// Take counts what an address asks at a time and returns how long it must wait, 0 if
// it need not. What is refused costs nothing.
func (l *Limiter) Take(a netip.Addr, now time.Time) time.Duration {
	if l.perMinute <= 0 {
		return 0
	}
	shares := l.shares(a)
	l.mu.Lock()
	defer l.mu.Unlock()
	at := now.UnixNano()
	var wait int64
	for _, s := range shares {
		wait = max(wait, max(l.next[s.place], at)+s.each-at-int64(time.Minute))
	}
	if wait > 0 {
		return time.Duration(wait)
	}
	for _, s := range shares {
		l.next[s.place] = max(l.next[s.place], at) + s.each
	}
	return 0
}

func (l *Limiter) shares(a netip.Addr) []share {
	each := int64(time.Minute) / int64(l.perMinute)
	out := []share{{l.place(Network(a)), each}}
	if a.Is6() {
		out = append(out, share{l.place(Holding(a)), each / together})
	}
	return out
}

func (l *Limiter) place(n netip.Prefix) int {
	return int(maphash.Comparable(l.seed, n) % places)
}

// Network returns the network that counts as one subscriber: an IPv4 address, or the
// /64 of IPv6; the zero Prefix for no address.
func Network(a netip.Addr) netip.Prefix { return prefix(a, 64) }

// Holding returns the network that one holder may have at most: an IPv4 address, or
// the /48 of IPv6; the zero Prefix for no address.
func Holding(a netip.Addr) netip.Prefix { return prefix(a, 48) }

func prefix(a netip.Addr, bits int) netip.Prefix {
	if a = a.Unmap().WithZone(""); a.Is4() {
		bits = 32
	}
	p, err := a.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}
