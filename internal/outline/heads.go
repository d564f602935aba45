package outline

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/outline/heading"
)

// candidates returns the lines that may be headings, in text order.
func (p *parse) candidates() []*heading.Candidate {
	var out []*heading.Candidate
	for i := range p.lines {
		if p.lines[i].out || p.lines[i].code {
			continue
		}
		if m, ok := p.markOf(i); ok {
			out = append(out, &heading.Candidate{Line: i, Mark: m, Shape: p.shapeOf(i, m)})
		}
	}
	return out
}

// markOf reads the mark of line i: its own, or that of the line of signs below it.
func (p *parse) markOf(i int) (heading.Mark, bool) {
	s := p.line(i)
	if m, ok := p.underlined(i); ok {
		return m, true
	}
	m, ok := heading.Read(s)
	if !ok && p.lines[i].gap && p.aloneInGap(i) {
		if caps, ok := heading.Capitals(s); ok {
			return caps, true
		}
	}
	if !ok || strings.HasPrefix(m.Style, "#") && !p.hashes {
		return heading.Mark{}, false
	}
	if !p.mayBegin(i, &m) {
		return heading.Mark{}, false
	}
	return m, true
}

// underlined recognises a heading with a line of = or - right below it.
func (p *parse) underlined(i int) (heading.Mark, bool) {
	if i+1 >= len(p.lines) || p.lines[i+1].gap || !p.lines[i].gap || utf8.RuneCountInString(p.line(i)) > 100 {
		return heading.Mark{}, false
	}
	under := p.line(i + 1)
	level := 0
	switch {
	case len(under) >= 3 && strings.Trim(under, "=") == "":
		level = 1
	case len(under) >= 3 && strings.Trim(under, "-") == "":
		level = 2
	default:
		return heading.Mark{}, false
	}
	return heading.Underlined(p.line(i), level), true
}

// mayBegin reports whether line i stands where a heading or list item can: in a
// text broken into lines by hand, not in the middle of a sentence.
func (p *parse) mayBegin(i int, m *heading.Mark) bool {
	l := &p.lines[i]
	switch {
	case m.Style == "1 ":
		return l.gap && p.aloneInGap(i)
	case l.gap || !p.wrapped || i == 0 || p.lines[i-1].out:
		return true
	}
	if _, after := heading.Read(p.line(i - 1)); after && utf8.RuneCountInString(p.line(i-1)) < 60 {
		return true // right below another heading
	}
	return paused(p.line(i - 1))
}

// aloneInGap reports whether nothing stands right below line i.
func (p *parse) aloneInGap(i int) bool {
	return i+1 >= len(p.lines) || p.lines[i+1].gap || !p.wrapped
}

func (p *parse) shapeOf(i int, m heading.Mark) heading.Shape {
	s := p.line(i)
	first, more := firstSentence(s[m.Rest:])
	return heading.Shape{RunIn: more && len(first) <= maxHeading, Stop: heading.Stopped(s), Indent: p.lines[i].indent}
}
