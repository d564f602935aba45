package encoding

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// styled is the command by which terminals change colour and weight.
var styled = regexp.MustCompile(`\x1b\[[0-9;]*[A-Za-z]`)

// Clean takes out of a text what no reader sees: control characters other than
// tab, line feed, carriage return and form feed, the colours of a terminal, and
// the letters that a backspace strikes over. The warning says how many
// characters went. A text without any is returned as it is.
func Clean(s string) (string, []string) {
	if strings.IndexFunc(s, control) < 0 {
		return s, nil
	}
	var b strings.Builder
	b.Grow(len(s))
	removed := 0
	plain := styled.ReplaceAllString(s, "")
	for i := 0; i < len(plain); {
		r, size := utf8.DecodeRuneInString(plain[i:])
		next := i + size
		switch {
		case control(r):
			removed++
		case next+1 < len(plain) && plain[next] == '\b' && !control(rune(plain[next+1])):
			// the letter behind the backspace takes its place
			next++
		default:
			b.WriteString(plain[i:next])
		}
		i = next
	}
	if removed == 0 {
		return b.String(), []string{"the marks of a terminal (colours, struck letters) were left out"}
	}
	return b.String(), []string{fmt.Sprintf("control characters left out: %d", removed)}
}

// control reports a character that a text file has no use for.
func control(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' || r == 0x7F
}
