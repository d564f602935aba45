package markdown

import (
	"strings"

	"pincite/internal/document"
)

// A piece of the file is shown: as it stands, or as something else.
type piece struct {
	document.Span
	as       string
	replaced bool
	block    int // number of the block that it is part of
}

// show adds a piece as it stands, without the line end behind it.
func (r *reader) show(s document.Span) {
	s.End = s.Start + len(strings.TrimRight(r.text[s.Start:s.End], "\r\n"))
	if !s.Empty() {
		r.shown = append(r.shown, piece{Span: s, block: len(r.out)})
	}
}

// replace adds a piece that is shown as something else.
func (r *reader) replace(s document.Span, as string) {
	if !s.Empty() {
		r.shown = append(r.shown, piece{s, as, true, len(r.out)})
	}
}

// since returns the span of what was shown from piece at on, white space around
// it left out. What is shown as nothing does not count.
func (r *reader) since(at int) document.Span {
	var span document.Span
	for _, p := range r.shown[at:] {
		s := p.Span
		if !p.replaced {
			s = trim(r.text, s)
		}
		switch {
		case s.Empty() || p.replaced && strings.TrimSpace(p.as) == "":
		case span.Empty():
			span = s
		default:
			span = span.Join(s)
		}
	}
	return span
}

// trim takes the white space off both ends of s, but not the indentation of a line
// that begins with it.
func trim(text string, s document.Span) document.Span {
	s.End = s.Start + len(strings.TrimRight(text[s.Start:s.End], " \t\r\n"))
	if s.Start == 0 || text[s.Start-1] != '\n' {
		s.Start = s.End - len(strings.TrimLeft(text[s.Start:s.End], " \t\r\n"))
	}
	return s
}

// markup returns what no piece shows, and what is shown as something else. White
// space between two pieces is kept, once: a comment that goes does not leave two
// blank lines.
func (r *reader) markup() []document.Markup {
	var out []document.Markup
	add := func(s document.Span, as string) {
		if s.Empty() {
			return
		}
		if n := len(out); n > 0 && out[n-1].End == s.Start && as == "" && out[n-1].Shown == "" {
			out[n-1].End = s.End
			return
		}
		out = append(out, document.Markup{Span: s, Shown: as})
	}
	at, last := 0, -1
	for _, p := range r.shown {
		if p.Start < at { // shown already
			continue
		}
		gap := document.Span{Start: at, End: p.Start}
		if s := hidden(r.text, gap); !s.Empty() {
			add(s, "")
		} else if p.block == last {
			add(indentation(r.text, gap), "")
		}
		last = p.block
		if p.replaced {
			add(p.Span, p.as)
		}
		at = p.End
	}
	add(hidden(r.text, document.Span{Start: at, End: len(r.text)}), "")
	return out
}

// hidden returns the part of a gap between two pieces that is no mere white
// space, with the white space on that side of it that breaks fewer lines.
func hidden(text string, gap document.Span) document.Span {
	s := text[gap.Start:gap.End]
	lead := len(s) - len(strings.TrimLeft(s, " \t\r\n"))
	if lead == len(s) {
		return document.Span{}
	}
	tail := len(strings.TrimRight(s, " \t\r\n"))
	before, behind := strings.Count(s[:lead], "\n"), strings.Count(s[tail:], "\n")
	switch {
	case gap.Start == 0, lead > 0 && before >= behind:
		return document.Span{Start: gap.Start + lead, End: gap.End}
	default:
		return document.Span{Start: gap.Start, End: gap.Start + tail}
	}
}

// indentation returns the white space that a gap of nothing else has behind its
// last line end.
func indentation(text string, gap document.Span) document.Span {
	n := strings.LastIndexByte(text[gap.Start:gap.End], '\n')
	if n < 0 {
		return document.Span{}
	}
	return document.Span{Start: gap.Start + n + 1, End: gap.End}
}
