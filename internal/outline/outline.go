package outline

import (
	"fmt"
	"strings"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
	"pincite/internal/text"
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

// Infer returns the sections of a plain text or Markdown document, which is
// UTF-8, and what the text says of itself: title, language, dates and levels.
// It is an error if there are too many lines, or no text.
func Infer(source string, hints Hints) ([]document.Section, document.Meta, error) {
	p := &parse{text: source, lines: splitLines(source), hints: hints}
	if len(p.lines) > MaxLines {
		return nil, document.Meta{}, fmt.Errorf("%d lines are too many; the limit is %d", len(p.lines), MaxLines)
	}
	sections := p.sections()
	if len(sections) == 0 {
		return nil, document.Meta{}, text.ErrEmpty
	}
	return sections, p.meta(), nil
}

// level returns the hint for the level of a kind.
func (h *Hints) level(kind string) (document.Level, bool) {
	return document.Meta{Levels: h.Levels}.Level(kind)
}

// A parse is one document on its way to an outline.
type parse struct {
	text    string
	lines   []line
	hints   Hints
	wrapped bool // paragraphs are broken over several lines
	hashes  bool // Markdown headings are in use

	title  block
	nodes  []node
	levels map[string]*heading.Level
	kinds  []string // of the numbered levels, from the top down
	lang   string   // of the text
}

// line returns the text of line i.
func (p *parse) line(i int) string { return p.slice(p.lines[i].span) }

func (p *parse) slice(s document.Span) string { return p.text[s.Start:s.End] }

// sections runs the steps of the inference in order.
func (p *parse) sections() []document.Section {
	p.fences()
	p.furniture()
	p.wrapped = isWrapped(p.text, p.lines)
	p.hashes = p.usesHashes()
	cands := heading.Sift(p.candidates(), len(p.lines))
	first := len(p.lines)
	if len(cands) > 0 {
		first = cands[0].Line
	}
	p.title = p.findTitle(cands, first)
	cands = p.absorb(cands)
	p.levels = heading.Levels(cands)
	p.nest(cands)
	p.dropList()
	p.headings()
	p.fold()
	p.lang = p.language()
	p.nameLevels()
	if out := p.build(); len(out) > 0 {
		return out
	}
	return p.everything()
}

// everything makes sections of all paragraphs of a text in which nothing but
// furniture was found: better too much than nothing.
func (p *parse) everything() []document.Section {
	for i := range p.lines {
		p.lines[i].out, p.lines[i].head = false, false
	}
	p.title, p.nodes, p.levels, p.kinds = block{}, nil, nil, nil
	return p.build()
}

// fences marks the lines of Markdown code blocks, where nothing is a heading.
func (p *parse) fences() {
	in := false
	for i := range p.lines {
		s := p.line(i)
		fence := strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~")
		p.lines[i].code = in || fence
		if fence {
			in = !in
		}
	}
}

// usesHashes reports Markdown headings: "# " in prose or in a shell comment
// happens once, in headings again and again.
func (p *parse) usesHashes() bool {
	n, blankAfter := 0, 0
	for i := range p.lines {
		s := p.line(i)
		if strings.HasPrefix(s, "#") && !p.lines[i].code {
			if _, ok := heading.Read(s); ok {
				n++
				if i+1 == len(p.lines) || p.lines[i+1].gap || p.lines[i].gap {
					blankAfter++
				}
			}
		}
	}
	return n > 0 && blankAfter*2 >= n
}
