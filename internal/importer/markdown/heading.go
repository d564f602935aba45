package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// glued returns the level of a paragraph of one line that begins with hashes and,
// without a space, a letter. Markdown has read "##Fees" as a heading for years before
// CommonMark did not; after a single hash it is a tag. It returns 0 for any other.
func (r *reader) glued(n ast.Node) int {
	if n.Lines().Len() != 1 {
		return 0
	}
	at := n.Lines().At(0)
	line := r.text[at.Start:at.Stop]
	words := strings.TrimLeft(line, "#")
	level := len(line) - len(words)
	if first, _ := utf8.DecodeRuneInString(words); level < 2 || level > 6 || !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return 0
	}
	return level
}

// dropHashes takes the hashes off the first piece shown from piece at on.
func (r *reader) dropHashes(at int) {
	if at < len(r.shown) {
		p := &r.shown[at]
		p.Start += len(r.text[p.Start:p.End]) - len(strings.TrimLeft(r.text[p.Start:p.End], "#"))
	}
}

// tableLine reports a heading that is one only because a line of hyphens stands below
// it, as below each row of a table that is drawn in plain text: its words stand in
// columns, or nothing parts it from a row above.
func (r *reader) tableLine(n *ast.Heading) bool {
	if n.Lines().Len() == 0 {
		return false
	}
	first, last := n.Lines().At(0), n.Lines().At(n.Lines().Len()-1)
	start := strings.LastIndexByte(r.text[:first.Start], '\n') + 1
	if strings.HasPrefix(strings.TrimLeft(r.text[start:first.Start], " >"), "#") {
		return false
	}
	is := strings.Contains(strings.TrimSpace(r.text[first.Start:last.Stop]), "   ") || !n.HasBlankPreviousLines() && r.belowRow(n)
	if is {
		r.drawn = n
	}
	return is
}

// belowRow reports that a row of a drawn table, or text, ends right above n.
func (r *reader) belowRow(n ast.Node) bool {
	above, line := n.PreviousSibling(), false
	for above != nil && above.Kind() == ast.KindThematicBreak {
		above, line = above.PreviousSibling(), true
	}
	return above != nil && (above == r.drawn || !line && above.Kind() != ast.KindHeading)
}
