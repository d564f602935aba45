package heading

import "testing"

func TestHyphened(t *testing.T) {
	for _, tt := range []struct{ line, prefix, rest string }{
		{"", "", ""},
		{"13", "", ""},
		{"13-", "", ""},
		{"13-2nd", "", ""},
		{"13-2 is the score", "", ""},
		{"2027-05-01", "", ""},
		{"13.2 Fees", "", ""},
		{"13-2", "13-", ""},
		{"13-2 Fees", "13-", "Fees"},
		{"13-2. Each boat pays.", "13-", "Each boat pays."},
	} {
		m, ok := Hyphened(tt.line)
		if ok != (tt.prefix != "") || ok && (m.Prefix != tt.prefix || tt.line[m.Rest:] != tt.rest) {
			t.Errorf("Hyphened(%q) = %+v, %v", tt.line, m, ok)
		}
	}
}
