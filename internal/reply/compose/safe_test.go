package compose

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile is what people and machines send.
var hostile = []string{
	"", " ", "\u202ewhat is measure 7\u202c", "\u200b\u200d\ufeff", "a\xff\xfeb", "\x00\x1b[31mred", strings.Repeat("ab ", 3000),
	strings.Repeat("e\u0301\u0301\u0301", 2000), "{topic} {n} %s%n ${jndi:ldap://x}", "<b>bold</b><script>alert(1)</script>",
	"\u202eevil\u202c", strings.Repeat("x", 5000), "a\u00a0b", "😀🔥",
}

func TestEchoIsShort(t *testing.T) {
	for _, s := range hostile {
		if n := utf8.RuneCountInString(echo(s)); n > echoRunes {
			t.Errorf("echoes %d runes of %.20q", n, s)
		}
	}
	if got := echo("plain words"); got != "plain words" {
		t.Error(got)
	}
}

func TestTame(t *testing.T) {
	for _, x := range []struct{ in, want string }{
		{"\u202ewhat is\nmeasure 7\u202c", "what is measure 7"},
		{"\u200b\u200d\ufeff", ""},
		{"a\xff\xfeb", "ab"},
		{"\x00\x1b[31mred", "[31mred"},
		{"e\u0301\u0301\u0301\u0301", "e\u0301\u0301"},
		{" a\u00a0\t b ", "a b"},
	} {
		if got := Tame(x.in); got != x.want {
			t.Errorf("%q: %q, want %q", x.in, got, x.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, x := range []struct {
		in   string
		n    int
		want string
	}{
		{"", 5, ""},
		{"short", 5, "short"},
		{"longer", 5, "long…"},
		{"one two three", 9, "one two…"}, // at a word
		{"a verylongword", 9, "a verylo…"},
		{"理论学习制度", 4, "理论学…"},
	} {
		if got := Cut(x.in, x.n); got != x.want {
			t.Errorf("%q to %d: %q, want %q", x.in, x.n, got, x.want)
		}
	}
}
