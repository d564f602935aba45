package visitor

import (
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
)

// FuzzClient: whatever a request says of whom it is for, only what a proxy has added last
// counts, and a name is never taken for another one.
func FuzzClient(f *testing.F) {
	for _, said := range []string{"", "1.2.3.4", "127.0.0.1, unknown", "[::1]:80,10.0.0.1", "::ffff:10.0.0.1", ",", "fe80::1%eth0"} {
		f.Add(said, "docs.example.org:80")
	}
	proxies := Proxies{netip.MustParsePrefix("10.0.0.0/8")}
	hosts := Hosts{"docs.example.org"}
	f.Fuzz(func(t *testing.T, said, host string) {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = "10.0.0.1:5000"
		r.Header["X-Forwarded-For"] = []string{said}
		before := proxies.Client(r)
		r.Header["X-Forwarded-For"] = []string{"127.0.0.1, " + said}
		if after := proxies.Client(r); before.IsValid() && !proxies.has(before) && after != before {
			t.Errorf("%q: %s, and with something before it %s", said, before, after)
		}
		r.RemoteAddr = "203.0.113.9:5000"
		if got := proxies.Client(r); got != netip.MustParseAddr("203.0.113.9") {
			t.Errorf("%q from no proxy is believed: %s", said, got)
		}
		if strings.HasSuffix(nameOf(host), ".evil.example") && hosts.Has(host) {
			t.Errorf("%q is one of ours", host)
		}
	})
}
