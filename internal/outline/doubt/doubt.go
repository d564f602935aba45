package doubt

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/heading/lexicon"
	"pincite/internal/outline/levels"
	"pincite/internal/outline/lines"
	"pincite/internal/text"
)

const (
	// maxWarnings bounds what is told of one kind of doubt.
	maxWarnings = 5

	// longSentence is the length in runes above which a sentence is too long to be quoted
	// well, or may be several; a sentence of a law that pauses often is one up to longPausing.
	longSentence = 1000
	longPausing  = 3000

	// pause is how many runes of a sentence there are for each of its pauses at most.
	pause = 150

	// longSection is the length in bytes below which no share of a text is large: that
	// of two pages.
	longSection = 4000

	// tenth is the share of a text from which on one thing is much of it.
	tenth = 10

	// longParagraph is the length in bytes of a paragraph that holds more than one.
	longParagraph = 5_000

	// shownRunes is how much of a line a warning repeats.
	shownRunes = 60
)

// An Outline is what is looked at.
type Outline struct {
	*lines.Text
	Sections []document.Section
	Heads    []*levels.Candidate // headings of the sections, in text order
	Lost     []*levels.Candidate // lines with numbers that became nothing
	Cut      []document.Span     // sentences that were cut since they were too long
	Piece    int                 // length of their longest piece, in bytes
	Title    int                 // line behind the title
}

// Warnings tells where an outline is doubtful, one line each, with the place.
func Warnings(o Outline) []string {
	w := warner{Outline: o}
	w.numbering()
	w.shares()
	w.sentences()
	w.lostNumbers()
	w.empty()
	w.guessed()
	return w.out
}

type warner struct {
	Outline
	out  []string
	told int // of the kind of doubt that is looked at
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
	last := map[place]int{} // section
	w.begin()
	for i := range w.Sections {
		s := &w.Sections[i]
		n, whole := s.Designation.Number()
		if !whole {
			continue
		}
		at := place{s.Parent, s.Kind}
		from, known := last[at]
		before, _ := w.Sections[from].Designation.Number()
		last[at] = i
		switch {
		case !known:
		case n == before:
			w.tell(s.Span.Start, "%s follows another section with that number", s.Label)
		case n >= 200 && n%100 <= 1 && n/100 == before/100+1: // a hundred for each chapter, 200 after 102
		case n > before+1 && w.fills(i, before, n): // "§§ 26 and 27 (repealed)"
		case n > before+1 && w.leftOut(from, i): // whoever wrote it cannot count
		case n > before+1 && (n%5 > 0 || before%5 > 0), n < before && n > 1: // many count by fives and tens
			w.tell(s.Span.Start, "%s follows number %d", s.Label, before)
		}
	}
}

// fills reports that a short line between section i, with number n, and the one before names
// the numbers that are left out, the first and the last, as laws do with what was repealed.
func (w *warner) fills(i, before, n int) bool {
	const longest = 120 // bytes
	at := w.Sections[i].Span.Start
	for line := sort.Search(len(w.Lines), func(j int) bool { return w.Lines[j].Span.Start >= at }) - 1; line >= 0; line-- {
		s := w.Line(line)
		if len(s) <= longest && names(s, before+1) && names(s, n-1) {
			return true
		}
		if m, ok := heading.Read(s); ok && m.Number == before || at-w.Lines[line].Span.Start > longSection {
			break
		}
	}
	return false
}

// leftOut reports that the numbers between those of two points of a list stand nowhere
// between them, so that none was overlooked.
func (w *warner) leftOut(from, to int) bool {
	a, b := &w.Sections[from], &w.Sections[to]
	if w.named(a) || w.named(b) {
		return false
	}
	before, _ := a.Designation.Number()
	n, _ := b.Designation.Number()
	for _, number := range numbers(w.Source[a.Span.Start:b.Span.Start]) {
		if k, err := strconv.Atoi(number); err == nil && k > before && k < n {
			return false
		}
	}
	return true
}

// named reports a section with a heading, or with a word before its number.
func (w *warner) named(s *document.Section) bool {
	c := w.head(s)
	return c == nil || c.Mark.Kind != "" || !s.Heading.Empty()
}

