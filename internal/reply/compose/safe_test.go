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
