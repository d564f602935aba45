package visitor

import (
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// Loopback are the networks of this machine.
var Loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}

// Proxies are the networks of the reverse proxies that are trusted.
type Proxies []netip.Prefix

// Client returns the address that a request comes from: the peer's, or, where that is
// a proxy, what X-Forwarded-For says of it: the last entry that is no proxy. The
// earlier ones are whatever the client wrote. It is the zero Addr where that cannot be
// told.
func (p Proxies) Client(r *http.Request) netip.Addr {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	at := peer.Addr().Unmap()
	if !p.has(at) {
		return at
	}
	entries := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	first := netip.Addr{}
	for _, e := range slices.Backward(entries) {
		a, ok := parse(e)
		if !ok {
			return netip.Addr{}
		}
		if !p.has(a) {
			return a
		}
		if !first.IsValid() {
			first = a
		}
	}
	return first // all are proxies: the last one is vouched for
}

// Passed reports whether a request comes straight from a proxy, whose word counts.
func (p Proxies) Passed(r *http.Request) bool {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && p.has(peer.Addr().Unmap())
}

func (p Proxies) has(a netip.Addr) bool {
	return slices.ContainsFunc(p, func(n netip.Prefix) bool { return n.Contains(a) })
}

// parse reads an address, which some proxies write with the port.
func parse(s string) (netip.Addr, bool) {
	s = strings.TrimSpace(s)
	if a, err := netip.ParseAddr(strings.Trim(s, "[]")); err == nil {
		return a.Unmap().WithZone(""), true
	}
	ap, err := netip.ParseAddrPort(s)
	return ap.Addr().Unmap().WithZone(""), err == nil
}
