package render

import (
	"strings"

	"github.com/rivo/uniseg"

	"pincite/internal/reply"
	"pincite/internal/text"
)

// ANSI escape sequences (ECMA-48, SGR) of the terminal.
const (
	ansiBold  = "\x1b[1m"
	ansiLink  = "\x1b[36m" // cyan: readable on light and dark
	ansiReset = "\x1b[0m"
)

// Plain returns r as text without markup: an answering quote in quotation
// marks, then its citation in brackets. Passages are left out, since nothing
// can be folded. It ends without a line break.
func Plain(r reply.Reply) string { return Terminal(r, false, 0) + Examples(r) }

// Examples returns the questions that a reply offers to try, one a line with a
// line break before each, for where there are no buttons to press.
func Examples(r reply.Reply) string {
	var b strings.Builder
	for _, row := range r.Buttons {
		for _, button := range row {
			if button.Kind == reply.Try {
				b.WriteString("\n- " + text.Sanitize(button.Label))
			}
		}
	}
	return b.String()
}

// Terminal returns r as Plain does, with colours if colour is set, wrapped to
// width columns if width is positive.
func Terminal(r reply.Reply, colour bool, width int) string {
	var b strings.Builder
	last := reply.BlockKind(-1)
	for i, block := range r.Blocks {
		cited := i+1 < len(r.Blocks) && r.Blocks[i+1].Kind == reply.Cite
		words := plainBlock(block, cited)
		if block.Kind == reply.Passage || words == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(plainGap(last, block.Kind))
		}
		b.WriteString(paint(wrap(words, width, block.Kind == reply.Item), style(block), colour))
		last = block.Kind
	}
	return b.String()
}

func plainGap(a, b reply.BlockKind) string {
	if a == reply.Quote && b == reply.Cite || a == reply.Item && (b == reply.Item || b == reply.Quote) {
		return "\n"
	}
	return "\n\n"
}

// plainBlock is a block as plain text, with the marks that tell the document's
// words and the citations from the bot's own. cited says that the line that follows
// cites it.
func plainBlock(b reply.Block, cited bool) string {
	var s strings.Builder
	for _, run := range b.Runs {
		if run.Struck {
			s.WriteString("[-" + run.Text + "-]")
		} else {
			s.WriteString(run.Text)
		}
	}
	words := strings.TrimSpace(text.Sanitize(s.String()))
	switch {
	case words == "":
		return ""
	case b.Kind == reply.Item:
		return "- " + words
	case b.Kind == reply.Quote && (cited || b.Runs[0].Strong):
		return "“" + words + "”"
	case b.Kind == reply.Cite:
		return "[" + words + "]"
	}
	return words
}

func style(b reply.Block) string {
	switch {
	case b.Kind == reply.Heading, b.Kind == reply.Quote && len(b.Runs) > 0 && b.Runs[0].Strong:
		return ansiBold
	case b.Kind == reply.Cite:
		return ansiLink
	}
	return ""
}

// paint colours each line by itself, so that a pager that cuts between lines
// keeps the colours right.
func paint(s, ansi string, colour bool) string {
	if !colour || ansi == "" {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = ansi + l + ansiReset
		}
	}
	return strings.Join(lines, "\n")
}

// wrap breaks the lines of s so that none is wider than width columns, where its
// words allow it. The lines of an item hang.
func wrap(s string, width int, hang bool) string {
	if width <= 0 {
		return s
	}
	indent := ""
	if hang {
		indent = "  "
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = wrapLine(l, max(width, 20), indent)
	}
	return strings.Join(lines, "\n")
}

// Outline wraps each line of s to width columns, where its words allow it; what
// does not fit stands below, two columns further in than the line. A width of 0
// leaves lines as they are.
func Outline(s string, width int) string {
	if width <= 0 {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		words := strings.TrimLeft(l, " ")
		indent := l[:len(l)-len(words)]
		lines[i] = indent + wrapLine(words, max(width-len(indent), 20), "  ")
		lines[i] = strings.ReplaceAll(lines[i], "\n", "\n"+indent)
	}
	return strings.Join(lines, "\n")
}

// wrapLine breaks where Unicode lets a line break, which in Chinese is almost
// anywhere, and in other scripts at spaces.
func wrapLine(line string, width int, indent string) string {
	var out []string
	row, column, state := "", 0, -1
	for line != "" {
		var word string
		word, line, _, state = uniseg.FirstLineSegmentInString(line, state)
		if column > len(indent) && column+Columns(strings.TrimRight(word, " ")) > width {
			out = append(out, strings.TrimRight(row, " "))
			row, column = indent, len(indent)
		}
		row += word
		column += Columns(word)
	}
	return strings.Join(append(out, strings.TrimRight(row, " ")), "\n")
}

// Columns returns how many columns of a terminal s takes.
func Columns(s string) int { return uniseg.StringWidth(s) }
