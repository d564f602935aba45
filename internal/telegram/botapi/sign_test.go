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

// FuzzDecodeCall: whatever was kept as a call, it is read or refused; what is read is
// written the same, and can be mended and signed anew.
func FuzzDecodeCall(f *testing.F) {
	s := Signer{derive(testToken, "buttons")}
	c := SendMessage(Place{Chat: 7, Thread: 2, ReplyTo: 3}, Content{Text: "<b>x</b>", Buttons: [][]Button{{{Label: "a", Data: s.Sign(7, "s1")}, {Label: "b", URL: "https://a.example"}}}})
	f.Add(c.Encode())
	f.Add(EditMessage(Place{Chat: -5, Edit: 9}, Content{Text: "x"}).Encode())
	for _, raw := range []string{"", "{}", "null", `{"method":"x"}`, `{"method":"x","params":{"chat_id":"y","reply_markup":"{\"inline_keyboard\":[null,[null]]}"}}`} {
		f.Add([]byte(raw))
	}
	failures := []error{
		&Error{MigrateTo: -100777}, &Error{Description: "thread not found"}, &Error{Description: "message to be replied not found"},
		&Error{Description: "can't parse entities"},
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		c, err := DecodeCall(raw)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("more than one line: %v", err)
			}
			return
		}
		again, err := DecodeCall(c.Encode())
		if err != nil || string(again.Encode()) != string(c.Encode()) {
			t.Errorf("%s is read as %s, %v", c.Encode(), again.Encode(), err)
		}
		from := c.Chat()
		for _, failure := range failures {
			c.Mend(failure)
			s.Resign(c, from, c.Chat())
		}
		c.Edits()
		c.Anew()
	})
}
