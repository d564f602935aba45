package document

import "sort"

// Next returns the sections that come after section i: the next one in reading
// order, and the next one of its kind. -1 stands for none.
func (d *Document) Next(i int) (any, same int) { return d.step(i, 1) }

// Previous returns the sections that come before section i: the last one in
// reading order, and the last one of its kind. -1 stands for none.
func (d *Document) Previous(i int) (any, same int) { return d.step(i, -1) }

func (d *Document) step(i, by int) (any, same int) {
	any, same = -1, -1
	if j := i + by; j >= 0 && j < len(d.Sections) {
		any = j
	}
	for j := i + by; j >= 0 && j < len(d.Sections); j += by {
		if d.Sections[j].Kind == d.Sections[i].Kind {
			return any, j
		}
	}
	return any, same
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

// Page returns the page, from 1, on which byte offset of the text stands; 0 where
// the document has no pages.
func (d *Document) Page(offset int) int {
	return sort.Search(len(d.Pages), func(i int) bool { return d.Pages[i] > offset })
}
