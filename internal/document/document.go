package document

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Kinds of section that have no number of their own in a usual document. All
// other kinds are the names of numbered levels: "part", "measure", "article".
const (
	KindTitle      = "title"      // the title, with the dates that stand by it
	KindPreamble   = "preamble"   // what stands before the first numbered section
	KindConclusion = "conclusion" // what stands after the last one
	KindSection    = "section"    // a heading without a number; its id is a slug
)

// A Document is one immutable text with its outline. It is safe for
// concurrent use, since nothing in it changes after [New].
type Document struct {
	Name     string    // short name, fit for a path: "opinions-2024"
	Text     string    // UTF-8, exactly as published
	Meta     Meta      // what is known about the document as a whole
	Sections []Section // in document order; a parent stands before its children
	Markup   []Markup  // bytes of Text that are shown otherwise, in order; nil for none
	Pages    []int     // byte at which each page begins, page 1 first; nil where there are none

	digest string
	byID   map[string]int
	byName map[string][]int // kind and normal designation -> sections
}

// A Section is a part of the text under one heading.
type Section struct {
	ID     string // stable: kind and number, "measure-7"; or a slug of the heading
	Kind   string // "part", "measure", "preamble", …
	Label  string // what a citation calls it: "Measure 7"
	Parent int    // index in Document.Sections; -1 at the top
	Anchor string // the id that the file's format gives it, for links; "" for none

	Designation Designation // what the document calls it; zero when it has a name only

	Span       Span        // all of it, sections below it included
	Own        Span        // number, heading and own paragraphs, without the sections below
	Heading    Span        // the words of the heading without its number; may be empty
	Paragraphs []Paragraph // own paragraphs, heading excluded
}

// A Paragraph is a run of sentences, or another small piece of text.
type Paragraph struct {
	Kind      ParagraphKind
	Span      Span
	Sentences []Span

	// Lead is what the paragraph cannot be read without and that stands before
	// it: the sentence that introduces a list, the heading row of a table. It is
	// empty for running text.
	Lead Span
}

// ParagraphKind says what a paragraph is.
type ParagraphKind int

// The kinds of paragraphs.
const (
	Prose  ParagraphKind = iota // running text
	Item                        // a point of a list
	Row                         // a row of a table
	Header                      // the row of a table that heads its columns
	Code                        // preformatted text
	Note                        // a footnote
)

// A Markup is a range of the text that the reader is not shown as it stands: the
// asterisks of Markdown, the address of a link, a comment.
type Markup struct {
	Span
	Shown string // what stands in its place; "" as a rule
}

// Meta is what a document says of itself, or what its document.yaml says where
// the text is ambiguous. Fields that are not known are empty.
type Meta struct {
	Title      string
	ShortTitle string
	Titles     map[string]string // short titles in other languages, by tag
	Issuer     string
	Language   string // BCP 47 tag of the text, without script and region: "en"
	Source     string // where the text was taken from, for a reader to check
	Dates      []Date
	Levels     []Level             // numbered levels from the top down
	Examples   map[string][]string // questions to try, by language
}

// A Date is one of the document's own dates.
type Date struct {
	Name string // what it is the date of: "adopted", "released"
	Day  string // ISO 8601: "2024-02-23"
	Span Span   // where the text says so; empty if it does not
}

// A Level names one kind of numbered section in the languages in which people
// ask for it. The first English name makes the label of a citation.
type Level struct {
	Kind  string              // "measure"
	Names map[string][]string // language tag -> names, plural forms and abbreviations
}

// New checks the outline and returns the document. The error names the section
// at fault.
func New(d Document) (*Document, error) {
	sum := sha256.Sum256([]byte(d.Text))
	d.digest = hex.EncodeToString(sum[:])
	d.byID = make(map[string]int, len(d.Sections))
	d.byName = make(map[string][]int, len(d.Sections))
	for i := range d.Sections {
		s := &d.Sections[i]
		if _, twice := d.byID[s.ID]; twice || s.ID == "" {
			return nil, fmt.Errorf("document %s: section %d: id %q is empty or used twice", d.Name, i, s.ID)
		}
		d.byID[s.ID] = i
		if !s.Designation.IsZero() {
			name := s.Kind + "-" + s.Designation.Normal
			d.byName[name] = append(d.byName[name], i)
		}
		if err := d.check(i); err != nil {
			return nil, fmt.Errorf("document %s: section %s: %w", d.Name, s.ID, err)
		}
	}
	return &d, nil
}

