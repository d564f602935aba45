package terminal

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// TestLinesGoOn: a line that is bad, or that the program panics over, costs itself.
func TestLinesGoOn(t *testing.T) {
	for name, c := range map[string]struct {
		in           string
		said         string
		complaints   []string
		n, bad       int
		wantErr      string
		failsToWrite bool
	}{
		"nothing":            {},
		"blank lines":        {in: "\n \n", n: 2},
		"bad":                {in: "bad\n", n: 1, bad: 1, complaints: []string{"standard input, line 1: no good"}},
		"one that panics":    {in: "a\nboom one\nb", n: 3, bad: 1, said: "a b ", complaints: []string{"standard input, line 2: the program panicked: a value of type string, in "}},
		"nobody listens":     {in: "a\nb", n: 1, wantErr: "closed", failsToWrite: true},
		"a line without end": {in: "a\n" + strings.Repeat("x", longestLine+1), n: 1, said: "a ", wantErr: "standard input, line 2: too long"},
	} {
		var said strings.Builder
		var complaints []string
		l := Lines[string]{
			TooLong:  errors.New("too long"),
			Complain: func(s string) { complaints = append(complaints, s) },
			Read: func(line []byte) (string, error) {
				switch s := string(line); {
				case s == "bad":
					return "", errors.New("no good")
				case strings.HasPrefix(s, "boom"):
					panic(s)
				default:
					return s, nil
				}
			},
			Write: func(s string) error {
				if c.failsToWrite {
					return errors.New("closed")
				}
				said.WriteString(s + " ")
				return nil
			},
		}
		n, bad, err := l.Each(strings.NewReader(c.in))
		if n != c.n || bad != c.bad || said.String() != c.said || fmt.Sprint(err) != fmt.Sprint(c.wantErr) && (err != nil || c.wantErr != "") {
			t.Errorf("%s: %d lines, %d bad, said %q: %v", name, n, bad, said.String(), err)
		}
		for i, s := range complaints {
			if len(complaints) != len(c.complaints) || !strings.HasPrefix(s, c.complaints[i]) || strings.Contains(s, "boom") {
				t.Errorf("%s: complained %q", name, complaints)
			}
		}
		if len(complaints) < len(c.complaints) {
			t.Errorf("%s: complained %q", name, complaints)
		}
	}
}
