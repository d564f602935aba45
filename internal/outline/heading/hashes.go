package heading

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hashes reads "## 2. Heading" of Markdown, and "== 2. Heading" of AsciiDoc and Typst, whose
// words begin as a sentence does: "= 50 euros" and "= 100 %" are sums.
func hashes(s string) (Mark, bool) {
	n := len(s) - len(strings.TrimLeft(s, s[:1]))
	body := strings.TrimLeft(s[n:], " \t")
	if n > 6 || body == "" || len(body) == len(s)-n || s[0] == '=' && (low(body) || n == 1 && amount(body)) {
		return Mark{}, false
	}
	m := Given(body, 0, n)
	m.Rest += len(s) - len(body)
	if m.Alt != nil {
		m.Alt.Rest = m.Rest
	}
	return m, true
}

// low reports that the first letter of s is a small one.
func low(s string) bool {
	r, _ := utf8.DecodeRuneInString(s[max(0, strings.IndexFunc(s, unicode.IsLetter)):])
	return unicode.IsLower(r)
}

// amount reports that s begins with a number that counts no section.
func amount(s string) bool {
	rest := strings.TrimLeft(s, "0123456789")
	return len(rest) < len(s) && !strings.HasPrefix(rest, ".") && !strings.HasPrefix(rest, ")")
}
