package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pincite/internal/importer/html/counter"
	"pincite/internal/text"
)

// weight is the weight of letters in a style, and weights that of a class in a style sheet.
var (
	weight  = regexp.MustCompile(`(?i)\bfont-weight\s*:\s*(\w+)`)
	weights = regexp.MustCompile(`(?i)\.([\w-]+)\s*\{[^{}]*?\bfont-weight\s*:\s*(\w+)`)
)

// heavy reports a weight that is bold type.
func heavy(weight string) bool {
	switch strings.ToLower(weight) {
	case "bold", "bolder", "600", "700", "800", "900":
		return true
	}
	return false
}

// heaviness reads the style sheets in a page: the classes that say whether letters are bold.
func heaviness(root *html.Node) map[string]bool {
	out := map[string]bool{}
	for n := range root.Descendants() {
		if n.DataAtom != atom.Style || n.FirstChild == nil {
			continue
		}
		for _, m := range weights.FindAllStringSubmatch(n.FirstChild.Data, -1) {
			out[m[1]] = heavy(m[2])
		}
	}
	return out
}

// bold reports whether n stands in bold type: its element or its style says so, of the
// innermost that says anything.
func (p *page) bold(n *html.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if said, is := p.weightOf(n); said {
			return is
		}
		if blockLevel[n.DataAtom] {
			return false
		}
	}
	return false
}

// weightOf reports whether an element says how heavy its letters are, and what it says.
func (p *page) weightOf(n *html.Node) (said, heavier bool) {
	if m := weight.FindStringSubmatch(attr(n, "style")); m != nil {
		return true, heavy(m[1])
	}
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if is, ok := p.heavy[class]; ok {
			return true, is
		}
	}
	is := n.DataAtom == atom.B || n.DataAtom == atom.Strong
	return is, is
}

// unit is a line that begins as a section does: with its sign, or a word and a number.
var unit = regexp.MustCompile(`^(?:§+\s?\p{N}|\p{Lu}\p{L}+\.?\s\p{N}{1,4}(?:[.:)\s]|$))`)

// points cuts the lines that a page breaks in one paragraph where they begin with numbers,
// at least two of them: they are paragraphs, which site builders and old pages part so. What
// stands below the line that a section begins with is one, too.
func points(s string) []string {
	var out []string
	found, start, at, above := 0, 0, 0, ""
	for line := range strings.Lines(s) {
		begins := marked(line)
		if begins {
			found++
		}
		if at > 0 && (begins || titled(above)) {
			out = append(out, s[start:at])
			start = at
		}
		at += len(line)
		above = line
	}
	if found < 2 {
		return []string{s}
	}
	return append(out, s[start:])
}

// marked reports a line that begins with a number.
func marked(line string) bool {
	line = strings.TrimSpace(line)
	word, _, more := strings.Cut(line, " ")
	return more && counter.Mark(word) || unit.MatchString(line)
}

// titled reports a line that is the number of a section and its title.
func titled(line string) bool {
	const longest = 100 // bytes
	line = strings.TrimSpace(line)
	return unit.MatchString(line) && len(line) <= longest && !text.EndsIn(line, ".,;")
}
