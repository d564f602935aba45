package document

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"
)

// A View is a range of a text as it is shown, without its markup, and knows
// where in the text each of its bytes comes from.
type View struct {
	Text string

	base   int     // where the range begins in the source
	pieces []piece // in order; nil if nothing is hidden
}

// A piece is a run of a view that stands in the source as it is, or that is shown
// in the place of markup.
type piece struct {
	shown    int  // where it begins in the view
	source   Span // where it comes from
	replaced bool
}

// Show returns the view of span s of a text with that markup, which is in order.
func Show(text string, markup []Markup, s Span) View {
	v := View{Text: text[s.Start:s.End], base: s.Start}
	first := sort.Search(len(markup), func(i int) bool { return markup[i].End > s.Start })
	if first == len(markup) || markup[first].Start >= s.End {
		return v
	}
	var b strings.Builder
	add := func(source Span, words string, replaced bool) {
		if words != "" {
			v.pieces = append(v.pieces, piece{b.Len(), source, replaced})
			b.WriteString(words)
		}
	}
	at := s.Start
	for _, m := range markup[first:] {
		if m.Start >= s.End {
			break
		}
		if m.Start >= at {
			add(Span{at, m.Start}, text[at:m.Start], false)
			add(m.Span, m.Shown, true)
		}
		at = max(at, min(m.End, s.End))
	}
	add(Span{at, s.End}, text[at:s.End], false)
	v.Text = b.String()
	return v
}

// Source returns the span of the source that bytes [start, end) of the view come
// from, 0 <= start <= end <= len(v.Text). Markup at its edges is left out; what is
// shown in the place of markup stands for all of it.
func (v View) Source(start, end int) Span {
	if v.pieces == nil {
		return Span{v.base + start, v.base + end}
	}
	s := Span{Start: v.offset(start, false)}
	if s.End = s.Start; end > start {
		s.End = v.offset(end-1, true)
	}
	return s
}

// At returns where in the view byte i of the source stands, or the first byte after
// it that is shown.
func (v View) At(i int) int {
	if v.pieces == nil {
		return i - v.base
	}
	k := sort.Search(len(v.pieces), func(k int) bool { return v.pieces[k].source.End > i })
	if k == len(v.pieces) {
		return len(v.Text)
	}
	p := v.pieces[k]
	if p.replaced {
		return p.shown
	}
	return p.shown + max(0, i-p.source.Start)
}

// offset returns where byte i of the view comes from, or where it ends there.
func (v View) offset(i int, end bool) int {
	k := sort.Search(len(v.pieces), func(k int) bool { return v.pieces[k].shown > i }) - 1
	if k < 0 {
		return v.base
	}
	p := v.pieces[k]
	switch {
	case p.replaced && end:
		return p.source.End
	case p.replaced:
		return p.source.Start
	case end:
		i++
	}
	return min(p.source.Start+i-p.shown, p.source.End)
}

// Plain returns the text of s as it is shown: its words without the markup.
func (d *Document) Plain(s Span) string { return Show(d.Text, d.Markup, s).Text }

// Wrapped reports whether the lines of a paragraph end inside its sentences, as in a text
// file of a fixed width: a line end then means no more than a blank.
func (d *Document) Wrapped(p Paragraph) bool {
	if p.Kind != Prose && p.Kind != Item && p.Kind != Note {
		return false
	}
	return slices.ContainsFunc(p.Sentences, func(s Span) bool { return strings.Contains(strings.TrimSpace(d.Slice(s)), "\n") })
}

// before returns what stands before a place, in bytes, on its line of the text.
func (d *Document) before(at int) string {
	return d.Text[strings.LastIndexByte(d.Text[:at], '\n')+1 : at]
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// numbered is how a point begins that shows its own mark: "(a)", "iv.", "一、", "- ".
var numbered = regexp.MustCompile(`^[(（\[]?[\pL\pN]{1,5}[.)）\]、．:]|^[^\pL\pN"“«„'‘(（\[]`)

// Bullet returns what is shown before a paragraph to tell it from running text:
// "• " before a point of a list that has no number or other mark of its own, nor one that
// names its section.
func (d *Document) Bullet(p Paragraph) string {
	if p.Kind != Item || numbered.MatchString(d.Plain(p.Span)) || strings.ContainsFunc(d.before(p.Span.Start), isLetterOrDigit) {
		return ""
	}
	return "• "
}
