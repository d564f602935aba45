package draft

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/text"
)

// A unit is what the model is asked about at once: the sentences of a section, or
// some of them where there are many.
type unit struct {
	section int
	lines   []line
}

// A line is a sentence of the document.
type line struct {
	text  string // as it stands in the document, on one line
	shown string // without markup
}

func (u unit) shown() []string {
	var out []string
	for _, l := range u.lines {
		out = append(out, l.shown)
	}
	return out
}

// Limits of one prompt, small enough for the context of a small model.
const (
	maxLines        = 40
	maxLinesBytes   = 6 << 10
	maxLineBytes    = 2 << 10
	maxOutlineBytes = 3 << 10
)

// units cuts section i into what can be asked about at once; none if there is nothing
// to ask about.
func units(d *document.Document, i int) []unit {
	var out []unit
	size := 0
	for _, l := range lines(d, i) {
		if n := len(out); n == 0 || len(out[n-1].lines) == maxLines || size+len(l.shown) > maxLinesBytes {
			out, size = append(out, unit{section: i}), 0
		}
		last := &out[len(out)-1]
		last.lines = append(last.lines, l)
		size += len(l.shown)
	}
	return out
}

// lines returns the sentences of section i that say something, each once.
func lines(d *document.Document, i int) []line {
	var out []line
	seen := map[string]bool{}
	for _, p := range d.Sections[i].Paragraphs {
		if p.Kind == document.Code || p.Kind == document.Header {
			continue
		}
		for _, s := range p.Sentences {
			l := line{text: document.OneLine(d.Slice(s)), shown: text.CutBytes(document.OneLine(d.Plain(s)), maxLineBytes)}
			if saysSomething(l.shown) && !seen[l.text] {
				seen[l.text] = true
				out = append(out, l)
			}
		}
	}
	return out
}

var (
	address = regexp.MustCompile(`(?i)\b(https?://|www\.)\S+`)
	leader  = regexp.MustCompile(`(\.\s?){5,}|…{2,}|_{5,}`) // of a table of contents, or a line to fill in
)

// saysSomething reports whether a line is more than a link, a rule or a line of
// a table of contents: most of it is letters and digits.
func saysSomething(s string) bool {
	if leader.MatchString(s) {
		return false
	}
	letters, words, all := 0, 0, 0
	for _, r := range address.ReplaceAllString(s, " ") {
		switch {
		case unicode.IsLetter(r):
			letters++
			words++
		case unicode.IsDigit(r) || unicode.IsMark(r):
			words++
		}
		if !unicode.IsSpace(r) {
			all++
		}
	}
	return letters >= 3 && words*2 >= all
}

// digest tells whether the section's text has changed: a new line break is no change.
func digest(d *document.Document, i int) string {
	h := sha256.Sum256([]byte(document.OneLine(d.Slice(d.Sections[i].Own))))
	return hex.EncodeToString(h[:6])
}

func (j *Job) title() string {
	if t := j.Document.Meta.Title; t != "" {
		return document.OneLine(t)
	}
	return j.Document.Name
}

// named is what the outline calls section i.
func named(d *document.Document, i int) string {
	return text.CutBytes(strings.TrimSpace(d.Sections[i].Label+" "+d.Title(i)), 120)
}

// pathOf names section i with all that it stands in.
func pathOf(d *document.Document, i int) string {
	path := named(d, i)
	for p := d.Sections[i].Parent; p >= 0; p = d.Sections[p].Parent {
		path = named(d, p) + " / " + path
	}
	return path
}

// outlineAround returns the outline: all of it where it is short, which makes the
// prompts of a document begin alike, so that servers need not read that again; else
// what stands around section i.
func outlineAround(d *document.Document, i int) string {
	all := make([]int, len(d.Sections))
	for k := range all {
		all[k] = k
	}
	if out := outline(d, all); len(out) <= maxOutlineBytes {
		return out
	}
	var near []int
	for k := range d.Sections {
		if k == i || d.Sections[k].Parent == d.Sections[i].Parent || above(d, k, i) {
			near = append(near, k)
		}
	}
	for len(near) > 1 {
		out := outline(d, near)
		if len(out) <= maxOutlineBytes {
			return out
		}
		near = trimmed(near, i)
	}
	return outline(d, near)
}

// trimmed takes away the fifth of a sorted list that is farthest from i.
func trimmed(near []int, i int) []int {
	for range (len(near) + 4) / 5 {
		if i-near[0] > near[len(near)-1]-i {
			near = near[1:]
		} else {
			near = near[:len(near)-1]
		}
	}
	return near
}

// above reports whether section a contains section i.
func above(d *document.Document, a, i int) bool {
	for p := d.Sections[i].Parent; p >= 0; p = d.Sections[p].Parent {
		if p == a {
			return true
		}
	}
	return false
}

func outline(d *document.Document, sections []int) string {
	var b strings.Builder
	for _, k := range sections {
		for p := d.Sections[k].Parent; p >= 0; p = d.Sections[p].Parent {
			b.WriteString("  ")
		}
		b.WriteString(named(d, k) + "\n")
	}
	return b.String()
}

// before returns the sentence that section i cannot be read without, where a list
// point is a section of its own: the last one of the section that it stands in.
func before(d *document.Document, i int) string {
	p := d.Sections[i].Parent
	if p < 0 || !d.Sections[i].Heading.Empty() {
		return ""
	}
	all := lines(d, p)
	if len(all) == 0 {
		return ""
	}
	return text.CutBytes(all[len(all)-1].shown, 400)
}
