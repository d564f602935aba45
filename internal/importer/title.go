package importer

import (
	"strings"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

// raiseTitle puts the title of a document above its sections, where it is a heading
// like theirs: many formats and programs give both the highest level. It is the
// title if it stands before all other headings and the file says so of it.
func raiseTitle(s *block.Source) {
	first, highest := -1, 0
	for i := range s.Blocks {
		b := &s.Blocks[i]
		switch {
		case b.Kind != block.Heading:
		case first < 0:
			if first = i; !isTitle(s, b) {
				return
			}
		case highest == 0 || b.Level < highest:
			highest = b.Level
		}
	}
	if highest == 0 {
		return
	}
	for i := first + 1; i < len(s.Blocks); i++ {
		if b := &s.Blocks[i]; b.Kind == block.Heading {
			b.Level += max(0, s.Blocks[first].Level-highest+1)
		}
	}
}

func isTitle(s *block.Source, b *block.Block) bool {
	shown := document.OneLine(document.Show(s.Text, s.Markup, b.Span).Text)
	return strings.EqualFold(shown, document.OneLine(s.Meta.Title))
}
