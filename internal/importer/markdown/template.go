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

// mask returns src for the parser, with marks of bold type where they belong and with letters
// in place of templates: the address
// of a link may be one, with spaces and quotes that end an address otherwise.
// Offsets stay the same. The tags are not shown; values are, since nobody knows
// what would stand there.
func mask(text string) []byte {
	src := []byte(text)
	closeBold(src)
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

// lateBold is a line in bold type that is broken before the marks that end it, as programs
// leave it that make Markdown of pages; CommonMark lets no mark stand behind a space.
var lateBold = regexp.MustCompile(`(?m)^[ \t\x{a0}]*\*\*(_?)[^*_\n]+?(  )\n(_?\*\*)`)

// closeBold puts the marks of such lines where these end.
func closeBold(src []byte) {
	if !bytes.Contains(src, []byte("  \n")) {
		return
	}
	for _, m := range lateBold.FindAllSubmatchIndex(src, -1) {
		if m[3]-m[2] != m[7]-m[6]-len("**") {
			continue
		}
		if m[3] > m[2] {
			src[m[2]] = ' '
		}
		copy(src[m[4]:m[5]], "**")
		for i := m[6]; i < m[7]; i++ {
			src[i] = ' '
		}
	}
}