// check holds section i to the rules that every reader of it relies on.
func (d *Document) check(i int) error {
	s := &d.Sections[i]
	if !s.Span.Within(d.Text) || !s.Own.Within(d.Text) || !s.Heading.Within(d.Text) {
		return fmt.Errorf("span outside the text or inside a rune")
	}
	if !s.Span.Contains(s.Own) || (!s.Heading.Empty() && !s.Own.Contains(s.Heading)) {
		return fmt.Errorf("own text or heading outside its span")
	}
	if s.Parent >= i || s.Parent < -1 {
		return fmt.Errorf("parent %d does not stand before it", s.Parent)
	}
	if s.Parent >= 0 && !d.Sections[s.Parent].Span.Contains(s.Span) {
		return fmt.Errorf("reaches outside its parent %s", d.Sections[s.Parent].ID)
	}
	if i > 0 && s.Own.Start < d.Sections[i-1].Own.End {
		return fmt.Errorf("begins inside %s", d.Sections[i-1].ID)
	}
	return checkParagraphs(d.Text, s)
}

func checkParagraphs(text string, s *Section) error {
	at := max(s.Own.Start, s.Heading.End)
	for _, p := range s.Paragraphs {
		if !p.Span.Within(text) || !s.Own.Contains(p.Span) || p.Span.Start < at {
			return fmt.Errorf("paragraph at byte %d is out of place", p.Span.Start)
		}
		in := p.Span.Start
		for _, t := range p.Sentences {
			if !t.Within(text) || t.Empty() || !p.Span.Contains(t) || t.Start < in {
				return fmt.Errorf("sentence at byte %d is out of place", t.Start)
			}
			in = t.End
		}
		at = p.Span.End
	}
	return nil
}

// Slice returns the text of s, word for word.
func (d *Document) Slice(s Span) string { return d.Text[s.Start:s.End] }

// Digest returns the SHA-256 of the text in hexadecimal, 64 characters.
func (d *Document) Digest() string { return d.digest }

// ByID returns the index of the section with that id. A kind with a normal
// designation serves as well, where only one section has them: "annex-2" for
// "annex-ii".
func (d *Document) ByID(id string) (int, bool) {
	if i, ok := d.byID[id]; ok {
		return i, true
	}
	if named := d.byName[id]; len(named) == 1 {
		return named[0], true
	}
	return 0, false
}

// Designated returns the indexes of the sections of a kind that have a normal
// designation, in document order: several where numbers begin again.
func (d *Document) Designated(kind, normal string) []int { return d.byName[kind+"-"+normal] }

// OfKind returns the indexes of all sections of a kind, in document order.
func (d *Document) OfKind(kind string) []int {
	var out []int
	for i := range d.Sections {
		if d.Sections[i].Kind == kind {
			out = append(out, i)
		}
	}
	return out
}

// Children returns the indexes of the sections directly below section i, in
// document order; with i == -1, those at the top.
func (d *Document) Children(i int) []int {
	var out []int
	for j := i + 1; j < len(d.Sections) && (i < 0 || d.Sections[j].Own.Start <= d.Sections[i].Span.End); j++ {
		if d.Sections[j].Parent == i {
			out = append(out, j)
		}
	}
	return out
}

// Heading returns the words of section i's heading, without its number, on one
// line and without a closing full stop. The title section has the title of the
// document, which stands in its text, for want of a heading.
func (d *Document) Heading(i int) string {
	s := &d.Sections[i]
	if s.Kind == KindTitle && s.Heading.Empty() {
		return d.Meta.Title
	}
	return headingWords(d.Plain(s.Heading))
}

func headingWords(s string) string { return strings.TrimRight(OneLine(s), ".。 ") }

// Title returns what the heading of section i says beside its label: nothing
// where the label is the heading, for want of a number.
func (d *Document) Title(i int) string {
	title := d.Heading(i)
	if title == headingWords(d.Sections[i].Label) {
		return ""
	}
	return title
}

// OneLine returns s with every run of white space as one space, and none
// around it: for labels and for comparing, never for quotes.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Path returns the labels of the sections that lead to section i, i last.
func (d *Document) Path(i int) []string {
	var out []string
	for ; i >= 0; i = d.Sections[i].Parent {
		out = append([]string{d.Sections[i].Label}, out...)
	}
	return out
}

// Sentences returns the spans of section i's own sentences in order, heading
// excluded.
func (d *Document) Sentences(i int) []Span {
	var out []Span
	for _, p := range d.Sections[i].Paragraphs {
		out = append(out, p.Sentences...)
	}
	return out
}

// Level returns the level of a kind.
func (m Meta) Level(kind string) (Level, bool) {
	for _, l := range m.Levels {
		if l.Kind == kind {
			return l, true
		}
	}
	return Level{}, false
}
