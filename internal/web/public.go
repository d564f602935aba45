package web

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// publicURL reads a public address: scheme, host, and perhaps a path, without a
// closing slash.
func publicURL(public string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimRight(public, "/"))
	switch {
	case err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil ||
		u.ForceQuery || !plainPath(u.EscapedPath()):
		return nil, fmt.Errorf("the public address of the web server must be like https://example.org or https://example.org/rules: got %q", public)
	case slices.Contains(ownPaths, first(u.Path)):
		return nil, fmt.Errorf("the path of the public address may not begin with /%s, which the reader has itself: got %q", first(u.Path), public)
	}
	return u, nil
}

// ownPaths are what the site's own addresses begin with: the same before them could
// not be told from one of them.
var ownPaths = []string{"d", "search", "chat", "source", "assets", "verify", "api", "widget.js", "healthz", "readyz"}

// first returns the first part of a path.
func first(of string) string {
	part, _, _ := strings.Cut(strings.TrimPrefix(of, "/"), "/")
	return part
}

// plainPath reports whether an address may begin with a path: parts of letters,
// digits and the like, none of which climbs.
func plainPath(of string) bool {
	for i, part := range strings.Split(of, "/") {
		if i > 0 && (strings.Trim(part, ".") == "" || strings.ContainsFunc(part, func(r rune) bool {
			return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("-._~", r))
		})) {
			return false
		}
	}
	return true
}

// isOrigin reports whether s is the address of a site, without a path.
func isOrigin(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && s == u.Scheme+"://"+u.Host &&
		!strings.ContainsAny(u.Host, ";,'*") // they mean something in a policy
}

// to returns the address on this site of a path below the server's own.
func (s *Server) to(place string) string { return s.prefix + place }

// ownPattern returns a pattern of ServeMux without the path that the server is below.
func (s *Server) ownPattern(pattern string) string {
	method, at, cut := strings.Cut(pattern, "/")
	if rest, ok := strings.CutPrefix("/"+at, s.prefix+"/"); cut && ok {
		return method + "/" + rest
	}
	return pattern
}
