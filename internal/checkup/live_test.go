package checkup

import "testing"

func TestHere(t *testing.T) {
	for addr, want := range map[string]string{
		"127.0.0.1:8080": "127.0.0.1:8080", ":8080": "localhost:8080", "0.0.0.0:80": "localhost:80", "[::]:80": "localhost:80", "[::1]:80": "[::1]:80",
		"example.org:80": "example.org:80", "nonsense": "nonsense",
	} {
		if got := here(addr); got != want {
			t.Errorf("here(%q) = %q, want %q", addr, got, want)
		}
	}
}
