package pages

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"pincite/internal/importer/pdf/typeset"
)

// findMargins sets apart the fragments beside the text of all pages, but for numbers
// of sections that hang there.
func findMargins(pages Pages) {
	text, ok := textArea(pages, 50)
	if !ok {
		return
	}
	dropLineNumbers(pages, text)
	for i := range pages {
		pages[i].part(func(f *typeset.Fragment) bool { return outside(f, text) })
	}
	besideText(pages)
}

// slip is how far a fragment may stand from the text and still be a part of it, in points.
const slip = 3

// outside reports whether a fragment stands beside the area of the text.
func outside(f *typeset.Fragment, text typeset.Span) bool {
	return (f.X1 < text.X0-slip || f.X0 > text.X1+slip) && f.Count > 6 && !designates(f.Text)
}

// wordNumber is a word with a number, as "Article 5" and "第三条" before the text of a section.
var wordNumber = regexp.MustCompile(`^(?:\pL{1,15}\.? ?[0-9IVXLC]+\pL?[.:]?|第 ?\S{1,6})$`)

// designates reports text that begins with a number, or is a word and a number.
func designates(text string) bool {
	text = strings.TrimSpace(text)
	return Marker.MatchString(text+" ") || wordNumber.MatchString(text)
}

// part moves the fragments that are of the margin there.
func (p *Page) part(margin func(f *typeset.Fragment) bool) {
	p.Frags = slices.DeleteFunc(p.Frags, func(f typeset.Fragment) bool {
		is := margin(&f)
		if is {
			p.margin = append(p.margin, f)
		}
		return is
	})
}

// besideText sets apart the notes in the margin of a text some lines of which, such as a
// title, begin in the margin. They are few, and text stands beside their lines: headings
// and cells that stand out to the left are neither.
func besideText(pages Pages) {
	const loose, few = 12, 6
	text, ok := textArea(pages, loose)
	if !ok {
		return
	}
	notes, lines := 0, 0
	found := make([]map[float64]bool, len(pages)) // heights of the lines of notes
	for i := range pages {
		found[i] = notesBeside(pages[i].Frags, text)
		notes += len(found[i])
		lines += len(typeset.Lines(pages[i].Frags, i+1))
	}
	if notes*few > lines {
		return
	}
	for i := range pages {
		pages[i].part(func(f *typeset.Fragment) bool { return found[i][f.Base] && left(f, text) })
	}
}

// left reports a fragment that ends well before the text begins, and is no number and no table.
func left(f *typeset.Fragment, text typeset.Span) bool {
	return f.X1 < text.X0-slip && f.Table == nil && !designates(f.Text)
}

// notesBeside returns the heights of the lines before the text, of one page, that stand
// together where at least one has text beside it.
func notesBeside(frags []typeset.Fragment, text typeset.Span) map[float64]bool {
	var before []typeset.Fragment
	for _, f := range frags {
		if left(&f, text) {
			before = append(before, f)
		}
	}
	slices.SortStableFunc(before, func(a, b typeset.Fragment) int { return cmp.Compare(a.Base, b.Base) })
	out := map[float64]bool{}
	for from := 0; from < len(before); {
		to, beside := from, false
		for ; to < len(before) && (to == from || before[to].Base-before[to-1].Base < 2*before[to].Size); to++ {
			beside = beside || hasText(frags, &before[to], text)
		}
		for _, f := range before[from:to] {
			if beside {
				out[f.Base] = true
			}
		}
		from = to
	}
	return out
}

// hasText reports whether text stands on the line of a note.
func hasText(frags []typeset.Fragment, note *typeset.Fragment, text typeset.Span) bool {
	return slices.ContainsFunc(frags, func(f typeset.Fragment) bool {
		return typeset.Near(f.Base, note.Base, note.Size/4) && f.X0 > note.X1 && f.X1 > text.X0
	})
}

// textArea returns where the lines of the text begin and end: those that are
// wide, all but one in so many that reach out furthest.
func textArea(pages Pages, one int) (typeset.Span, bool) {
	var left, right []float64
	widest := 0.0
	for _, p := range pages {
		for _, f := range p.Frags {
			widest = max(widest, f.Width())
		}
	}
	for _, p := range pages {
		for _, f := range p.Frags {
			if f.Width() > widest*0.35 {
				left, right = append(left, f.X0), append(right, f.X1)
			}
		}
	}
	if len(left) < 10 {
		return typeset.Span{}, false
	}
	slices.Sort(left)
	slices.Sort(right)
	return typeset.Span{X0: left[len(left)/one], X1: right[len(right)-1-len(right)/one]}, true
}

// Margins returns the notes in the margins by page, from 1, the lines of each joined.
func (ps Pages) Margins() map[int][]typeset.Line {
	out := map[int][]typeset.Line{}
	for i, p := range ps {
		var notes []typeset.Line
		for _, row := range typeset.Lines(p.margin, i+1) {
			if n := len(notes) - 1; n >= 0 && row.Gap(notes[n].Span) < 0 && row.Base-notes[n].Base < 2*row.Size {
				notes[n].Text = notes[n].Text + " " + row.Text
				notes[n].Base = row.Base
				continue
			}
			notes = append(notes, row)
		}
		if notes != nil {
			out[i+1] = notes
		}
	}
	return out
}
