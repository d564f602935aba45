package page

import (
	"strings"

	"pincite/internal/document"
	"pincite/internal/reply"
)

// partBytes is how much text a page holds before the next part begins: some
// twenty printed pages, which load and lay out in well under a second. A section
// is never cut, so that a part may be longer.
const partBytes = 40_000

// A Part is consecutive sections of a document, with what is between them. A
// short document is one part.
type Part struct {
	Sections       []Section
	After          string // what follows the last section of the document
	Start, End     int    // bytes of the text
	Earlier, Later string // ids that begin the parts before and after; "" for none
}

// starts returns the indexes of the sections with which the parts of d begin.
func starts(d *document.Document) []int {
	var out []int
	from := 0
	for i, s := range d.Sections {
		if i == 0 || s.Own.End-from > partBytes {
			out = append(out, i)
			from = s.Own.Start
		}
	}
	return out
}

// InParts reports whether d is more than one part.
func InParts(d *document.Document) bool { return len(starts(d)) > 1 }

// PartAt returns the part that holds section i.
func PartAt(d *document.Document, i int) Part {
	all := starts(d)
	n := 0
	for n+1 < len(all) && all[n+1] <= i {
		n++
	}
	var p Part
	last := len(d.Sections)
	if n > 0 {
		p.Earlier = d.Sections[all[n-1]].ID
		p.Start = d.Sections[all[n]-1].Own.End
	}
	if n+1 < len(all) {
		last = all[n+1]
		p.Later = d.Sections[last].ID
	}
	p.End = p.Start
	for i := all[n]; i < last; i++ {
		v := Of(d, i, d.Sections[i].ID+".")
		v.Before = strings.TrimSpace(shown(d, p.End, d.Sections[i].Own.Start))
		p.Sections = append(p.Sections, v)
		p.End = d.Sections[i].Own.End
	}
	if p.Later == "" {
		p.After = strings.TrimSpace(shown(d, p.End, len(d.Text)))
		p.End = len(d.Text)
	}
	return p
}

// An Entry is a link to a section.
type Entry struct {
	ID, Label, Title, Href string
	Level                  int
}

// EntryOf returns the link to section i.
func EntryOf(d *document.Document, i int) Entry {
	return Entry{ID: d.Sections[i].ID, Label: d.Sections[i].Label, Title: d.Title(i), Href: Address(d, i, reply.Sentences{}), Level: level(d, i)}
}

// Beside returns section i, or nil outside the document.
func Beside(d *document.Document, i int) *Entry {
	if i < 0 || i >= len(d.Sections) {
		return nil
	}
	e := EntryOf(d, i)
	return &e
}

// maxEntries is how many sections a list of contents names before it leaves out
// the lower levels: more are not looked through.
const maxEntries = 250

// Contents lists the sections for a rail. Where there are too many, it has the
// upper levels that fit and the beginnings of the parts; all says whether
// nothing is left out.
func Contents(d *document.Document) (out []Entry, all bool) {
	deepest := fitting(d)
	begins := map[int]bool{}
	for _, i := range starts(d) {
		begins[i] = true
	}
	for i := range d.Sections {
		if depth(d, i) <= deepest || begins[i] {
			out = append(out, EntryOf(d, i))
		}
	}
	return out, len(out) == len(d.Sections)
}

// fitting returns the greatest depth down to which at most maxEntries sections
// are; -1 if there are more at the top already.
func fitting(d *document.Document) int {
	var count []int // sections by depth
	for i := range d.Sections {
		n := depth(d, i)
		for len(count) <= n {
			count = append(count, 0)
		}
		count[n]++
	}
	total := 0
	for n, c := range count {
		if total += c; total > maxEntries {
			return n - 1
		}
	}
	return len(count)
}
