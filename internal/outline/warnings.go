package outline

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
)

const (
	// maxWarnings bounds what is told of one kind of doubt.
	maxWarnings = 5

	// longSentence is the length in bytes above which a sentence is too long to be
	// quoted well. Laws have many of a thousand.
	longSentence = 2000

	// shortText is the length in bytes below which no share of a text is large.
	shortText = 20_000
)

// warnings tells where the outline is doubtful.
func (p *parse) warnings(sections []document.Section) []string {
	w := warner{parse: p, sections: sections}
	w.numbering()
	w.shares()
	w.sentences()
	w.lostNumbers()
	w.empty()
	return w.out
}

type warner struct {
	*parse
	sections []document.Section
	out      []string
	told     int // of the kind of doubt that is looked at
}

// tell adds a warning about byte at of the source, up to maxWarnings since told was
// reset. Only those are given the number of their line, which takes a pass over the
// text to count.
func (w *warner) tell(at int, format string, args ...any) {
	if w.told++; w.told <= maxWarnings {
		w.out = append(w.out, fmt.Sprintf("line %d: ", w.line(at))+fmt.Sprintf(format, args...))
	}
}

func (w *warner) begin() { w.told = 0 }

// line returns the line of the source, from 1, on which byte at stands.
func (w *warner) line(at int) int { return 1 + strings.Count(w.Source[:at], "\n") }

// numbering tells of gaps and repeats among sections with whole numbers that
// share a parent and a kind.
func (w *warner) numbering() {
	type place struct {
		parent int
		kind   string
	}
	last := map[place]int{}
	w.begin()
	for i := range w.sections {
		s := &w.sections[i]
		n, whole := s.Designation.Number()
		if !whole {
			continue
		}
		at := place{s.Parent, s.Kind}
		before, known := last[at]
		last[at] = n
		switch {
		case !known:
		case n == before:
			w.tell(s.Span.Start, "%s follows another section with that number", s.Label)
		case n > before+1 && (n%5 > 0 || before%5 > 0), n < before && n > 1: // many count by fives and tens
			w.tell(s.Span.Start, "%s follows number %d", s.Label, before)
		}
	}
}

// shares tells of sections whose own text is more than a tenth of a long one, and
// many times what the others have. Annexes and tables are long in texts that are read
// right.
func (w *warner) shares() {
	const tenth, many = 10, 8
	w.begin()
	if len(w.Source) < shortText {
		return
	}
	for i := range w.sections {
		s := &w.sections[i]
		if n := s.Own.Len(); !heading.Behind(s.Label) && !tabular(s) && n*tenth > len(w.Source) && n*len(w.sections) > many*len(w.Source) {
			w.tell(s.Span.Start, "%s has %d %% of the text", s.Label, n*100/len(w.Source))
		}
	}
}

// tabular reports a section that is mostly rows, code or notes.
func tabular(s *document.Section) bool {
	n := 0
	for _, p := range s.Paragraphs {
		if p.Kind != document.Prose && p.Kind != document.Item {
			n += p.Span.Len()
		}
	}
	return 2*n > s.Own.Len()
}

func (w *warner) sentences() {
	w.begin()
	for _, s := range w.cut {
		w.tell(s.Start, "a sentence of %d bytes is cut into pieces of at most %d", s.Len(), maxSentence)
	}
	for i := range w.sections {
		for _, para := range w.sections[i].Paragraphs {
			for _, t := range para.Sentences {
				if t.Len() > longSentence && para.Kind != document.Row && para.Kind != document.Header && !w.isCut(t) {
					w.tell(t.Start, "a sentence of %d bytes in %s", t.Len(), w.sections[i].Label)
				}
			}
		}
	}
}

// isCut reports a piece of a sentence that was cut.
func (w *warner) isCut(t document.Span) bool {
	i := sort.Search(len(w.cut), func(i int) bool { return w.cut[i].End > t.Start })
	return i < len(w.cut) && w.cut[i].Contains(t)
}

// lostNumbers tells of lines with a word and a number, as headings have them, that
// became no sections.
func (w *warner) lostNumbers() {
	w.begin()
	for _, c := range w.lost {
		if c.Mark.Kind != "" && !c.Shape.Doubt && c.Line >= w.title.to && w.Lines[c.Line].Gap {
			w.tell(w.Lines[c.Line].Span.Start, "%q became no section", clip(w.Line(c.Line)))
		}
	}
}

// empty tells of numbers without a title, text or sections below them, unless the format
// says that they are headings: what was repealed is left so.
func (w *warner) empty() {
	w.begin()
	for i := range w.sections {
		s := &w.sections[i]
		if len(s.Paragraphs) == 0 && s.Heading.Empty() && !w.given(s) && s.Kind != document.KindTitle && (i+1 == len(w.sections) || w.sections[i+1].Parent != i) {
			w.tell(s.Span.Start, "%s has no text", s.Label)
		}
	}
}

// given reports a section whose heading is one of the format.
func (w *warner) given(s *document.Section) bool {
	i := sort.Search(len(w.nodes), func(i int) bool { return w.Lines[w.nodes[i].Line].Span.Start >= s.Span.Start })
	return i < len(w.nodes) && w.nodes[i].Mark.Given() && w.Lines[w.nodes[i].Line].Span.Start == s.Span.Start
}

// clip shortens s for a message.
func clip(s string) string {
	const longest = 60
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	return string([]rune(s)[:longest]) + "…"
}
