package visitor

import (
	"fmt"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"
)

func TestClient(t *testing.T) {
	proxies := append(Proxies{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("2001:db8:f::/48")}, Loopback...)
	for _, tc := range []struct {
		name, peer string
		forwarded  []string
		want       string
	}{
		{"no peer", "@", nil, "invalid IP"},
		{"a proxy that says nothing", "127.0.0.1:1", nil, "invalid IP"},
		{"a proxy that says nothing readable", "127.0.0.1:1", []string{"unknown"}, "invalid IP"},
		{"nothing readable after something", "127.0.0.1:1", []string{"127.0.0.1, unknown"}, "invalid IP"},
		{"an empty entry", "127.0.0.1:1", []string{"1.2.3.4, "}, "invalid IP"},
		{"an empty header", "10.0.0.1:1", []string{""}, "invalid IP"},
		{"no proxy", "203.0.113.9:1", nil, "203.0.113.9"},
		{"a header that nobody vouches for", "203.0.113.9:1", []string{"127.0.0.1"}, "203.0.113.9"},
		{"a proxy", "127.0.0.1:1", []string{"1.2.3.4"}, "1.2.3.4"},
		{"what the client wrote comes first", "127.0.0.1:1", []string{"127.0.0.1, 1.2.3.4"}, "1.2.3.4"},
		{"nonsense that the client wrote", "127.0.0.1:1", []string{"unknown, 1.2.3.4"}, "1.2.3.4"},
		{"two headers", "127.0.0.1:1", []string{"9.9.9.9", "1.2.3.4"}, "1.2.3.4"},
		{"a proxy behind a proxy", "127.0.0.1:1", []string{"9.9.9.9, 1.2.3.4, 10.2.2.2"}, "1.2.3.4"},
		{"nothing but proxies", "127.0.0.1:1", []string{"10.9.9.9, 10.2.2.2"}, "10.2.2.2"},
		{"with a port", "10.1.2.3:1", []string{"1.2.3.4:567"}, "1.2.3.4"},
		{"IPv6 with a port", "10.1.2.3:1", []string{"[2001:db8::1]:567"}, "2001:db8::1"},
		{"IPv6 in brackets", "10.1.2.3:1", []string{"[2001:db8::1]"}, "2001:db8::1"},
		{"a proxy of IPv6", "[2001:db8:f::1]:1", []string{"2001:db8::1"}, "2001:db8::1"},
		{"IPv4 within IPv6", "[::ffff:10.0.0.1]:1", []string{"::ffff:1.2.3.4"}, "1.2.3.4"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = tc.peer
		r.Header["X-Forwarded-For"] = tc.forwarded
		if got := proxies.Client(r); got.String() != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}

func TestNetworks(t *testing.T) {
	for _, c := range []struct{ address, network, holding string }{
		{"203.0.113.1", "203.0.113.1/32", "203.0.113.1/32"},
		{"::ffff:203.0.113.1", "203.0.113.1/32", "203.0.113.1/32"},
		{"2001:db8::1", "2001:db8::/64", "2001:db8::/48"},
		{"2001:db8:0:1::2", "2001:db8:0:1::/64", "2001:db8::/48"},
		{"fe80::1%eth0", "fe80::/64", "fe80::/48"},
	} {
		a := netip.MustParseAddr(c.address)
		if n, h := Network(a), Holding(a); n.String() != c.network || h.String() != c.holding {
			t.Errorf("%s: %s within %s", c.address, n, h)
		}
	}
	if Network(netip.Addr{}).IsValid() || Holding(netip.Addr{}).IsValid() {
		t.Error("no address is in a network")
	}
}

var start = time.Unix(1_000_000, 0)

// passed counts what passes of so many requests at a time.
func passed(l *Limiter, n int, now time.Time, from func(i int) string) (out int) {
	for i := range n {
		if l.Take(netip.MustParseAddr(from(i)), now) == 0 {
			out++
		}
	}
	return out
}

func TestLimiter(t *testing.T) {
	one := func(int) string { return "203.0.113.9" }
	l := NewLimiter(4)
	for i, tc := range []struct {
		after  time.Duration
		passed int
	}{{0, 4}, {0, 0}, {14 * time.Second, 0}, {15 * time.Second, 1}, {45 * time.Second, 2}, {10 * time.Minute, 4}} {
		if got := passed(l, 10, start.Add(tc.after), one); got != tc.passed {
			t.Errorf("step %d: %d pass, want %d", i, got, tc.passed)
		}
	}
	if wait := l.Take(netip.MustParseAddr(one(0)), start.Add(10*time.Minute)); wait != 15*time.Second {
		t.Errorf("wait %v", wait)
	}
	if wait := l.Take(netip.MustParseAddr("203.0.113.10"), start.Add(10*time.Minute)); wait != 0 {
		t.Errorf("another waits %v", wait)
	}
	for _, none := range []int{0, -1} {
		if got := passed(NewLimiter(none), 1000, start, one); got != 1000 {
			t.Errorf("%d a minute: %d pass", none, got)
		}
	}
}

// Nobodies share one allowance.
func TestNobody(t *testing.T) {
	l := NewLimiter(2)
	got := 0
	for range 100 {
		if l.Take(netip.Addr{}, start) == 0 {
			got++
		}
	}
	if got != 2 {
		t.Errorf("%d pass", got)
	}
}

// Who holds a /48 gets what a few subscribers do, from however many of its /64s.
func TestHolderIsLimited(t *testing.T) {
	l := NewLimiter(120)
	got := passed(l, 20_000, start, func(i int) string { return fmt.Sprintf("2001:db8:1:%x::1", i) })
	if got > 4*120 || got < 3*120 { // a few of its networks fall into the same place as the whole
		t.Errorf("%d pass, want %d", got, 4*120)
	}
	if got := passed(l, 200, start, func(int) string { return "2001:db8:2:1::1" }); got > 120 || got < 110 { // it may share a place with some of the others
		t.Errorf("of another, %d pass, want 120", got)
	}
}

// However many networks ask, nobody who has used up what there is gets it anew.
func TestNobodyIsForgotten(t *testing.T) {
	l := NewLimiter(10)
	one := func(int) string { return "203.0.113.9" }
	passed(l, 20, start, one)
	flood := passed(l, 50_000, start, func(i int) string { return fmt.Sprintf("2001:db8:%x::1", i) })
	if flood < 49_000 {
		t.Errorf("%d of 50000 strangers pass once", flood)
	}
	if got := passed(l, 20, start, one); got != 0 {
		t.Errorf("after the flood, %d pass", got)
	}
}

func TestHosts(t *testing.T) {
	h := Hosts{"docs.example.org", "intern.example:8080", "127.0.0.1:8080"}
	for host, want := range map[string]bool{
		"evil.example": false, "sub.docs.example.org": false, "localhost.evil.example": false, "127.0.0.1.example": false, "localhost.": true,
		"docs.example.org": true, "Docs.Example.Org:80": true, "intern.example": true, "localhost": true, "a.localhost:1": true,
		"[::1]": true, "::1": true, "[::1]:80": true, "192.0.2.1": true, "web": true, "": true, ":80": false,
	} {
		if h.Has(host) != want {
			t.Errorf("%q: %v", host, !want)
		}
	}
}
