package outline

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/outline/heading"
)

// candidates returns the lines that may be headings, in text order.
func (p *parse) candidates() []*heading.Candidate {
	var out []*heading.Candidate
	for i := range p.Lines {
		if p.Lines[i].Out || p.Lines[i].Code {
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
	s := p.Line(i)
	if m, ok := p.underlined(i); ok {
		return m, true
	}
	m, ok := heading.Read(s)
	if !ok && p.Lines[i].Gap && p.aloneInGap(i) {
		if caps, ok := heading.Capitals(s); ok {
			return caps, true
		}
	}
	if !ok || strings.HasPrefix(m.Style, "#") && !p.Hashes {
		return heading.Mark{}, false
	}
	if !p.mayBegin(i, &m) {
		return heading.Mark{}, false
	}
	return m, true
}

// underlined recognises a heading with a line of = or - right below it.
func (p *parse) underlined(i int) (heading.Mark, bool) {
	if i+1 >= len(p.Lines) || p.Lines[i+1].Gap || !p.Lines[i].Gap || utf8.RuneCountInString(p.Line(i)) > 100 {
		return heading.Mark{}, false
	}
	under := p.Line(i + 1)
	level := 0
	switch {
	case len(under) >= 3 && strings.Trim(under, "=") == "":
		level = 1
	case len(under) >= 3 && strings.Trim(under, "-") == "":
		level = 2
	default:
		return heading.Mark{}, false
	}
	return heading.Underlined(p.Line(i), level), true
}

// mayBegin reports whether line i stands where a heading or list item can: in a
// text broken into lines by hand, not in the middle of a sentence.
func (p *parse) mayBegin(i int, m *heading.Mark) bool {
	l := &p.Lines[i]
	switch {
	case m.Style == "1 ":
		return l.Gap && p.aloneInGap(i)
	case l.Gap || !p.Wrapped || i == 0 || p.Lines[i-1].Out:
		return true
	}
	if _, after := heading.Read(p.Line(i - 1)); after && utf8.RuneCountInString(p.Line(i-1)) < 60 {
		return true // right below another heading
	}
	return paused(p.Line(i - 1))
}

// aloneInGap reports whether nothing stands right below line i.
func (p *parse) aloneInGap(i int) bool {
	return i+1 >= len(p.Lines) || p.Lines[i+1].Gap || !p.Wrapped
}

func (p *parse) shapeOf(i int, m heading.Mark) heading.Shape {
	s := p.Line(i)
	first, more := firstSentence(s[m.Rest:])
	return heading.Shape{RunIn: more && len(first) <= maxHeading, Stop: heading.Stopped(s), Indent: p.Lines[i].Indent}
}

// paused reports whether the line after s may begin something new.
func paused(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return heading.Stopped(s) || strings.ContainsRune(":;：", r) ||
		strings.HasSuffix(s, " and") || strings.HasSuffix(s, " or") || strings.HasSuffix(s, ",")
}
