package outline

import (
	"strconv"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
	"pincite/internal/text"
)

// build makes the sections, in document order.
func (p *parse) build() []document.Section {
	b := builder{parse: p, used: map[string]int{}, restarts: map[*heading.Level]bool{}}
	first := len(p.Lines)
	if len(p.nodes) > 0 {
		first = p.nodes[0].Line
	}
	from := 0
	if p.title.to > 0 {
		b.add(document.KindTitle, "Title", p.titleParagraphs())
		from = p.title.to
	}
	opening := p.paragraphs(from, first, -1)
	if len(p.nodes) == 0 {
		b.flat(opening)
		return b.out
	}
	if p.title.to == 0 {
		b.used[document.KindTitle] = 1
	}
	b.add(document.KindPreamble, "Opening", opening)
	b.tree()
	return b.out
}

type builder struct {
	*parse
	out  []document.Section
	used map[string]int // how often an id was asked for
	at   []int          // section index of each node

	restarts map[*heading.Level]bool // levels whose numbers begin again somewhere
}

// add appends an unnumbered section at the top, if there is text for it.
func (b *builder) add(kind, label string, paras []document.Paragraph) {
	if len(paras) == 0 {
		return
	}
	span := document.Span{Start: paras[0].Span.Start, End: paras[len(paras)-1].Span.End}
	b.used[kind] = 1
	b.out = append(b.out, document.Section{ID: kind, Kind: kind, Parent: -1, Label: label,
		Span: span, Own: span, Paragraphs: paras})
}

// flat makes each paragraph a section, for a text without headings.
func (b *builder) flat(paras []document.Paragraph) {
	for i, para := range paras {
		b.out = append(b.out, document.Section{ID: "paragraph-" + strconv.Itoa(i+1), Kind: "paragraph", Designation: document.Numbered(i + 1), Parent: -1,
			Label: "Paragraph " + strconv.Itoa(i+1), Span: para.Span, Own: para.Span, Paragraphs: []document.Paragraph{para}})
	}
	if len(paras) > 0 {
		b.kinds = []string{"paragraph"}
	}
}

// tree appends the numbered sections and, after them, the conclusion.
func (b *builder) tree() {
	b.at = make([]int, len(b.nodes))
	own := make([][]document.Paragraph, len(b.nodes))
	for i := range b.nodes {
		own[i] = b.ownParagraphs(&b.nodes[i])
	}
	last := len(b.nodes) - 1
	var rest []document.Paragraph
	own[last], rest = b.cutConclusion(own)
	b.duplicates()
	for i := range b.nodes {
		b.at[i] = len(b.out)
		b.out = append(b.out, b.section(i, own[i]))
	}
	for i := last; i >= 0; i-- {
		if up := b.nodes[i].parent; up >= 0 {
			s := &b.out[b.at[up]]
			s.Span.End = max(s.Span.End, b.out[b.at[i]].Span.End)
		}
	}
	b.add(document.KindConclusion, "Conclusion", rest)
}

func (b *builder) section(i int, own []document.Paragraph) document.Section {
	n := &b.nodes[i]
	s := document.Section{Kind: n.kindName(), Designation: n.designation(), Parent: -1, Heading: n.heading, Paragraphs: own}
	if n.parent >= 0 {
		s.Parent = b.at[n.parent]
	}
	s.ID, s.Label = b.name(i)
	start := b.Lines[n.Line].Span.Start
	s.Own = document.Span{Start: start, End: max(start+n.Mark.Rest, n.heading.End)}
	s.Own.End = min(s.Own.End, len(b.Source))
	if len(own) > 0 {
		s.Own.End = own[len(own)-1].Span.End
	}
	s.Span = s.Own
	return s
}

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
	var out []document.Paragraph
	open := false
	for i := from; i < to; i++ {
		l := &p.Lines[i]
		if l.Out || rule(p.Line(i)) {
			open = open && !l.Out
			continue
		}
		span := l.Span
		span.Start = max(span.Start, start)
		if span.Empty() {
			continue
		}
		if open && p.joins(i) {
			out[len(out)-1].Span.End = span.End
			continue
		}
		out = append(out, document.Paragraph{Span: span})
		open = true
	}
	p.cutSentences(out)
	return out
}

func (p *parse) cutSentences(paras []document.Paragraph) {
	for i := range paras {
		s := paras[i].Span
		for _, t := range text.Sentences(p.Slice(s), s.Start) {
			paras[i].Sentences = append(paras[i].Sentences, document.Span{Start: t[0], End: t[1]})
		}
	}
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
	p.cutSentences(out)
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
	if others < 3 || single*10 < others*9 || len(mine) < 2 {
		return mine, nil
	}
	return mine[:1], mine[1:]
}
