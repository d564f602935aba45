package plain

import (
	"strings"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/importer/encoding"
)

// Read makes the source of a decoded text file. Control characters other than
// tabs, line ends and form feeds are taken out, with a warning; otherwise the
// source text is the file. Pages are counted from 1, blank ones too; they are 0
// in a text whose form feeds, if any, do not stand between pages.
func Read(data string) *block.Source {
	text, warnings := encoding.Clean(data)
	s := &block.Source{Text: text, Warnings: warnings}
	start := 0
	for i, page := range strings.Split(text, "\f") {
		if span := trim(page, start); !span.Empty() {
			s.Blocks = append(s.Blocks, block.Block{Kind: block.Text, Span: span, Page: i + 1})
		}
		start += len(page) + 1
	}
	if len(s.Blocks) == 1 {
		s.Blocks[0].Page = 0
	}
	return s
}

// trim returns the span of page, which begins at start, without blank lines
// before and white space after it. The first line keeps its indentation.
func trim(page string, start int) document.Span {
	end := start + len(strings.TrimRight(page, " \t\r\n"))
	lead := len(page) - len(strings.TrimLeft(page, " \t\r\n"))
	lead = strings.LastIndexByte(page[:lead], '\n') + 1
	return document.Span{Start: start + lead, End: max(end, start+lead)}
}
