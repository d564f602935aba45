package layout

import (
	"regexp"
	"strconv"

	"pincite/internal/importer/pdf/typeset"
)

// small is the size of footnotes, at most, as a share of that of the text.
const small = 0.93

var noteStart = regexp.MustCompile(`^([0-9]{1,3}|[⁰¹²³⁴-⁹]{1,3}|[*†‡]{1,3})[.)]? *(\S.*)?$`)

// takeNotes parts the footnotes of a page from its lines: small type below all of
// the text of its column, from a line that begins with a mark.
func (c *composer) takeNotes(page []typeset.Line) (text []typeset.Line, notes []paragraph) {
	lowest := map[typeset.Span]float64{}
	for i := range page {
		if l := &page[i]; l.Size > small*c.body {
			if low, known := lowest[l.Area]; !known || l.Base > low {
				lowest[l.Area] = l.Base
			}
		}
	}
	referred := references(page)
	for i := range page {
		l := page[i]
		if l.Table() != nil { // it may be set in small type, and stand below what looks like a note
			text = append(text, l)
			continue
		}
		below, known := lowest[l.Area]
		n := len(notes) - 1
		m := noteStart.FindStringSubmatch(l.Text)
		raised := m != nil && plainDigits(m[1]) != m[1] && referred[m[1]] // its mark tells, whatever the type
		inNote := n >= 0 && l.Area == notes[n].last().Area && l.Size <= notes[n].first().Size+0.3
		if !raised && !inNote && (l.Size > small*c.body || known && l.Base < below || len(lowest) == 0) {
			text = append(text, l)
			continue
		}
		switch {
		case m != nil && (n < 0 || follows(notes[n].label, m[1])):
			l.Text = m[2]
			notes = append(notes, paragraph{lines: []typeset.Line{l}, note: true, label: plainDigits(m[1])})
		case n >= 0:
			notes[n].lines = append(notes[n].lines, l)
		default:
			text = append(text, l)
		}
	}
	return text, notes
}

// references returns the raised numbers that stand in a line and do not begin it. What a
// raised number begins that nothing refers to is no note: laws number paragraphs so.
func references(page []typeset.Line) map[string]bool {
	out := map[string]bool{}
	for i := range page {
		for _, at := range superscript.FindAllStringIndex(page[i].Text, -1) {
			if at[0] > 0 {
				out[page[i].Text[at[0]:at[1]]] = true
			}
		}
	}
	return out
}

// follows reports whether mark can be that of the note after the one with label:
// the next number, or another sign.
func follows(label, mark string) bool {
	last, err := strconv.Atoi(label)
	next, otherErr := strconv.Atoi(plainDigits(mark))
	return err != nil || otherErr != nil || next == last+1
}
