package lines

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
)

// furniture marks the lines that belong to the page and not to the document:
// navigation, page numbers, headers that return on every page, contents.
func (t *Text) furniture(skip []string) {
	headers := t.repeated()
	for i := range t.Lines {
		l := &t.Lines[i]
		if l.Out || l.Kind == block.Code {
			continue
		}
		s := t.Line(i)
		l.Out = slices.Contains(skip, s) || !l.Given() &&
			(t.Hashes && tags(s) || navigation(s) || pageNumber(s) || leader(s) || len(headers) > 0 && len(s) <= maxHeader && headers[shapeOfDigits(s)])
	}
	t.contents()
}

// tags reports a line of Markdown of which nothing is shown: HTML tags, a comment, or
// the address that a link refers to.
func tags(s string) bool {
	if strings.HasPrefix(s, "[") {
		_, address, ok := strings.Cut(s, "]: ")
		return ok && !strings.Contains(address, " ") && strings.ContainsAny(address, "/#")
	}
	for strings.HasPrefix(s, "<") {
		end := strings.IndexByte(s, '>')
		if strings.HasPrefix(s, "<!--") {
			if end = strings.Index(s, "-->"); end >= 0 {
				end += len("--")
			}
		}
		if end < 0 {
			return false
		}
		if s = strings.TrimSpace(s[end+1:]); s == "" {
			return true
		}
	}
	return false
}

// maxHeader is the longest page header, in bytes.
const maxHeader = 100

// repeated returns, digits apart, the lines that stand next to page breaks again
// and again. One that begins like a heading has to have more words and to return
// more often, as "12  Handbook of the School" does.
func (t *Text) repeated() map[string]bool {
	seen, out := map[string]int{}, map[string]bool{}
	for i := range t.Lines {
		s := t.Line(i)
		if t.Lines[i].Given() || len(s) > maxHeader || !t.edge(i) {
			continue
		}
		shape := shapeOfDigits(s)
		seen[shape]++
		m, marked := heading.Read(s)
		words := len(strings.Fields(strings.TrimRight(s[m.Rest:], "0123456789 ")))
		if seen[shape] >= 2 && !marked || seen[shape] >= 3 && words > 0 {
			out[shape] = true
		}
	}
	return out
}

// edge reports a line that stands next to a page break or a page number.
func (t *Text) edge(i int) bool {
	return t.Lines[i].Page || i+1 < len(t.Lines) && t.Lines[i+1].Page || pageNumber(t.Line(i)) ||
		i > 0 && pageNumber(t.Line(i-1)) || i+1 < len(t.Lines) && pageNumber(t.Line(i+1))
}

//go:embed navigation.txt
var navigationFile string

// navWords are whole lines that web pages put around a text.
var navWords = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(navigationFile) {
		if _, list, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && line[0] != '#' {
			for w := range strings.SplitSeq(list, " | ") {
				m[w] = true
			}
		}
	}
	return m
})

func navigation(s string) bool {
	if len(s) > 60 {
		return false
	}
	return navWords()[strings.ToLower(strings.Trim(s, ":：|<>«»‹›←→↑[]【】 "))]
}

//go:embed page.txt
var pageFile string

// pageWords introduce or end the number of a page.
var pageWords = sync.OnceValue(func() []string { return strings.Fields(pageFile) })

// wide separates the sides of a page header, and the columns of a table.
const wide = "   "

// worded returns the word for a page that s begins with, before a number.
func worded(s string) string {
	for _, w := range pageWords() {
		if rest, ok := strings.CutPrefix(s, w); ok && strings.Trim(rest, ". ") != rest {
			return w
		}
	}
	return ""
}

// pageNumber reports lines such as "12", "- 12 -", "Page 3 of 10", "第 3 页", and RFC
// footers that end in "[Page 3]".
func pageNumber(s string) bool {
	if len(s) > maxHeader {
		return false
	}
	if strings.HasSuffix(s, "]") {
		if i := strings.LastIndex(s, "[Page "); i >= 0 {
			return true
		}
	}
	if at := strings.LastIndex(s, wide); at > 0 && len(strings.FieldsFunc(s[at:], func(r rune) bool { return !unicode.IsDigit(r) })) > 1 && worded(strings.ToLower(strings.TrimSpace(s[at:]))) != "" {
		s = s[at:]
	}
	low := strings.Trim(strings.ToLower(s), "-–—·.*| ")
	if low == "" || utf8.RuneCountInString(low) > 24 {
		return false
	}
	if in, ok := strings.CutPrefix(low, "第"); ok {
		if before, _, found := strings.Cut(in, "页"); found {
			return strings.Trim(before, "0123456789 ") == ""
		}
	}
	word := worded(low)
	low = strings.Trim(low[len(word):], ". ")
	digits := strings.TrimLeft(low, "0123456789")
	if digits == low {
		return false
	}
	if word != "" {
		return strings.Trim(strings.NewReplacer("of", "", "de", "", "von", "", "z", "", "из", "", "/", "").Replace(digits), "0123456789 ") == ""
	}
	return digits == "" && len(low) <= 3 && !strings.HasSuffix(s, ".")
}

// leader reports a line of contents: words, dots, page number.
func leader(s string) bool {
	body := strings.TrimRight(s, "0123456789ivx ")
	if body == s || len(s) > 200 {
		return false
	}
	return strings.HasSuffix(body, "....") || strings.HasSuffix(body, ". . .") || strings.HasSuffix(body, "……")
}
