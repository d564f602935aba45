package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestStraight(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "plain": "plain", "שלום\u200f!": "שלום\u200f!", "第七条": "第七条",
		"pay \u202eeerf\u202c now": "pay eerf now", "\u2066a\u2069\u2067b\u2069\u2068c\u2069": "abc", "\u202aa\u202bb\u202d": "ab",
	} {
		if got := Straight(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// JSON keeps what it says, and turns nothing around where it is printed.
func TestEscaped(t *testing.T) {
	want := map[string]string{"quote": "pay \u202eeerf\u202c \u2066now\u2069 \\u202e", "key": "第七条"}
	var out bytes.Buffer
	if err := json.NewEncoder(Escaped(&out)).Encode(want); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(out.String(), turns) {
		t.Errorf("printed: %q", &out)
	}
	var got map[string]string
	if err := json.Unmarshal(out.Bytes(), &got); err != nil || got["quote"] != want["quote"] || got["key"] != want["key"] {
		t.Errorf("%q, %v", got, err)
	}
}