// names reports that number n stands in s.
func names(s string, n int) bool {
	return slices.Contains(numbers(s), strconv.Itoa(n))
}

// numbers returns the numbers that stand in s.
func numbers(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
}

// shares tells of sections whose own text is more than a tenth of the whole, where that
// is no chance: two pages or more that are many times what the others have, or a third of
// all, or a paragraph that is too long to be one. Annexes and tables are long in texts that
// are read right, and so are the sections of short ones.
func (w *warner) shares() {
	const many, third, several = 8, 3, 5
	w.begin()
	for i := range w.Sections {
		s, all := &w.Sections[i], len(w.Sections)
		n := s.Own.Len()
		if heading.Behind(s.Label) || tabular(s) || n*tenth <= len(w.Source) {
			continue
		}
		long := (n*all > many*len(w.Source) || n*third > len(w.Source) && all >= several) && !w.allGiven()
		if n >= longSection && long || all > 1 && lumped(s) {
			w.tell(s.Span.Start, "%s has %d %% of the text", s.Label, n*100/len(w.Source))
		}
	}
}

// allGiven reports that the format tells all headings, and does not guess them from the type as
// that of pages does: what is long then is so because its writer wrote much.
func (w *warner) allGiven() bool {
	return !slices.ContainsFunc(w.Heads, func(c *levels.Candidate) bool {
		from := w.Lines[c.Line].From
		return c.Mark.Plain() || c.Mark.Kind != "" && !c.Mark.Given() || from != nil && from.Page > 0
	})
}

// lumped reports a section with a paragraph that nobody wrote as one.
func lumped(s *document.Section) bool {
	return slices.ContainsFunc(s.Paragraphs, func(p document.Paragraph) bool {
		return (p.Kind == document.Prose || p.Kind == document.Item) && p.Span.Len() > longParagraph
	})
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
	for _, s := range w.Cut {
		w.tell(s.Start, "a sentence of %d bytes is cut into pieces of at most %d", s.Len(), w.Piece)
	}
	for i := range w.Sections {
		for _, para := range w.Sections[i].Paragraphs {
			for _, t := range para.Sentences {
				if t.Len() > longSentence && para.Kind != document.Row && para.Kind != document.Header && w.tooLong(t) && !w.isCut(t) {
					w.tell(t.Start, "a sentence of %d bytes in %s", t.Len(), w.Sections[i].Label)
				}
			}
		}
	}
}

// tooLong reports a sentence of more runes than one has, with its pauses.
func (w *warner) tooLong(t document.Span) bool {
	s := w.Slice(t)
	n := utf8.RuneCountInString(s)
	pauses := 0
	for _, r := range s {
		if strings.ContainsRune(",;:—–،؛，；：、", r) {
			pauses++
		}
	}
	return n > longSentence && (n > longPausing || pauses*pause < n)
}

// isCut reports a piece of a sentence that was cut.
func (w *warner) isCut(t document.Span) bool {
	i := sort.Search(len(w.Cut), func(i int) bool { return w.Cut[i].End > t.Start })
	return i < len(w.Cut) && w.Cut[i].Contains(t)
}

// lostNumbers tells of lines with a word and a number, as headings have them, that
// became no sections, and of bare numbers where a section has many of one style.
func (w *warner) lostNumbers() {
	w.begin()
	w.lostLists()
	for _, c := range w.Lost {
		if c.Mark.Kind != "" && !c.Shape.Doubt && c.Line >= w.Title && w.Lines[c.Line].Gap {
			w.tell(w.Lines[c.Line].Span.Start, "%q became no section", text.Cut(w.Line(c.Line), shownRunes))
		}
	}
}

// lostLists tells of sections in which many lines that begin with numbers of one style,
// from 1 on, became nothing.
func (w *warner) lostLists() {
	const many = 5
	type place struct {
		section int
		style   string
	}
	count := map[place]int{}
	for _, c := range w.Lost {
		l := &w.Lines[c.Line]
		in := sort.Search(len(w.Sections), func(i int) bool { return w.Sections[i].Span.Start > l.Span.Start }) - 1
		if at := (place{in, c.Mark.Style}); in >= 0 && c.Mark.Kind == "" && (l.Gap || l.Given()) && c.Mark.Number == count[at]+1 {
			if count[at]++; count[at] == many {
				w.tell(l.Span.Start, "numbered lines in %s became no sections", w.Sections[in].Label)
			}
		}
	}
}

