package checkup

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"pincite/internal/config"
)

// livePatience bounds the question whether serve lives.
const livePatience = 3 * time.Second

// Live asks the serve on this machine whether it lives, on web.addr or, where that is
// off, on admin.addr, and prints that it does.
func Live(ctx context.Context, c config.Config, out io.Writer) error {
	url, name := "http://"+here(c.Web.Addr)+"/healthz", "web.addr"
	if c.Web.Addr == config.Off {
		url, name = "http://"+here(c.Admin.Addr)+"/metrics", "admin.addr"
		if c.Admin.Addr == "" || c.Admin.Addr == config.Off {
			return config.Misusef("web.addr and admin.addr are off, so that there is nobody to ask; set one of them")
		}
	}
	ctx, cancel := context.WithTimeout(ctx, livePatience)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return config.Misusef("%s is no address", name)
	}
	resp, err := (&http.Client{Transport: &http.Transport{}}).Do(req) // without a proxy
	if err != nil {
		return fmt.Errorf("not alive: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK || name == "web.addr" && !saysOK(resp.Body) {
		return fmt.Errorf("not alive: %s answers %s", url, resp.Status)
	}
	_, err = fmt.Fprintln(out, "alive")
	return err
}

// saysOK reports whether a body is what /healthz says.
func saysOK(body io.Reader) bool {
	said, err := io.ReadAll(io.LimitReader(body, 1<<10))
	return err == nil && strings.TrimSpace(string(said)) == "ok"
}

// here is the address at which this machine reaches a server that listens on addr.
func here(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return addr
	}
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}
