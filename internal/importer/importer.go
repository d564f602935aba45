package importer

import (
	"fmt"
	"strings"

	"pincite/internal/document"
	"pincite/internal/text"
)

// Limits of what is taken for a document.
const (
	// MaxBytes is the size of the largest file that is read, in bytes.
	MaxBytes = 100 << 20
	// MaxLines bounds the memory of the outline; a long novel has 50,000 lines.
	MaxLines = 2_000_000
)

// Import infers the outline of a plain text or Markdown document. name is its
// short name, which begins the message of every error; settings may be nil.
func Import(name string, source []byte, settings *Settings) (*document.Document, error) {
	if len(source) > MaxBytes {
		return nil, fmt.Errorf("import %s: %d MB is too large; the limit is %d MB", name, len(source)>>20, MaxBytes>>20)
	}
	decoded, _, err := text.Decode(source)
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", name, err)
	}
	if settings == nil {
		settings = &Settings{}
	}
	p := &parse{text: decoded, lines: splitLines(decoded), settings: settings}
	if len(p.lines) > MaxLines {
		return nil, fmt.Errorf("import %s: %d lines are too many; the limit is %d", name, len(p.lines), MaxLines)
	}
	d := document.Document{Name: name, Text: decoded}
	if d.Sections = p.sections(); len(d.Sections) == 0 {
		return nil, fmt.Errorf("import %s: %w", name, text.ErrEmpty)
	}
	d.Meta = p.meta()
	return document.New(d)
}

// A parse is one document on its way to an outline.
type parse struct {
	text     string
	lines    []line
	settings *Settings
	wrapped  bool // paragraphs are broken over several lines
	hashes   bool // Markdown headings are in use

	title  block
	nodes  []node
	levels map[string]*level
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
	cands := p.sift(p.candidates())
	first := len(p.lines)
	if len(cands) > 0 {
		first = cands[0].line
	}
	p.title = p.findTitle(cands, first)
	cands = p.absorb(cands)
	p.levels = levels(cands)
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
			if _, ok := markdown(s); ok {
				n++
				if i+1 == len(p.lines) || p.lines[i+1].gap || p.lines[i].gap {
					blankAfter++
				}
			}
		}
	}
	return n > 0 && blankAfter*2 >= n
}
