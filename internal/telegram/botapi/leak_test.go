package botapi

import (
	"errors"
	"fmt"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

const testToken = "123456789:AAtestTESTtestTESTtestTESTtestTESTx"

// leaks reports whether s holds the token or the half of it that is secret.
func leaks(s string) bool {
	_, secret, _ := strings.Cut(testToken, ":")
	return strings.Contains(s, secret)
}

// TestNoServerAtAll: the errors of the network itself hold the address, and so
// the token, unless they are rebuilt.
func TestNoServerAtAll(t *testing.T) {
	gone := httptest.NewServer(nil)
	gone.Close()
	for name, address := range map[string]string{
		"refused": gone.URL, "no host": "http://no-such-host.invalid", "no TLS": strings.Replace(gone.URL, "http:", "https:", 1),
	} {
		c, err := New(Options{Token: testToken, Address: address, Connections: 1})
		if err != nil {
			t.Fatal(err)
		}
		err = c.Do(t.Context(), GetMe(), nil)
		if err == nil || leaks(fmt.Sprintf("%v %+v %#v", err, err, err)) {
			t.Errorf("%s: error %#v", name, err)
		}
		if s := fmt.Sprintf("%v", *c.http); leaks(s) {
			t.Errorf("printing a %T prints the token", *c.http)
		}
		var u *url.Error
		if errors.As(err, &u) {
			t.Errorf("%s: the address is still within reach: %v", name, u)
		}
	}
}
