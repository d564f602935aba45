package outline

import (
	"fmt"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/importer/encoding"
	"pincite/internal/outline/doubt"
	"pincite/internal/outline/levels"
	"pincite/internal/outline/lines"
)

// MaxLines is the number of lines, blank ones apart, that are read; it bounds
// the memory of the inference. A long novel has 50,000.
const MaxLines = 2_000_000

// Hints say what a text leaves open. All are optional.
type Hints struct {
	Language string          // BCP 47 tag of the text; inferred if empty
	Dates    []document.Date // names and days; their spans are looked up in the text
	Skip     []string        // lines, word for word, that belong to no section

	// Levels of numbered sections from the top down. One whose kind is a word of
	// the text (article) names that level; the others name the remaining ones.
	Levels []document.Level
}

// An Outline is what [Build] makes of a source.
type Outline struct {
	Sections []document.Section
	Meta     document.Meta // what the text says of itself: title, language, dates, levels
	Pages    []int         // byte at which each page begins; nil where there are none

	// Warnings tell where the outline is doubtful, one line each, with the place.
	Warnings []string
}

// Build returns the outline of a source: the one that its format gives, with
// what is missing inferred from its words. A source without blocks is plain text.
// It is an error if there are too many lines, or no text.
func Build(s *block.Source, hints Hints) (*Outline, error) {
	p := &parse{Text: lines.New(s), hints: hints, given: s.Meta, figures: map[int]bool{}, phrases: map[string]string{}}
	if len(p.Lines) > MaxLines {
		return nil, fmt.Errorf("%d lines are too many; the limit is %d", len(p.Lines), MaxLines)
	}
	sections := p.sections()
	if len(sections) == 0 {
		return nil, encoding.ErrEmpty
	}
	return &Outline{Sections: sections, Meta: p.meta(), Pages: pages(s.Blocks), Warnings: p.doubts(sections)}, nil
}

// doubts tells where the outline is doubtful.
func (p *parse) doubts(sections []document.Section) []string {
	o := doubt.Outline{Text: p.Text, Sections: sections, Lost: p.lost, Cut: p.cut, Piece: maxSentence, Title: p.title.to}
	for i := range p.nodes {
		o.Heads = append(o.Heads, p.nodes[i].Candidate)
	}
	return doubt.Warnings(o)
}

// pages returns where each page begins.
func pages(blocks []block.Block) []int {
	var out []int
	for i := range blocks {
		for b := &blocks[i]; len(out) < b.Page; {
			at := b.Span.Start
			if len(out) == 0 {
				at = 0
			}
			out = append(out, at)
		}
	}
	return out
}

// level returns the hint for the level of a kind.
func (h *Hints) level(kind string) (document.Level, bool) {
	return document.Meta{Levels: h.Levels}.Level(kind)
}

// A parse is one document on its way to an outline.
type parse struct {
	*lines.Text
	hints Hints
	given document.Meta // what the format says of the document

	title  titleLines
	nodes  []node
	levels map[string]*levels.Level
	begins []bool // which lines begin a section

	marginal   map[int]int            // lines in bold type above the numbers of paragraphs that they are notes of, by these
	captioned  map[int]int            // lines of the words of headings that stand above their number, by its line
	aboveEach  map[int]bool           // lines of titles that stand each above a number, if all numbers have one
	leads      map[int]int            // how many bytes of words that are no part of it stand before a heading, by its line
	figures    map[int]bool           // lines that begin with a word and a number, as below figures, and head no section
	phrases    map[string]string      // words of the text's own that it counts sections by, by kind
	inBrackets map[*levels.Level]bool // levels whose titles stand in brackets
	own        callings               // what the text calls sections that have a number alone
	main       []bool                 // which nodes count on from those in the section before
	through    map[*levels.Level]bool // levels most of whose sections do
	kinds      []string               // of the numbered levels, from the top down
	lang       string                 // of the text
	lost       []*levels.Candidate
	cut        []document.Span // sentences that were cut since they were too long
}

// sections runs the steps of the inference in order.
func (p *parse) sections() []document.Section {
	p.Sort(p.hints.Skip)
	p.begins = make([]bool, len(p.Lines))
	found := p.withHyphened(p.withCodes(p.withQualified(p.withPhrases(p.dropReferences(p.dropIndented(p.withMisspelt(p.candidates())))))))
	p.numberGiven(found)
	p.doubtGlued(found)
	p.partWords(found)
	cands := p.ownNumber(levels.Sift(found, len(p.Lines)))
	cands = p.dropEnds(p.withTitles(p.withGroups(p.withClosings(p.dropEmpty(cands)))))
	cands = p.withRunIns(p.titleAgain(p.titleOnce(p.dropCover(p.dropHollow(cands)))))
	p.lost = dropped(found)
	first := len(p.Lines)
	if len(cands) > 0 {
		first = cands[0].Line
	}
	p.title = p.findTitle(cands, first)
	cands = p.absorb(cands)
	p.captions(cands)
	p.levels = levels.Levels(cands)
	p.nest(cands)
	p.dropList()
	p.lang = p.language()
	p.headings()
	p.fold()
	p.countThrough()
	p.nameLevels()
	p.callSections()
	p.callItems()
	if out := p.build(); len(out) > 0 {
		return out
	}
	return p.everything()
}

// everything makes sections of all paragraphs of a text in which nothing but
// furniture was found: better too much than nothing.
func (p *parse) everything() []document.Section {
	for i := range p.Lines {
		p.Lines[i].Out = false
	}
	clear(p.begins)
	p.title, p.nodes, p.levels, p.kinds, p.main = titleLines{}, nil, nil, nil, nil
	return p.build()
}
