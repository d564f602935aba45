package importer

import (
	"slices"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

// leastEntries is from how many entries on a list of headings is a table of contents.
const leastEntries = 5

// dropContents takes out of the blocks what is a table of contents: a run of points
// or short paragraphs that are, but for numbers and pages, headings that come later,
// in the same order. The text keeps them.
func dropContents(s *block.Source) {
	at := map[string][]int{} // title -> blocks that are headings
	for i := range s.Blocks {
		if s.Blocks[i].Kind == block.Heading {
			t := title(s, &s.Blocks[i])
			at[t] = append(at[t], i)
		}
	}
	if len(at) < leastEntries {
		return
	}
	kept := make([]block.Block, 0, len(s.Blocks))
	for i := 0; i < len(s.Blocks); {
		n := entries(s, i, at)
		if n < leastEntries {
			n = 0
			kept = append(kept, s.Blocks[i])
		}
		i += max(n, 1)
	}
	s.Blocks = kept
}

// entries returns how many blocks from the first on are headings that come later, in
// order.
func entries(s *block.Source, first int, headings map[string][]int) int {
	after := first
	for i := first; i < len(s.Blocks); i++ {
		b := &s.Blocks[i]
		if b.Kind != block.Item && b.Kind != block.Paragraph {
			return i - first
		}
		at := headings[title(s, b)]
		next, _ := slices.BinarySearch(at, max(after, i)+1)
		if next == len(at) {
			return i - first
		}
		after = at[next]
	}
	return len(s.Blocks) - first
}

// longestTitle is the size of the longest line in bytes that may be a heading.
const longestTitle = 300

// title returns the letters of what is shown of a block.
func title(s *block.Source, b *block.Block) string {
	if b.Span.Len() > longestTitle {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, document.Show(s.Text, s.Markup, b.Span).Text)
}
