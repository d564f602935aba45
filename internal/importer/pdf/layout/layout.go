package layout

import (
	"fmt"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/importer/pdf/pages"
	"pincite/internal/importer/pdf/typeset"
)

// A Layout collects the pages of a document. The zero value is ready for use.
type Layout struct {
	pages    pages.Pages
	unread   []int // pages without text, from 1
	garbled  []int // pages whose letters the file does not name
	hasChars bool
}

// Add takes the next page.
func (l *Layout) Add(p typeset.Page) {
	frags := typeset.Fragments(p.Chars, p.Rules...)
	n := len(l.pages) + 1
	switch {
	case p.Blank: // as many books have before a chapter
	case len(frags) == 0:
		l.unread = append(l.unread, n)
	case nameless(frags):
		l.garbled = append(l.garbled, n)
		frags = nil
	default:
		l.hasChars = true
	}
	l.pages = append(l.pages, pages.Page{Frags: frags, Grids: typeset.Grids(p.Rules)})
}

// nameless reports whether a third of the signs are none that anybody could
// read: fonts that do not say which letters they draw.
func nameless(frags []typeset.Fragment) bool {
	bad, all := 0, 0
	for _, f := range frags {
		for _, r := range f.Text {
			all++
			bad += one(r == unicode.ReplacementChar || unicode.Is(unicode.Co, r) || unicode.IsControl(r))
		}
	}
	return 3*bad > all
}

// Empty reports whether no page has text.
func (l *Layout) Empty() bool { return !l.hasChars }

// Source makes the blocks of the pages. Marks are the file's own outline; meta is
// what it says of itself.
func (l *Layout) Source(marks []pages.Bookmark, meta document.Meta) *block.Source {
	l.pages.Clean(marks)
	c := newComposer(l.pages.Lines(), marks)
	c.margins, c.pages, c.entries = l.pages.Margins(), len(l.pages), l.pages.Entries()
	c.compose()
	l.warn(&c.out)
	if poorTitle(meta.Title) {
		meta.Title = c.title
	}
	meta.Language = c.out.Language(meta.Language)
	return c.out.Source(meta)
}

func (l *Layout) warn(b *block.Builder) {
	if len(l.unread) > 0 {
		b.Warn("%s: no text, only pictures; if it is a scan, run text recognition (OCR) on the file first", pageList(l.unread))
	}
	if len(l.garbled) > 0 {
		b.Warn("%s: the file does not say which letters it shows; run text recognition (OCR) on it first", pageList(l.garbled))
	}
}

// pageList names pages: "page 3", "pages 2–5, 9", the first dozen ranges at most.
func pageList(list []int) string {
	out, ranges := "pages ", 0
	if len(list) == 1 {
		out = "page "
	}
	for i := 0; i < len(list); i++ {
		from := list[i]
		for i+1 < len(list) && list[i+1] == list[i]+1 {
			i++
		}
		if ranges++; ranges > 12 {
			return out + " …"
		}
		if ranges > 1 {
			out += ", "
		}
		out += fmt.Sprint(from)
		if list[i] > from {
			out += fmt.Sprintf("–%d", list[i])
		}
	}
	return out
}
