package block

import (
	"strings"
	"testing"

	"pincite/internal/document"
)

func TestCheck(t *testing.T) {
	span := func(a, b int) document.Span { return document.Span{Start: a, End: b} }
	for _, c := range []struct {
		name, want string
		src        Source
	}{
		{"broken text", "UTF-8", Source{Text: "a\xff"}},
		{"outside", "not of the text", Source{Text: "abc", Blocks: []Block{{Kind: Paragraph, Span: span(0, 4)}}}},
		{"cut rune", "not of the text", Source{Text: "éa", Blocks: []Block{{Kind: Paragraph, Span: span(1, 3)}}}},
		{"overlap", "inside", Source{Text: "abcd", Blocks: []Block{{Kind: Paragraph, Span: span(0, 2)}, {Kind: Note, Span: span(1, 3)}}}},
		{"bold words", "bold", Source{Text: "abcd", Blocks: []Block{{Kind: Paragraph, Span: span(1, 3), RunIn: span(0, 2)}}}},
		{"label", "label", Source{Text: "abcd", Blocks: []Block{{Kind: Item, Level: 1, Span: span(1, 3), Label: span(0, 2)}}}},
		{"no level", "level", Source{Text: "abcd", Blocks: []Block{{Kind: Heading, Span: span(0, 2)}}}},
		{"no cells", "cells", Source{Text: "abcd", Blocks: []Block{{Kind: Row, Span: span(0, 2)}}}},
		{"cell", "out of place", Source{Text: "abcd", Blocks: []Block{{Kind: Row, Span: span(0, 2), Cells: []document.Span{span(1, 3)}}}}},
	} {
		if err := Check(&c.src); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	if err := Check(&Source{Text: "ab c", Blocks: []Block{{Kind: Item, Level: 2, Span: span(0, 2), Label: span(0, 1)}, {Kind: Row, Span: span(3, 4), Cells: []document.Span{span(3, 4), span(4, 4)}}}}); err != nil {
		t.Error(err)
	}
}
