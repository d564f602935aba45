package text

import "testing"

func TestLine(t *testing.T) {
	for _, x := range []struct{ in, want string }{
		{"\u202ewhat is\nmeasure 7\u202c", "what is measure 7"},
		{"\u200b\u200d\ufeff", ""},
		{"a\xff\xfeb", "ab"},
		{"\x00\x1b[31mred", "[31mred"},
		{"e\u0301\u0301\u0301\u0301", "e\u0301\u0301"},
		{" a\u00a0\t b ", "a b"},
	} {
		if got := Line(x.in); got != x.want {
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

func TestSanitize(t *testing.T) {
	for _, x := range []struct{ in, want string }{
		{"", ""},
		{"a\xffb", "ab"},
		{"\x00\x1b[31mred\u009b", "[31mred"},
		{"two\nlines\tand a tab\r\n", "two\nlines\tand a tab\n"},
		{"nothing \u200dto do", "nothing \u200dto do"},
	} {
		if got := Sanitize(x.in); got != x.want {
			t.Errorf("%q: %q, want %q", x.in, got, x.want)
		}
	}
}

func TestLimit(t *testing.T) {
	for _, x := range []struct {
		in   string
		n    int
		want string
	}{{"", 0, ""}, {"abc", -1, ""}, {"abc", 0, ""}, {"条条条", 2, "条条"}, {"abc", 3, "abc"}, {"a\xffb", 2, "a\xff"}} {
		if got := Limit(x.in, x.n); got != x.want {
			t.Errorf("%q to %d: %q, want %q", x.in, x.n, got, x.want)
		}
	}
}
