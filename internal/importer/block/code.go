package block

import (
	"strings"

	"pincite/internal/document"
)

// AddCode appends preformatted text: its lines and their indentation stay, tabs
// as they are; what [Clean] takes out for being unseen goes, and so do blank
// lines around it and space at the end of a line.
func (b *Builder) AddCode(like Block, text string) {
	var lines []string
	for line := range strings.SplitSeq(strings.ToValidUTF8(text, ""), "\n") {
		line = strings.Map(func(r rune) rune {
			switch {
			case r == '\u00a0':
				return ' '
			case r != '\t' && unseen(r):
				return -1
			}
			return r
		}, line)
		lines = append(lines, strings.TrimRight(line, " \t"))
	}
	if text = strings.Trim(strings.Join(lines, "\n"), "\n"); text == "" {
		return
	}
	start := b.begin()
	b.text.WriteString(text)
	like.Label, like.RunIn = document.Span{}, document.Span{}
	b.end(like, start)
}
