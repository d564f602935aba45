package block

import (
	"fmt"
	"unicode/utf8"
)

// Check holds s to what its types promise: valid UTF-8, blocks that are in order
// and apart, labels, titles and cells inside their block, levels where the kind has them.
// The error names the first block at fault.
func Check(s *Source) error {
	if !utf8.ValidString(s.Text) {
		return fmt.Errorf("text is not valid UTF-8")
	}
	at := 0
	for i := range s.Blocks {
		b := &s.Blocks[i]
		if b.Span.Start < at {
			return fmt.Errorf("block %d begins at byte %d, inside the one before", i, b.Span.Start)
		}
		if err := b.check(s.Text); err != nil {
			return fmt.Errorf("block %d (%v): %w", i, b.Kind, err)
		}
		at = b.Span.End
	}
	return nil
}

func (b *Block) check(text string) error {
	if b.Span.Empty() || !b.Span.Within(text) {
		return fmt.Errorf("span %v is empty or not of the text", b.Span)
	}
	if !b.Label.Empty() && (!b.Span.Contains(b.Label) || !b.Label.Within(text)) {
		return fmt.Errorf("label %v is not of its span %v", b.Label, b.Span)
	}
	if !b.RunIn.Empty() && (!b.Span.Contains(b.RunIn) || !b.RunIn.Within(text)) {
		return fmt.Errorf("words in bold type %v are not of its span %v", b.RunIn, b.Span)
	}
	if leveled := b.Kind == Heading || b.Kind == Item; leveled != (b.Level > 0) {
		return fmt.Errorf("level %d", b.Level)
	}
	if (b.Kind == Row) != (len(b.Cells) > 0) || b.Header && b.Kind != Row {
		return fmt.Errorf("%d cells, header %v", len(b.Cells), b.Header)
	}
	at := b.Span.Start
	for i, c := range b.Cells {
		if c.Start < at || !b.Span.Contains(c) || !c.Within(text) {
			return fmt.Errorf("cell %d: span %v is out of place", i, c)
		}
		at = c.End
	}
	return nil
}