// empty tells of numbers without a title, text or sections below them, unless the format
// says that they are headings: what was repealed is left so. Of headings that should hold
// others and hold nothing, several are no chance.
func (w *warner) empty() {
	const several = 3
	w.begin()
	first, hollow := 0, 0
	for i := range w.Sections {
		s := &w.Sections[i]
		if len(s.Paragraphs) > 0 || s.Kind == document.KindTitle || i+1 < len(w.Sections) && w.Sections[i+1].Parent == i {
			continue
		}
		switch rank := lexicon.Rank(s.Kind); {
		case s.Heading.Empty() && w.repealed(i):
		case s.Heading.Empty() && !w.given(s):
			w.tell(s.Span.Start, "%s has no text", s.Label)
		case s.Designation.IsZero(), rank > lexicon.RankAnnex && rank < lexicon.RankSection:
			if hollow++; hollow == 1 {
				first = s.Span.Start
			}
		}
	}
	if hollow >= several {
		w.tell(first, "%d headings, this the first, have nothing below them", hollow)
	}
}

// repealed reports the number of a point that stands in a paragraph of its own, as the format
// says, with nothing below it but the next one, or the next section: what was repealed is left
// so. What pages say, their layout may have torn off.
func (w *warner) repealed(i int) bool {
	c := w.head(&w.Sections[i])
	if c == nil || !c.Mark.Bracketed() {
		return false
	}
	from := w.Lines[c.Line].From
	return from != nil && from.Page == 0 && from.Kind != block.Text
}

// given reports a section whose heading is one of the format.
func (w *warner) given(s *document.Section) bool {
	c := w.head(s)
	return c != nil && c.Mark.Given()
}

// head returns the line that a section begins with, nil if that is no heading.
func (w *warner) head(s *document.Section) *levels.Candidate {
	i := sort.Search(len(w.Heads), func(i int) bool { return w.Lines[w.Heads[i].Line].Span.Start >= s.Span.Start })
	if i == len(w.Heads) || w.Lines[w.Heads[i].Line].Span.Start != s.Span.Start {
		return nil
	}
	return w.Heads[i]
}

// guessed tells of what only its look says to be headings or rows of a table, if those are
// many, and of a long text in which nothing is a heading.
func (w *warner) guessed() {
	const many = 5
	var titles, rows []int
	for i := range w.Heads {
		if n := w.Heads[i]; n.Mark.Style == heading.TitleStyle && !w.Lines[n.Line].Given() {
			titles = append(titles, n.Line)
		}
	}
	size := 0
	for i := range w.Lines {
		if l := &w.Lines[i]; l.Kind == block.Row && !l.Given() && !l.Out {
			rows = append(rows, i)
			size += l.Span.Len()
		}
	}
	w.begin()
	if len(w.Heads) == 0 && len(w.Source) >= longSection {
		w.tell(w.Sections[0].Span.Start, "no headings are found; each paragraph is a section")
	}
	if len(titles) > 0 && !w.consistent(titles) {
		w.tell(w.Lines[titles[0]].Span.Start, "lines that are taken for headings by their look: %d, this the first", len(titles))
	}
	if len(rows) >= many && size*tenth > len(w.Source) {
		w.tell(w.Lines[rows[0]].Span.Start, "%d lines, this the first, are taken for rows of a table by their look", len(rows))
	}
}

// consistent reports that lines that are taken for headings by their look have one look: there
// are several, each begins as a heading does, and sentences stand below nearly all of them.
func (w *warner) consistent(titles []int) bool {
	const several = 3
	odd := 0
	for _, line := range titles {
		start := w.Lines[line].Span.Start
		i := sort.Search(len(w.Sections), func(i int) bool { return w.Sections[i].Span.Start >= start })
		if !heading.Begins(w.Line(line)) || i == len(w.Sections) || !slices.ContainsFunc(w.Sections[i].Paragraphs, func(p document.Paragraph) bool {
			return heading.Stopped(w.Slice(p.Span))
		}) {
			odd++
		}
	}
	return len(titles) >= several && odd*tenth <= len(titles)
}
