package outline

import (
	"slices"
	"strings"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/lines"
	"pincite/internal/text"
)

// ownParagraphs returns the paragraphs of a section without its heading.
func (p *parse) ownParagraphs(n *node) []document.Paragraph {
	if n.heading.Empty() && n.body >= p.Lines[n.Line].Span.End {
		return p.paragraphs(n.Line+1, n.to, -1)
	}
	return p.paragraphs(n.Line, n.to, n.body)
}

// paragraphs returns those of lines [from, to). Text before byte start is left
// out; -1 stands for the start of the lines.
func (p *parse) paragraphs(from, to, start int) []document.Paragraph {
	c := collector{parse: p}
	for i := from; i < to; i++ {
		l := &p.Lines[i]
		if l.Out || !l.Given() && !l.Code() && rule(p.Line(i)) {
			c.open = false
			continue
		}
		span := l.Span
		span.Start = max(span.Start, start)
		if span.Empty() || span.Start > span.End {
			continue
		}
		c.line(i, span)
	}
	c.close()
	return c.out
}

// A collector makes paragraphs of lines and knows what a list belongs to.
type collector struct {
	*parse
	out    []document.Paragraph
	open   bool          // the last one may go on
	lead   document.Span // what introduces the list that is being read; empty outside of one
	header document.Span // the heading row of the table that is being read
}

// line adds line i, of which span is text.
func (c *collector) line(i int, span document.Span) {
	if c.open && i > 0 && c.joins(i) && !c.listed(i) {
		c.out[len(c.out)-1].Span.End = span.End
		return
	}
	c.close()
	c.out = append(c.out, document.Paragraph{Kind: c.kindOf(&c.Lines[i], span), Span: span})
	if last := &c.out[len(c.out)-1]; last.Kind == document.Prose && c.itemised(i) {
		last.Kind = document.Item
	}
	c.open = true
}

// close finishes the last paragraph: its sentences, what it belongs to, and what
// it introduces.
func (c *collector) close() {
	if len(c.out) == 0 {
		return
	}
	if c.out[len(c.out)-1].Sentences != nil {
		return
	}
	c.out = append(c.out[:len(c.out)-1], c.parts(c.out[len(c.out)-1])...)
	para := &c.out[len(c.out)-1]
	if para.Kind == document.Prose && !c.lead.Empty() && strings.HasSuffix(c.Slice(para.Span), ";") {
		para.Kind = document.Item
	}
	switch para.Kind {
	case document.Header:
		c.header = para.Span
		return
	case document.Row:
		para.Lead = c.header
		return
	case document.Item:
		para.Lead = c.lead
	case document.Prose:
		c.lead = document.Span{}
	}
	c.header = document.Span{}
	c.introduces(para)
}

// introduces keeps the last sentence of a paragraph that ends in a colon, or breaks off,
// since the points below it cannot be read without it.
func (c *collector) introduces(para *document.Paragraph) {
	s := strings.TrimRight(c.View(para.Span).Text, " ")
	if n := len(para.Sentences); n > 0 && (colon(s) || para.Kind == document.Prose && text.BreaksOff(s)) {
		c.lead = para.Sentences[n-1]
	}
}

// itemised reports that line i begins a point of a list: by its sign, or because the
// paragraph before ends in a semicolon or, among lines that do, in a colon.
func (c *collector) itemised(i int) bool {
	if bullet(c.Line(i)) && !c.Lines[i].Given() {
		return true
	}
	if c.lead.Empty() || len(c.out) < 2 {
		return false
	}
	before := c.Slice(c.out[len(c.out)-2].Span)
	return strings.HasSuffix(before, ";") || c.Lines[i].List && strings.HasSuffix(before, ":")
}

// kindOf returns what kind of paragraph begins with a line.
func (c *collector) kindOf(l *lines.Line, span document.Span) document.ParagraphKind {
	switch l.Kind {
	case block.Item:
		return document.Item
	case block.Code:
		return document.Code
	case block.Note:
		return document.Note
	case block.Row:
		first := len(c.out) == 0 || c.out[len(c.out)-1].Kind != document.Row && c.out[len(c.out)-1].Kind != document.Header
		if l.Given() && l.From.Header || !l.Given() && first && !strings.ContainsAny(c.Slice(span), "0123456789") {
			return document.Header
		}
		return document.Row
	}
	return document.Prose
}

// maxCode is the longest code, in bytes, that is one sentence; longer code is
// quoted line by line.
const maxCode = 600

// sentences cuts a paragraph. A row is quoted as a whole.
func (p *parse) sentences(para document.Paragraph) []document.Span {
	switch para.Kind {
	case document.Row, document.Header:
		return []document.Span{para.Span}
	case document.Code:
		return p.codeLines(para.Span)
	}
	v := p.View(para.Span)
	found := text.Sentences(v.Text, 0)
	out := make([]document.Span, 0, len(found))
	for _, t := range found {
		if t[1]-t[0] > maxSentence {
			p.cut = append(p.cut, v.Source(t[0], t[1]))
		}
		for _, t := range pieces(v.Text, t) {
			if s := v.Source(t[0], t[1]); !s.Empty() {
				out = append(out, s)
			}
		}
	}
	return out
}

func (p *parse) codeLines(s document.Span) []document.Span {
	if s.Len() <= maxCode {
		return []document.Span{s}
	}
	var out []document.Span
	at := s.Start
	for line := range strings.Lines(p.Slice(s)) {
		words := strings.TrimRight(line, "\r\n \t")
		if strings.TrimSpace(words) != "" {
			out = append(out, document.Span{Start: at, End: at + len(words)})
		}
		at += len(line)
	}
	return out
}

// titleParagraphs joins a date to the label above it.
func (p *parse) titleParagraphs() []document.Paragraph {
	var out []document.Paragraph
	for i := p.title.from; i < p.title.to; i++ {
		l := &p.Lines[i]
		switch {
		case l.Out || rule(p.Line(i)):
		case i > p.title.from && l.Span.Start < p.title.words.End,
			i > p.title.from && len(out) > 0 && p.dateLabel(i-1, p.title.to):
			out[len(out)-1].Span.End = l.Span.End
		case i == p.title.from:
			out = append(out, document.Paragraph{Span: document.Span{Start: p.title.words.Start, End: l.Span.End}})
		default:
			out = append(out, document.Paragraph{Span: l.Span})
		}
	}
	for i := range out {
		out[i].Sentences = p.sentences(out[i])
	}
	return out
}

// cutConclusion takes from the last section the paragraphs that are clearly not
// its own: where at least three others of its level have one paragraph each.
func (b *builder) cutConclusion(own [][]document.Paragraph) (mine, rest []document.Paragraph) {
	last := len(own) - 1
	mine = own[last]
	others, single := 0, 0
	for i := range last {
		if b.nodes[i].level == b.nodes[last].level {
			others++
			if len(own[i]) == 1 && !b.nodes[i].children {
				single++
			}
		}
	}
	if others < 3 || single*10 < others*9 || len(mine) < 2 || mine[1].Kind != document.Prose {
		return mine, nil
	}
	return mine[:1], mine[1:]
}

// cutNotes takes the footnotes from the end of the last section, unless it holds
// nothing else.
func cutNotes(own []document.Paragraph) (mine, notes []document.Paragraph) {
	n := len(own)
	for n > 0 && own[n-1].Kind == document.Note {
		n--
	}
	if n == 0 {
		return own, nil
	}
	return own[:n:n], slices.Clone(own[n:])
}
