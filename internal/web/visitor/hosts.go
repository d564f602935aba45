package visitor

import (
	"net"
	"net/netip"
	"slices"
	"strings"
)

// Hosts are the names that a server is called by.
type Hosts []string

// Has reports whether a server may be called by what a Host header says. A page of
// another site can let its own name lead to this server, and its script then counts
// as one of this server's pages; so a name of the public naming system must be one
// of the server's own. An address, a name of this machine and one of a single label
// cannot be another site's. A request without the header comes from no browser.
func (h Hosts) Has(header string) bool {
	name := nameOf(header)
	if name == "" {
		return header == ""
	}
	if _, err := netip.ParseAddr(name); err == nil {
		return true
	}
	return !strings.Contains(name, ".") || strings.HasSuffix(name, ".localhost") ||
		slices.ContainsFunc(h, func(own string) bool { return nameOf(own) == name })
}

// nameOf returns the name in "name:port", without the brackets of an address.
func nameOf(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return strings.TrimSuffix(strings.ToLower(host), ".")
}
