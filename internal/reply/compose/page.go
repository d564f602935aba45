package compose

import (
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
)

// pages cuts the own text of section i into ranges of whole sentences that each fit
// the room there is, or are one sentence; into one range where there is room for
// all.
func (v Voice) pages(i int) []document.Span {
	var out []document.Span
	for _, unit := range v.units(i) {
		last := len(out) - 1
		if last >= 0 && (v.Room == 0 || utf8.RuneCountInString(v.doc.Slice(out[last].Join(unit))) <= v.Room) {
			out[last] = out[last].Join(unit)
		} else {
			out = append(out, unit)
		}
	}
	return v.filled(out)
}

// filled moves what the last page has too little of to make one onto the page
// before, if that is not much more than there is room for.
func (v Voice) filled(pages []document.Span) []document.Span {
	const few = 6 // a sixth of a page
	n := len(pages)
	if n < 2 || pages[n-1].Len()*few > v.Room {
		return pages
	}
	return append(pages[:n-2:n-2], pages[n-2].Join(pages[n-1]))
}

// units are what a page is made of: sentences, or paragraphs that have none.
func (v Voice) units(i int) []document.Span {
	var out []document.Span
	for _, p := range v.doc.Sections[i].Paragraphs {
		if len(p.Sentences) == 0 {
			out = append(out, p.Span)
		}
		out = append(out, p.Sentences...)
	}
	return out
}

// pageOf returns the page on which a citation of sentences begins, the first for
// one of a whole section.
func (v Voice) pageOf(c answer.Citation) int {
	if reply.Sentences(c.Sentences).IsZero() {
		return 0
	}
	for n, p := range v.pages(c.Section) {
		if c.Span.Start < p.End {
			return n
		}
	}
	return 0
}

// page adds page n of the section of a citation, the nearest there is, with the
// cited sentences strong.
func (v Voice) page(r *reply.Reply, c answer.Citation, n int, kind reply.BlockKind) {
	pages := v.pages(c.Section)
	if len(pages) == 0 {
		return
	}
	quote := c.Span
	if reply.Sentences(c.Sentences).IsZero() {
		quote = document.Span{}
	}
	page := pages[min(max(n, 0), len(pages)-1)]
	for _, p := range v.doc.Sections[c.Section].Paragraphs {
		within := document.Span{Start: max(p.Span.Start, page.Start), End: min(p.Span.End, page.End)}
		if within.Start < within.End {
			runs := v.marked(p, within, quote)
			if within.Start == p.Span.Start {
				runs = v.bulleted(p, runs)
			}
			r.Add(kind, runs...)
		}
	}
}

// bulleted puts before the runs of a point what tells it from running text.
func (v Voice) bulleted(p document.Paragraph, runs []reply.Run) []reply.Run {
	if mark := v.doc.Bullet(p); mark != "" {
		return append([]reply.Run{{Text: mark}}, runs...)
	}
	return runs
}

// pageRow turns the pages of the section of a citation, of which n is shown.
func (v Voice) pageRow(verb Verb, c answer.Citation, n int) []reply.Button {
	all := len(v.pages(c.Section))
	to := v.target(c.Section, c.Sentences)
	var row []reply.Button
	turn := func(page int, arrow string) {
		if page >= 0 && page < all {
			label := arrow + " " + number(page+1) + "/" + number(all)
			row = append(row, v.press(verb, number(page)+":"+to, label))
		}
	}
	turn(n-1, "▲")
	turn(n+1, "▼")
	return row
}

// Page shows page n of a section, from 0, with the sentences that c cites strong.
func (v Voice) Page(c answer.Citation, n int) reply.Reply {
	r := v.shown(answer.KindSection, c)
	v.sectionPage(&r, c, n)
	return r
}

// Context shows page n of what is around a quote, or for -1 the page that the
// quote is on, with a button that leads back to the quote.
func (v Voice) Context(c answer.Citation, n int) reply.Reply {
	if n < 0 {
		n = v.pageOf(c)
	}
	r := v.shown(answer.KindSection, c)
	v.heading(&r, c)
	v.page(&r, c, n, reply.Quote)
	back := v.press(VerbFold, v.target(c.Section, c.Sentences), "◀ "+v.Back)
	v.row(&r, append([]reply.Button{back}, v.pageRow(VerbContext, c, n)...)...)
	v.row(&r, v.read(c.Section, c.Sentences))
	return r
}

// Quoted shows a quote by itself.
func (v Voice) Quoted(c answer.Citation) reply.Reply {
	r := v.shown(answer.KindAnswer, c)
	v.quote(&r, c, true)
	v.answerButtons(&r, r.Answer.Citations)
	return r
}

// shown begins a reply that shows what a button names.
func (v Voice) shown(kind answer.Kind, c answer.Citation) reply.Reply {
	r := v.New(kind)
	r.Answer.Citations = []answer.Citation{c}
	return r
}
