package document

import "sort"

// Next returns the section that comes after section i: where i has a number and another
// of its kind follows, that one; else the next in reading order. -1 stands for none.
func (d *Document) Next(i int) int { return d.step(i, 1) }

// Previous returns the section that comes before section i, as Next does.
func (d *Document) Previous(i int) int { return d.step(i, -1) }

func (d *Document) step(i, by int) int {
	near := i + by
	if near < 0 || near == len(d.Sections) {
		return -1
	}
	if d.Sections[i].Designation.IsZero() {
		return near
	}
	for j := near; j >= 0 && j < len(d.Sections); j += by {
		if d.Sections[j].Kind == d.Sections[i].Kind {
			return j
		}
	}
	return near
}

// SentenceRange returns which of section i's own sentences, counted from 1, span s
// touches. first is 0 if it touches none.
func (d *Document) SentenceRange(i int, s Span) (first, last int) {
	for n, t := range d.Sentences(i) {
		if !t.Overlaps(s) {
			continue
		}
		if first == 0 {
			first = n + 1
		}
		last = n + 1
	}
	return first, last
}

// SectionAt returns the lowest section that a byte of the text belongs to, or the first
// if it is before all of them.
func (d *Document) SectionAt(offset int) int {
	return max(0, sort.Search(len(d.Sections), func(i int) bool { return d.Sections[i].Own.Start > offset })-1)
}

// Page returns the page, from 1, on which byte offset of the text stands; 0 where
// the document has no pages.
func (d *Document) Page(offset int) int {
	return sort.Search(len(d.Pages), func(i int) bool { return d.Pages[i] > offset })
}
