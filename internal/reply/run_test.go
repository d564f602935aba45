package reply

import "testing"

// TestFlowing has what must stay as it is first.
func TestFlowing(t *testing.T) {
	for _, c := range []struct {
		run  Run
		want string
	}{
		{Run{Text: "one\ntwo"}, "one\ntwo"},
		{Run{Text: "one\n\ntwo", Wrapped: true}, "one\n\ntwo"},
		{Run{Text: "one  \ntwo\\\nthree", Wrapped: true}, "one  \ntwo\\\nthree"},
		{Run{Text: "\none\n", Wrapped: true}, "\none\n"},
		{Run{Wrapped: true}, ""},
		{Run{Text: "one\ntwo\nthree", Wrapped: true}, "one two three"},
	} {
		if got := c.run.Flowing(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.run, got, c.want)
		}
	}
}
