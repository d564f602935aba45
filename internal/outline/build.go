package outline

import (
	"strconv"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
)

// build makes the sections, in document order.
func (p *parse) build() []document.Section {
	b := builder{parse: p, used: map[string]int{}, restarts: map[*levels.Level]bool{}}
	first := len(p.Lines)
	if len(p.nodes) > 0 {
		first = p.nodes[0].from
	}
	from := 0
	if p.title.to > 0 {
		b.add(document.KindPreamble, "Opening", p.paragraphs(p.title.from-p.title.over, p.title.from, -1))
		b.add(document.KindTitle, "Title", p.titleParagraphs())
		from = p.title.to
	}
	opening := p.paragraphs(from, first, -1)
	if len(p.nodes) == 0 {
		b.flat(opening)
		return b.out
	}
	if p.title.to == 0 {
		b.used[document.KindTitle] = 1 // a heading of that name gets another id
	}
	b.addOpening(opening)
	b.tree()
	return b.out
}

type builder struct {
	*parse
	out  []document.Section
	used map[string]int // how often an id was asked for
	at   []int          // section index of each node

	restarts map[*levels.Level]bool // levels whose numbers begin again somewhere
}

// add appends an unnumbered section at the top, if there is text for it.
func (b *builder) add(kind, label string, paras []document.Paragraph) {
	if len(paras) == 0 {
		return
	}
	span := document.Span{Start: paras[0].Span.Start, End: paras[len(paras)-1].Span.End}
	id := kind
	if kind == document.KindSection {
		id = strings.ToLower(label)
	}
	b.out = append(b.out, document.Section{ID: b.unique(id), Kind: kind, Parent: -1, Label: label,
		Span: span, Own: span, Paragraphs: paras})
}

// addOpening adds what stands before the first section. A line in capitals above it, or a
// word as "Foreword", is its title.
func (b *builder) addOpening(paras []document.Paragraph) {
	head := document.Span{}
	if len(paras) > 1 && paras[1].Kind == document.Prose && heading.Stopped(b.View(paras[1].Span).Text) && b.headsOpening(paras[0].Span) {
		head = paras[0].Span
	}
	if head.Empty() {
		b.add(document.KindPreamble, "Opening", paras)
		return
	}
	b.add(document.KindPreamble, "Opening", paras[1:])
	s := &b.out[len(b.out)-1]
	s.Heading = head
	s.Span.Start, s.Own.Start = head.Start, head.Start
}

// headsOpening reports a word or a few in capitals, without a number.
func (b *builder) headsOpening(s document.Span) bool {
	const most = 3 // words
	shown := b.View(s).Text
	_, capitals := heading.Capitals(shown)
	return (capitals || heading.Opening(shown)) && len(strings.Fields(shown)) <= most && !heading.Stopped(shown) && !strings.ContainsFunc(shown, unicode.IsDigit)
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
	var rest, notes []document.Paragraph
	own[last], notes = cutNotes(own[last])
	own[last], rest = b.cutConclusion(own)
	histories(b.parse, own)
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
	b.add(document.KindSection, "Notes", notes)
}

func (b *builder) section(i int, own []document.Paragraph) document.Section {
	n := &b.nodes[i]
	s := document.Section{Kind: n.kindName(), Designation: n.Mark.Designation, Parent: -1, Heading: n.heading, Paragraphs: own}
	if n.parent >= 0 {
		s.Parent = b.at[n.parent]
	}
	s.ID, s.Label = b.name(i)
	if from := b.Lines[n.Line].From; from != nil {
		s.Anchor = from.Anchor
	}
	start := b.Lines[n.from].Span.Start
	s.Own = document.Span{Start: start, End: max(b.At(n.Line, n.Mark.Rest), n.heading.End)}
	s.Own.End = min(s.Own.End, len(b.Source))
	if len(own) > 0 {
		s.Own.End = own[len(own)-1].Span.End
	}
	s.Span = s.Own
	return s
}
