package botapi

import (
	"strings"
	"testing"
)

// FuzzCheck: nothing passes but what was signed, for the chat that it was signed for
// and by the bot that signed it.
func FuzzCheck(f *testing.F) {
	mine, other := Signer{derive(testToken, "buttons")}, Signer{derive(testToken+"x", "buttons")}
	for _, s := range []string{"", "s", "saabbccddmeasure-7", "1 s", strings.Repeat("x", 100)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		if got, ok := mine.Check(7, data); ok {
			t.Errorf("%q, which nobody signed, is %q", data, got)
		}
		signed := mine.Sign(7, data)
		if got, ok := mine.Check(7, signed); !ok || got != data || len(signed) != len(data)+SignatureBytes {
			t.Errorf("%q is %q, %v", signed, got, ok)
		}
		for name, s := range map[string]string{"cut": signed[1:], "longer": "x" + signed, "unsigned": data} {
			if _, ok := mine.Check(7, s); ok {
				t.Errorf("%q passes %s", s, name)
			}
		}
		if _, ok := mine.Check(8, signed); ok {
			t.Errorf("%q passes in another chat", signed)
		}
		if _, ok := other.Check(7, signed); ok {
			t.Errorf("%q passes with another bot", signed)
		}
	})
}
