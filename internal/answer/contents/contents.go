package contents

import (
	"slices"
	"strings"

	"pincite/internal/document"
	"pincite/internal/question"
	"pincite/internal/question/grammar"
	"pincite/internal/question/structure"
)

// All stands for the whole document where a section is expected.
const All = -1

// Of returns the sections that a question about the structure of a document, or of one of
// its sections, lists or counts. Where only the uppermost of a level are asked for and
// nothing is above anything else, those are all.
func Of(d *document.Document, q question.Question, within int) []int {
	out := of(d, q, within)
	if len(out) == 0 && q.Top && within == All {
		q.Top = false
		out = of(d, q, within)
	}
	return out
}

func of(d *document.Document, q question.Question, within int) (out []int) {
	level := d.OfKind(q.Level)
	main := within == All && len(level) > 0 && !apart(d, level[0]) // the numbered headings of an annex to a law of sections are not meant
	holders := holdersOf(d, slices.DeleteFunc(slices.Clone(level), func(i int) bool { return main && apart(d, i) }))
	for i, s := range d.Sections {
		switch {
		case within != All && (i == within || !d.Sections[within].Span.Contains(s.Span)):
		case q.Level != "" && q.Level != s.Kind && !(q.Outline == structure.Each && slices.Contains(holders, s.Kind)):
		case q.Top && q.Level == "" && (s.Parent != within || s.Kind != document.KindSection):
		case (q.Top || within != All) && q.Level != "" && nested(d, i, within):
		case main && apart(d, i):
		default:
			out = append(out, i)
		}
	}
	if q.Level == "" || q.Outline == structure.Each {
		return out
	}
	return counted(d, out)
}

// holdersOf returns the kinds of what holds any of some sections.
func holdersOf(d *document.Document, sections []int) (kinds []string) {
	for _, i := range sections {
		for up := d.Sections[i].Parent; up >= 0; up = d.Sections[up].Parent {
			if k := d.Sections[up].Kind; !slices.Contains(kinds, k) {
				kinds = append(kinds, k)
			}
		}
	}
	return kinds
}

// counted returns those of some sections of a level that count as such. A heading without
// a number is none among siblings most of which have one: what stands above articles 1 to 9,
// "Terms and conditions", is no article.
func counted(d *document.Document, sections []int) []int {
	numbered, without := map[int]int{}, map[int]int{} // by what they are in
	for _, i := range sections {
		if d.Sections[i].Designation.IsZero() {
			without[d.Sections[i].Parent]++
		} else {
			numbered[d.Sections[i].Parent]++
		}
	}
	return slices.DeleteFunc(sections, func(i int) bool {
		s := d.Sections[i]
		return s.Designation.IsZero() && numbered[s.Parent] > without[s.Parent]
	})
}

// nested reports whether a section of the same kind holds section i below section within:
// of what is in a chapter, 4.1.2 is in 4.1.
func nested(d *document.Document, i, within int) bool {
	for up := d.Sections[i].Parent; up >= 0 && up != within; up = d.Sections[up].Parent {
		if d.Sections[up].Kind == d.Sections[i].Kind {
			return true
		}
	}
	return false
}

// apart reports whether section i is in one that stands apart from the rest, as annexes do.
func apart(d *document.Document, i int) bool {
	for up := d.Sections[i].Parent; up >= 0; up = d.Sections[up].Parent {
		if grammar.Lists(grammar.LevelApart, d.Sections[up].Kind) {
			return true
		}
	}
	return false
}

// OnlyPoints reports whether the sections right below section i are points of it, with
// numbers that say nothing elsewhere, and most without headings: what is in it, its text
// says. What leads in the points of one of them may stand as a heading.
func OnlyPoints(d *document.Document, i int) bool {
	below, headed := d.Children(i), 0
	for _, j := range below {
		if !strings.HasPrefix(d.Sections[j].ID, d.Sections[i].ID+"-") {
			return false
		}
		if d.Heading(j) != "" {
			headed++
		}
	}
	return 2*headed < len(below)
}

// Holds reports whether sections of a kind, "" for any, lie in section i.
func Holds(d *document.Document, i int, kind string) bool {
	for _, j := range d.Children(i) {
		if kind == "" || d.Sections[j].Kind == kind || Holds(d, j, kind) {
			return true
		}
	}
	return false
}

// Above returns the section of a kind that holds section i or, where none does, the one
// right above it; itself, at the top.
func Above(d *document.Document, i int, kind string) int {
	for up := d.Sections[i].Parent; up >= 0; up = d.Sections[up].Parent {
		if d.Sections[up].Kind == kind {
			return up
		}
	}
	if up := d.Sections[i].Parent; up >= 0 {
		return up
	}
	return i
}

// Before returns the last sentence of a document that ends before a span, and its section;
// -1 if there is none.
func Before(d *document.Document, span document.Span) (in int, found document.Span) {
	return nearest(d, func(s, best document.Span) bool { return s.End <= span.Start && (best.Empty() || s.Start > best.Start) })
}

// After returns the first sentence of a document that begins after a span, and its
// section; -1 if there is none.
func After(d *document.Document, span document.Span) (in int, found document.Span) {
	return nearest(d, func(s, best document.Span) bool { return s.Start >= span.End && (best.Empty() || s.Start < best.Start) })
}

// nearest returns the sentence that is nearer than all before it, and its section.
func nearest(d *document.Document, nearer func(s, best document.Span) bool) (in int, best document.Span) {
	in = -1
	for i := range d.Sections {
		for _, s := range d.Sentences(i) {
			if nearer(s, best) {
				in, best = i, s
			}
		}
	}
	return in, best
}
