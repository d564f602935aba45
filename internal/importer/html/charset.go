package html

import (
	"bytes"
	"regexp"
	"strings"
)

// head is how far a page may say its encoding, in bytes. The standard has 1024;
// comments come first in many pages.
const head = 4 << 10

var (
	comments = regexp.MustCompile(`(?s)<!--.*?-->`)
	declared = regexp.MustCompile(`(?is)<meta\s[^>]*?charset\s*=\s*["']?\s*([a-z0-9_:.-]+)`)
	xmlNamed = regexp.MustCompile(`(?is)^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([a-z0-9_:.-]+)`)
)

// Charset returns the encoding that a page declares in its head ("windows-1251"),
// in lower case, or "" if it declares none. A page that says UTF-16 in bytes that
// can be read so far is UTF-8, as the standard has it.
func Charset(data []byte) string {
	start := comments.ReplaceAll(data[:min(len(data), head)], nil)
	start, _, _ = bytes.Cut(start, []byte("<body"))
	for _, pattern := range []*regexp.Regexp{declared, xmlNamed} {
		if m := pattern.FindSubmatch(start); m != nil {
			name := strings.ToLower(string(m[1]))
			if strings.HasPrefix(name, "utf-16") {
				return "utf-8"
			}
			return name
		}
	}
	return ""
}
