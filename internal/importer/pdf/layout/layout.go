package layout

import (
	"fmt"
	"math"
	"slices"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/importer/pdf/typeset"
)

// A Layout collects the pages of a document. The zero value is ready for use.
type Layout struct {
	pages    []sheet
	unread   []int // pages without text, from 1
	garbled  []int // pages whose letters the file does not name
	hasChars bool
}

// A sheet is what is kept of a page.
type sheet struct {
	frags    []typeset.Fragment
	margin   []typeset.Fragment
	contents bool // it holds a table of contents
}

// Add takes the next page.
func (l *Layout) Add(p typeset.Page) {
	frags := typeset.Fragments(p.Chars)
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
	l.pages = append(l.pages, sheet{frags: frags})
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
func (l *Layout) Source(marks []Bookmark, meta document.Meta) *block.Source {
	fixedFonts(l.pages)
	dropFurniture(l.pages, openings(marks))
	dropContents(l.pages)
	findMargins(l.pages)
	c := newComposer(l.readingOrder(), marks)
	c.margins, c.pages = l.marginLines(), len(l.pages)
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
func pageList(pages []int) string {
	out, ranges := "pages ", 0
	if len(pages) == 1 {
		out = "page "
	}
	for i := 0; i < len(pages); i++ {
		from := pages[i]
		for i+1 < len(pages) && pages[i+1] == pages[i]+1 {
			i++
		}
		if ranges++; ranges > 12 {
			return out + " …"
		}
		if ranges > 1 {
			out += ", "
		}
		out += fmt.Sprint(from)
		if pages[i] > from {
			out += fmt.Sprintf("–%d", pages[i])
		}
	}
	return out
}

// fixedFonts settles for each font whether it gives all signs one width, by most
// of its longer fragments, and tells so of the short ones too.
func fixedFonts(pages []sheet) {
	const long = 8
	votes := map[string]int{}
	each := func(visit func(f *typeset.Fragment)) {
		for i := range pages {
			for j := range pages[i].frags {
				visit(&pages[i].frags[j])
			}
		}
	}
	each(func(f *typeset.Fragment) {
		if f.Count >= long {
			votes[f.Font] += 2*one(f.Fixed) - 1
		}
	})
	each(func(f *typeset.Fragment) { f.Fixed = votes[f.Font] > 0 })
}

// readingOrder returns the lines of all pages as they are read.
func (l *Layout) readingOrder() []typeset.Line {
	var out []typeset.Line
	gutters := make([]float64, len(l.pages)) // 0 for none
	common := map[float64]int{}
	usual := 0.0
	for i, p := range l.pages {
		if x, ok := typeset.Gutter(p.frags); ok {
			gutters[i] = x
			if common[x]++; common[x] > common[usual] {
				usual = x
			}
		}
	}
	for i, p := range l.pages {
		x := gutters[i]
		if x == 0 && usual != 0 && typeset.Parts(p.frags, usual, false) {
			x = usual
		}
		if x == 0 {
			out = append(out, typeset.Lines(p.frags, i+1)...)
		} else {
			out = append(out, typeset.InOrder(p.frags, x, i+1, 1)...)
		}
	}
	widen(out)
	return out
}

// widen gives columns that begin at the same edge one width: a page of short
// lines does not show how far its lines could reach, and one of overlong lines
// shows too much.
func widen(all []typeset.Line) {
	type key struct {
		rtl bool
		at  int
	}
	keyOf := func(l *typeset.Line) key {
		if l.Rtl {
			return key{true, int(math.Round(l.Area.X1 / 4))}
		}
		return key{false, int(math.Round(l.Area.X0 / 4))}
	}
	ends := map[key][]float64{}
	for i := range all {
		l := &all[i]
		k := keyOf(l)
		if k.rtl {
			ends[k] = append(ends[k], -l.X0)
		} else {
			ends[k] = append(ends[k], l.X1)
		}
	}
	edges := map[key]float64{}
	for k, xs := range ends {
		edges[k] = usualEdge(xs)
	}
	for i := range all {
		l := &all[i]
		if k := keyOf(l); k.rtl {
			l.Area.X0 = -edges[k]
		} else {
			l.Area.X1 = edges[k]
		}
	}
}

// usualEdge returns where the lines of a column end: where many of them do, as in
// justified text, else nearly as far as the longest.
func usualEdge(xs []float64) float64 {
	const many = 0.15
	slices.Sort(xs)
	far := xs[len(xs)-1-len(xs)/30]
	best, most := far, 0
	for from, to := 0, 0; to < len(xs); to++ {
		for xs[to]-xs[from] > 2 {
			from++
		}
		if n := to - from + 1; n >= most {
			best, most = xs[to], n
		}
	}
	if float64(most) >= many*float64(len(xs)) && most > 4 && best >= xs[len(xs)/2] {
		return best
	}
	return far
}
