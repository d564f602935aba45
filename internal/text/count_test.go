package text

import "testing"

func TestCount(t *testing.T) {
	for _, c := range []struct {
		n          int
		what, want string
	}{
		{0, "section", "0 sections"},
		{1, "section", "1 section"},
		{2, "section", "2 sections"},
		{1, "control character", "1 control character"},
		{3, "process", "3 processes"},
		{1, "entry", "1 entry"},
		{4, "entry", "4 entries"},
		{5, "day", "5 days"},
		{6, "annex", "6 annexes"},
		{1, "unanswered question", "1 unanswered question"},
	} {
		if got := Count(c.n, c.what); got != c.want {
			t.Errorf("Count(%d, %q) = %q, want %q", c.n, c.what, got, c.want)
		}
	}
}
