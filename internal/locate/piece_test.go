package locate

import (
	"strings"
	"testing"
)

func TestMarked(t *testing.T) {
	long := strings.Repeat("Ⅳ the rest of a section of megabytes. ", 100_000)
	for _, tt := range []struct {
		s, code string
		want    bool
	}{
		{"", "b", false},
		{"b", "b", false},
		{"(b", "b", false},
		{"but", "b", false},
		{"b c", "b", false},
		{"\xffb)", "b", false},
		{"②", "1", false},
		{"②", "", false},
		{"② dogs", "2", true},
		{"⑳ cats", "20", true},
		{"(B) the pier", "b", true},
		{"b. the pier", "b", true},
		{"- XVIII) " + long, "xviii", true},
		{"三 船", "三", true},
		{"三、船", "三", true},
		{"İv) x", "i̇v", false},
	} {
		if got := marked(tt.s, []string{tt.code, "zzz"}); got != tt.want {
			t.Errorf("%.20q, %q: %t", tt.s, tt.code, got)
		}
	}
	if n := len(beginning(long, []string{"iv", "xviii"})); n > 20 {
		t.Errorf("%d bytes of a long text are looked at", n)
	}
}
