package pages

import (
	"math"
	"slices"

	"pincite/internal/importer/pdf/typeset"
)

// Pages are those of a file, in order.
type Pages []Page

// A Page is what is kept of a page.
type Page struct {
	Frags []typeset.Fragment
	Grids []*typeset.Grid

	margin   []typeset.Fragment
	contents bool     // it holds a table of contents
	entries  []string // of which these are the entries
}

// Clean takes out of the pages what is no text: running heads, page numbers, tables of
// contents, numbers of lines; and sets notes in the margins apart. Marks are the file's own
// outline.
func (ps Pages) Clean(marks []Bookmark) {
	fixedFonts(ps)
	dropFurniture(ps, Openings(marks))
	for i := range ps {
		for _, g := range ps[i].Grids {
			ps[i].Frags = g.Take(ps[i].Frags)
		}
	}
	dropContents(ps)
	findMargins(ps)
}

// fixedFonts settles for each font whether it gives all signs one width, by most
// of its longer fragments, and tells so of the short ones too.
func fixedFonts(pages Pages) {
	const long = 8
	votes := map[string]int{}
	each := func(visit func(f *typeset.Fragment)) {
		for i := range pages {
			for j := range pages[i].Frags {
				visit(&pages[i].Frags[j])
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

// Lines returns the lines of all pages as they are read.
func (ps Pages) Lines() []typeset.Line {
	var out []typeset.Line
	columns := make([]*typeset.Columns, len(ps))
	common := map[float64]int{}
	var usual *typeset.Columns
	for i, p := range ps {
		if c := typeset.ColumnsOf(p.Frags); c != nil {
			columns[i] = c
			if common[c.X]++; usual == nil || common[c.X] > common[usual.X] {
				usual = c
			}
		}
	}
	for i, p := range ps {
		c := columns[i]
		if c == nil && usual != nil && usual.Ends(p.Frags) {
			c = usual
		}
		if c == nil {
			out = append(out, typeset.Lines(p.Frags, i+1)...)
		} else {
			out = append(out, c.InOrder(p.Frags, i+1)...)
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
		if l.Table() != nil {
			continue
		}
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
		if l.Table() != nil {
			continue
		}
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
