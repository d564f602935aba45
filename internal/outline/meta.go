package outline

import (
	"cmp"
	"slices"
	"strings"

	"pincite/internal/document"
	"pincite/internal/text"
)

// languageSample is how much of the text its language is read from, in bytes.
const languageSample = 4096

// meta returns what the text says of itself.
func (p *parse) meta() document.Meta {
	m := p.given
	m.Title, m.Language, m.Dates, m.Levels = p.titleText(), p.lang, p.dates(), nil
	for _, kind := range p.kinds {
		m.Levels = append(m.Levels, p.names(kind))
	}
	return m
}

// titleText returns the title that stands in the text, or the one that the format or
// front matter gives where none was found.
func (p *parse) titleText() string {
	var b strings.Builder
	for line := range strings.Lines(p.View(p.title.words).Text) {
		if spaced(line) {
			line = unspaced(strings.TrimSpace(line)) + " "
		}
		b.WriteString(line)
	}
	found := document.OneLine(b.String())
	for _, given := range []string{p.given.Title, p.Title} {
		if given != "" && found == "" {
			return document.OneLine(given)
		}
	}
	return found
}

// language is the base of the hint's or the format's, or a guess: from the middle of a
// text, where no page furniture is, and from all of a short one.
func (p *parse) language() string {
	if said := cmp.Or(p.hints.Language, p.given.Language); said != "" {
		return text.Base(said)
	}
	at := 0
	if len(p.Source) > languageSample {
		at = len(p.Source) / 3
	}
	for at < len(p.Source) && p.Source[at]&0xC0 == 0x80 {
		at++
	}
	end := min(at+languageSample, len(p.Source))
	for end < len(p.Source) && p.Source[end]&0xC0 == 0x80 {
		end++
	}
	if tag := text.Detect(p.Source[at:end]); tag != "und" {
		return tag
	}
	return text.Detect(p.Source[:min(len(p.Source), languageSample)])
}

// dates returns the dates of the title block, each once, and names them by the
// words beside them; those of the hints take their span from the text.
func (p *parse) dates() []document.Date {
	var found []document.Date
	first := p.title.from - p.title.over
	for i := first; i < p.title.to; i++ {
		before := ""
		if i > first {
			before = p.Line(i - 1)
		}
		for _, d := range findDates(p.Line(i), p.Lines[i].Span.Start) {
			lead := p.Source[p.Lines[i].Span.Start:d.Span.Start]
			if strings.TrimLeft(lead, "(（ ") == "" && colon(before) {
				lead = before
			}
			if d.Name = nameDate(lead); d.Name == "" {
				d.Name = nameDate(p.Line(i))
			}
			if d.Name == "" {
				d.Name = "dated"
				if strings.ContainsAny(lead, "(（") {
					d.Name = "adopted" // in brackets below the title
				}
			}
			found = append(found, d)
		}
	}
	if len(p.hints.Dates) == 0 {
		return unique(append(found, p.given.Dates...))
	}
	out := slices.Clone(p.hints.Dates)
	for i := range out {
		out[i].Span = spanOf(out[i].Day, found)
	}
	return out
}

// spanOf returns where the text first names a day.
func spanOf(day string, found []document.Date) document.Span {
	for _, f := range found {
		if f.Day == day {
			return f.Span
		}
	}
	return document.Span{}
}

func unique(dates []document.Date) []document.Date {
	var out []document.Date
	seen := map[string]bool{}
	for _, d := range dates {
		if !seen[d.Name+d.Day] {
			seen[d.Name+d.Day] = true
			out = append(out, d)
		}
	}
	return out
}
