package epub

import (
	"slices"
	"strings"

	"pincite/internal/document"
	"pincite/internal/importer/block"
)

// joined is the source text of several pages, with a blank line between them.
type joined struct {
	text     strings.Builder
	blocks   []block.Block
	warnings []string
	anchors  map[string]bool // ids are of one page: the first that has one keeps it
}

// add appends a page.
func (j *joined) add(s *block.Source) {
	for _, w := range s.Warnings {
		if !slices.Contains(j.warnings, w) {
			j.warnings = append(j.warnings, w)
		}
	}
	if len(s.Blocks) == 0 {
		return
	}
	if j.text.Len() > 0 {
		j.text.WriteByte('\n')
	}
	by := j.text.Len()
	j.text.WriteString(s.Text)
	for _, b := range s.Blocks {
		b.Span = shift(b.Span, by)
		if !b.Label.Empty() {
			b.Label = shift(b.Label, by)
		}
		if !b.RunIn.Empty() {
			b.RunIn = shift(b.RunIn, by)
		}
		for i := range b.Cells {
			b.Cells[i] = shift(b.Cells[i], by)
		}
		if j.anchors[b.Anchor] {
			b.Anchor = ""
		}
		j.anchors[b.Anchor] = b.Anchor != ""
		j.blocks = append(j.blocks, b)
	}
}

func shift(s document.Span, by int) document.Span {
	return document.Span{Start: s.Start + by, End: s.End + by}
}

func (j *joined) source(meta document.Meta) *block.Source {
	return &block.Source{Text: j.text.String(), Blocks: j.blocks, Meta: meta, Warnings: j.warnings}
}
