package web

import (
	"net/netip"
	"strconv"
	"testing"
)

func TestASubscriberCountsAsOne(t *testing.T) {
	for _, c := range []struct{ address, want string }{
		{"203.0.113.1", "203.0.113.1/32"},
		{"2001:db8::1", "2001:db8::/64"},
		{"2001:db8::2", "2001:db8::/64"},
		{"2001:db8:0:1::2", "2001:db8:0:1::/64"},
		{"fe80::1%eth0", "fe80::/64"},
	} {
		if got := subscriber(netip.MustParseAddr(c.address)); got.String() != c.want {
			t.Errorf("%s: %s, want %s", c.address, got, c.want)
		}
	}
	if got := subscriber(netip.Addr{}); got.IsValid() {
		t.Errorf("no address: %s", got)
	}
}

// A limit of so many a minute lets so many ask at once; then one waits its turn.
func TestQuestionsAreLimited(t *testing.T) {
	o := options(t)
	o.AskPerMinute = 2
	s := newServer(t, o)
	for i, want := range []int{200, 200, 429} {
		if w := get(s, "/search?q=cadres"); w.Code != want {
			t.Errorf("question %d: %d, want %d", i+1, w.Code, want)
		} else if after, _ := strconv.Atoi(w.Header().Get("Retry-After")); want == 429 && (after < 1 || after > 30) { // the searches take some of it
			t.Errorf("Retry-After: %d", after)
		}
	}
}
