package lines

import (
	"strings"

	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
)

// split makes two lines of each that begins with the number of a section and goes on with the
// first number of a list, as "Art. 2. 1. A harbour is kept by the parish.", "3. (1) Dogs are
// led." and "3.—(1) Dogs are led." do: what follows below is 2.
func (t *Text) split() {
	var out []Line // nil while none is split
	for i := range t.Lines {
		l := t.Lines[i]
		end, at := t.listAt(i)
		if at == 0 {
			if out != nil {
				out = append(out, l)
			}
			continue
		}
		if out == nil {
			out = append(make([]Line, 0, len(t.Lines)+1), t.Lines[:i]...)
		}
		list := l
		list.Span.Start = t.At(i, at)
		l.Span.End = t.At(i, end)
		l.Span = trim(t.Source, l.Span)
		list.Split, list.Gap, list.Page, list.Soft, list.Room = true, l.Given(), false, false, t.width
		if t.markup != nil {
			l.view, list.view = t.View(l.Span), t.View(list.Span)
		}
		out = append(out, l, list)
	}
	if out != nil {
		t.Lines = out
	}
}

// listAt returns where the number of line i ends and the list behind it begins, 0 if there is none.
func (t *Text) listAt(i int) (end, at int) {
	l := &t.Lines[i]
	if l.Out || l.Kind != block.Text && l.Kind != block.Paragraph || t.Label(i) > 0 {
		return 0, 0
	}
	s := t.Line(i)
	m, ok := heading.Read(s)
	if !ok || m.Kind == "" && m.Style != "1." || m.Rest >= len(s) || !strings.ContainsAny(s[len(m.Label):m.Rest], ".–—-") {
		return 0, 0
	}
	at = len(s) - len(strings.TrimLeft(s[m.Rest:], "–—"))
	first, ok := heading.Read(s[at:])
	if ok && (first.Style == "1." && m.Kind != "" || first.Style == "(1)") && first.Number == 1 && at+first.Rest < len(s) && t.counted(i, &m, first.Style) {
		return m.Rest, at
	}
	return 0, 0
}

// counted reports that the second number of a list of a style stands below line i, which is
// marked as of is, and no other heading like it before that.
func (t *Text) counted(i int, of *heading.Mark, style string) bool {
	const most = 300 // lines
	for j := i + 1; j < min(i+most, len(t.Lines)); j++ {
		m, ok := heading.Read(t.Line(j))
		switch {
		case !ok || t.Lines[j].Out:
		case m.Kind == of.Kind && (m.Kind != "" || m.Style == of.Style):
			return false
		case m.Style == style && m.Number == 2:
			return true
		}
	}
	return false
}
