package prose

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/text"
)

// Quotation returns what a message quotes, and where in it the words stand, in bytes;
// ok is false where it quotes nothing, or more than one thing.
func Quotation(s string) (quoted string, start, end int, ok bool) {
	for i := 0; i < len(s); {
		open, size := utf8.DecodeRuneInString(s[i:])
		i += size
		closing := text.ClosedBy(open)
		if closing == "" {
			continue
		}
		n := strings.IndexAny(s[i:], closing)
		if n < 0 {
			break
		}
		if ok {
			return "", 0, 0, false
		}
		start, end = i, i+n
		quoted, ok = strings.Trim(s[start:end], " .,;:"), true
		_, size = utf8.DecodeRuneInString(s[end:])
		i = end + size
	}
	return quoted, start, end, ok && quoted != ""
}
