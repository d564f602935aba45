package markdown

import (
	"bytes"
	"regexp"
)

// template is a tag or value of the generators that make sites of Markdown (Liquid,
// Jinja, Hugo), on one line.
var template = regexp.MustCompile(`\{%[^\n]*?%\}|\{\{[^\n]*?\}\}`)

// templateTag is a tag where it begins.
var templateTag = regexp.MustCompile(`^\{%[^\n]*?%\}`)

// mask returns src for the parser, with letters in place of templates: the address
// of a link may be one, with spaces and quotes that end an address otherwise.
// Offsets stay the same. The tags are not shown; values are, since nobody knows
// what would stand there.
func mask(text string) []byte {
	src := []byte(text)
	if !bytes.Contains(src, []byte("{%")) && !bytes.Contains(src, []byte("{{")) {
		return src
	}
	for _, m := range template.FindAllStringIndex(text, -1) {
		for i := m[0]; i < m[1]; i++ {
			src[i] = 'x'
		}
	}
	return src
}
