package page

import (
	"cmp"
	"slices"
	"strings"

	"pincite/internal/document"
	"pincite/internal/reply"
)

// A Part is consecutive sections of a document, with what is between them. A
// short document is one part. The first section may be the rest of one, and the
// last the beginning of one.
type Part struct {
	Sections       []Section
	After          string // what follows the last section of the document
	Earlier, Later *Turn  // the parts before and after; nil for none
}

// Several reports whether the document has parts beside this one.
func (p Part) Several() bool { return p.Earlier != nil || p.Later != nil }

// A Turn is where a part begins: with a section, or with a sentence of one.
type Turn struct {
	ID       string
	Sentence int // from 1; 0 for the section's beginning
}

// A cut is where a part begins: how many sentences of a section are in parts before.
type cut struct{ section, sentence int }

func (c cut) compare(e cut) int {
	return cmp.Or(cmp.Compare(c.section, e.section), cmp.Compare(c.sentence, e.sentence))
}

func (c cut) turn(d *document.Document) *Turn {
	t := &Turn{ID: d.Sections[c.section].ID}
	if c.sentence > 0 {
		t.Sentence = c.sentence + 1
	}
	return t
}

// cuts returns where the parts of d begin.
func cuts(d *document.Document) []cut {
	var out []cut
	from := 0
	for i := range d.Sections {
		own := d.Sections[i].Own
		if i == 0 || own.End-from > document.PageBytes {
			out = append(out, cut{i, 0})
			from = own.Start
		}
		if own.End-from <= document.PageBytes {
			continue
		}
		n := 0
		for _, p := range d.Sections[i].Paragraphs { // d.Sentences would copy them all
			for _, t := range p.Sentences {
				if n > 0 && t.End-from > document.PageBytes {
					out = append(out, cut{i, n})
					from = t.Start
				}
				n++
			}
		}
	}
	return out
}

// InParts reports whether d is more than one part.
func InParts(d *document.Document) bool { return len(cuts(d)) > 1 }

// holding returns which of the parts holds a sentence, from 1, of section i; for 0
// the one that the section begins in.
func holding(all []cut, i, sentence int) int {
	n, found := slices.BinarySearchFunc(all, cut{i, max(sentence-1, 0)}, cut.compare)
	if !found {
		n--
	}
	return max(n, 0)
}

// maxParts is how many parts a page has at most: more than one where sentences that
// an address names go on beyond the first.
const maxParts = 4

// reaching returns the first and the last of the parts, at most maxParts, that hold
// sentences of section i.
func reaching(all []cut, i int, at reply.Sentences) (first, last int) {
	first = holding(all, i, at[0])
	return first, min(max(first, holding(all, i, at[1])), first+maxParts-1)
}

// Begin returns where the part begins that holds a sentence, from 1, of section i;
// for 0 the one that the section begins in.
func Begin(d *document.Document, i, sentence int) Turn {
	all := cuts(d)
	return *all[holding(all, i, sentence)].turn(d)
}

// PartAt returns the part that holds sentences of section i, for none the one that
// the section begins in. Where they go on in the parts after it, these are added, to
// a bounded size.
func PartAt(d *document.Document, i int, at reply.Sentences) Part {
	all := cuts(d)
	first, last := reaching(all, i, at)
	from, to := all[first], cut{len(d.Sections), 0}
	var p Part
	if first > 0 {
		p.Earlier = all[first-1].turn(d)
	}
	if last+1 < len(all) {
		to = all[last+1]
		p.Later = to.turn(d)
	}
	end := 0
	if from.section > 0 {
		end = d.Sections[from.section-1].Own.End
	}
	for i := from.section; i < len(d.Sections) && (cut{i, 0}).compare(to) < 0; i++ {
		p.Sections = append(p.Sections, within(d, i, d.Sections[i].ID+".", from, to))
		if first := &p.Sections[len(p.Sections)-1]; !first.Rest {
			first.Before = strings.TrimSpace(shown(d, end, d.Sections[i].Own.Start))
		}
		end = d.Sections[i].Own.End
	}
	if p.Later == nil {
		p.After = strings.TrimSpace(shown(d, end, len(d.Text)))
	}
	return p
}

// Mark marks sentences of a section of the part, as [Section.Mark] does.
func (p Part) Mark(section string, at reply.Sentences) {
	for n := range p.Sections {
		if p.Sections[n].ID == section {
			p.Sections[n].Mark(at)
		}
	}
}

// within returns the part of section i between two cuts.
func within(d *document.Document, i int, prefix string, from, to cut) Section {
	first, last := 0, toEnd
	if from.section == i {
		first = from.sentence
	}
	if to.section == i {
		last = to.sentence
	}
	return of(d, i, prefix, first, last)
}

// cutsIn returns where the parts of section i begin.
func cutsIn(d *document.Document, i int) []cut {
	out := []cut{{i, 0}}
	if !d.Long(i) {
		return out
	}
	for _, c := range cuts(d) {
		if c.section == i && c.sentence > 0 {
			out = append(out, c)
		}
	}
	return out
}

// BeginAt returns the sentence that begins the part of section i which holds another.
func BeginAt(d *document.Document, i, sentence int) int {
	all := cutsIn(d, i)
	return all[holding(all, i, sentence)].sentence + 1
}

// At returns section i, or, where it is long, the part of it that holds sentences, as
// [PartAt] does, and the sentences that begin the parts before and after, 0 for none.
func At(d *document.Document, i int, at reply.Sentences) (v Section, earlier, later int) {
	all := cutsIn(d, i)
	first, last := reaching(all, i, at)
	to := cut{i + 1, 0}
	if first > 0 {
		earlier = all[first-1].sentence + 1
	}
	if last+1 < len(all) {
		to = all[last+1]
		later = to.sentence + 1
	}
	return within(d, i, "", all[first], to), earlier, later
}

// An Entry is a link to a section.
type Entry struct {
	ID, Label, Title, Href string
	Level                  int
}

// EntryOf returns the link to section i.
func EntryOf(d *document.Document, i int) Entry {
	return Entry{ID: d.Sections[i].ID, Label: d.Sections[i].Label, Title: d.Title(i), Href: d.Address(i, reply.Sentences{}), Level: level(d, i)}
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
// upper levels that fit and the beginnings of the parts, or as many of these, evenly
// spread; all says whether nothing is left out.
func Contents(d *document.Document) (out []Entry, all bool) {
	deepest := fitting(d)
	begins := beginnings(d)
	for i := range d.Sections {
		if depth(d, i) <= deepest || begins[i] {
			out = append(out, EntryOf(d, i))
		}
	}
	return out, len(out) == len(d.Sections)
}

// Below lists the sections directly below section i, at most maxEntries of them;
// all says whether nothing is left out.
func Below(d *document.Document, i int) (out []Entry, all bool) {
	children := d.Children(i)
	for _, c := range children[:min(len(children), maxEntries)] {
		out = append(out, EntryOf(d, c))
	}
	return out, len(out) == len(children)
}

// beginnings returns sections with which parts begin, at most maxEntries.
func beginnings(d *document.Document) map[int]bool {
	all := slices.DeleteFunc(cuts(d), func(c cut) bool { return c.sentence > 0 })
	out := map[int]bool{}
	for _, c := range spread(all, maxEntries) {
		out[c.section] = true
	}
	return out
}

// spread returns at most so many of all, evenly, the first among them.
func spread[T any](all []T, most int) []T {
	if len(all) <= most {
		return all
	}
	out := make([]T, most)
	for n := range out {
		out[n] = all[n*len(all)/most]
	}
	return out
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
