package layout

import (
	"strings"

	"pincite/internal/document"
	"pincite/internal/importer/pdf/pages"
	"pincite/internal/text/numeral"
)

// wholeHeadings joins paragraphs that together are an entry of the file's own outline:
// a heading whose lines stand far apart, or in several types.
func wholeHeadings(ps []paragraph, marks []pages.Bookmark) []paragraph {
	titles := map[int][]string{} // by page
	for _, m := range marks {
		titles[m.Page] = append(titles[m.Page], pages.Letters(m.Title))
	}
	var out []paragraph
	for i := 0; i < len(ps); {
		p := ps[i]
		i++
		for _, title := range titles[p.page()] {
			if n := together(title, p, ps[i:]); n > 0 {
				for _, next := range ps[i : i+n] {
					p.lines = append(p.lines, next.lines...)
				}
				i += n
				break
			}
		}
		out = append(out, p)
	}
	return out
}

// together returns how many of the paragraphs that follow p make a title with it; 0
// if they make none, or p is one by itself.
func together(title string, p paragraph, rest []paragraph) int {
	if p.rows != nil || p.note || sameTitle(title, titleOf(lineTexts(&p))) {
		return 0
	}
	text, lines := lineTexts(&p), len(p.lines)
	for n := range rest {
		next := &rest[n]
		if next.rows != nil || next.note || next.page() != p.page() {
			return 0
		}
		if lines += len(next.lines); lines > headingLines {
			return 0
		}
		text += lineTexts(next)
		if own := titleOf(lineTexts(next)); own != title && strings.HasSuffix(own, title) {
			return 0 // it has a number of its own
		}
		if whole := titleOf(text); whole == title || strings.TrimLeft(whole, "0123456789") == title {
			return n + 1
		}
	}
	return 0
}

// findNumbers looks for the numbers of chapters that stand on lines of their own
// before the heading, as the first thing on a page: "CHAPTER FOUR".
func (h *heads) findNumbers(ps []paragraph) {
	h.number = map[*paragraph]string{}
	for i := range ps {
		if h.marked[&ps[i]] == 0 {
			continue
		}
		before := ""
		from := i
		for from > 0 && i-from < 2 && isBefore(&ps[from-1], &ps[i]) {
			from--
			before = lineTexts(&ps[from]) + " " + before
		}
		top := from == 0 || ps[from-1].lastPage() < ps[i].page()
		if top && numbers(before) {
			h.number[&ps[i]] = document.OneLine(before)
			for j := from; j < i; j++ {
				h.joined[&ps[j]] = true
			}
		}
	}
}

// isBefore reports whether a is a short line on the page of b.
func isBefore(a, b *paragraph) bool {
	const short = 30 // bytes
	return a.rows == nil && !a.note && a.page() == b.page() && len(lineTexts(a)) <= short
}

// numbers reports whether words are a number, in digits or letters, behind one that
// says of what.
func numbers(words string) bool {
	in := strings.Fields(strings.ToLower(words))
	if len(in) < 2 {
		return false
	}
	n, ok := numeral.Read(in[1:])
	return ok && n.Used == len(in)-1
}
