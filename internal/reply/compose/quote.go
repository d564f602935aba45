package compose

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/answer"
	"pincite/internal/document"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
	"pincite/internal/text"
	lexical "pincite/internal/text/words"
)

// quote adds the words of a citation, strong where they answer, and the line that
// cites them. A point or a row of a table is below what introduces it.
func (v Voice) quote(r *reply.Reply, c answer.Citation, strong bool) {
	if lead := v.doc.LeadIn(c.Section, c.Span); !lead.Empty() {
		r.Add(reply.Quote, reply.Run{Text: text.Cut(v.doc.Plain(lead), snippetRunes)})
	}
	r.Add(reply.Quote, reply.Run{Text: v.doc.Plain(c.Span), Strong: strong, Wrapped: v.wrapped(c)})
	r.Add(reply.Cite, v.cite(c)...)
}

// wrapped reports whether all that is quoted is of paragraphs whose line ends say nothing.
func (v Voice) wrapped(c answer.Citation) bool {
	found := false
	for _, p := range v.doc.Sections[c.Section].Paragraphs {
		if p.Span.Overlaps(c.Span) {
			if !v.doc.Wrapped(p) {
				return false
			}
			found = true
		}
	}
	return found
}

// cite returns a citation: "Part 1 › Measure 2: Improve the theoretical learning
// system", with a link from the label on, the page where there are pages, and the name
// of the document where it is wanted. A title that is quoted is not said again.
func (v Voice) cite(c answer.Citation) []reply.Run {
	var runs []reply.Run
	if above := v.before() + v.above(c.Section); above != "" {
		runs = append(runs, reply.Run{Text: above})
	}
	s, title := v.doc.Sections[c.Section], c.Title
	if s.Kind == document.KindTitle || !c.Span.Empty() && s.Heading.Contains(c.Span) {
		title = ""
	}
	if v.Room > 0 {
		title = text.Cut(text.Line(title), titleCut)
	}
	runs = append(runs, reply.Run{Text: v.named(c.Section, title), Link: v.place(c.Section, c.Sentences)})
	if c.Page > 0 {
		runs = append(runs, reply.Run{Text: words.Fill(v.OnPage, "n", number(c.Page))})
	}
	if v.Named && v.among == nil {
		runs = append(runs, reply.Run{Text: " · " + v.Title()})
	}
	return runs
}

// above names the sections that section i is part of: "Part 1 › "; where i has no title
// of its own, the nearest one that has tells what it is about: "Article 3: Guests › ".
func (v Voice) above(i int) string {
	out, titled := "", v.doc.Title(i) != ""
	for i = v.doc.Sections[i].Parent; i >= 0; i = v.doc.Sections[i].Parent {
		title := ""
		if !titled {
			title = text.Cut(text.Line(v.doc.Title(i)), titleCut)
			titled = title != ""
		}
		out = v.named(i, title) + " › " + out
	}
	return out
}

// capital is the name of section i where it is by itself.
func (v Voice) capital(i int) string { return upperFirst(v.entryName(i)) }

// named joins the name of section i and a title, which may be empty.
func (v Voice) named(i int, title string) string {
	if title = text.Line(title); title != "" {
		return v.capital(i) + v.Colon + title
	}
	return v.capital(i)
}

// passage folds away the paragraphs around a quote, the quote marked in them.
// It adds nothing when the quote is all there is.
func (v Voice) passage(r *reply.Reply, c answer.Citation) {
	var around []document.Paragraph
	for _, p := range v.doc.Sections[c.Section].Paragraphs {
		if p.Span.Overlaps(c.Span) {
			around = append(around, p)
		}
	}
	if len(around) == 1 && c.Span.Contains(around[0].Span) {
		return
	}
	for _, p := range around {
		r.Add(reply.Passage, v.marked(p, p.Span, c.Span)...)
	}
}

// marked cuts what is within paragraph p into what comes before the quote, the quote,
// which is strong, and what follows it.
func (v Voice) marked(p document.Paragraph, within, quote document.Span) []reply.Run {
	wrapped := v.doc.Wrapped(p)
	if !within.Overlaps(quote) {
		return []reply.Run{{Text: v.doc.Plain(within), Wrapped: wrapped}}
	}
	from, to := max(within.Start, quote.Start), min(within.End, quote.End)
	var runs []reply.Run
	for _, x := range []struct {
		document.Span
		strong bool
	}{{document.Span{Start: within.Start, End: from}, false}, {document.Span{Start: from, End: to}, true}, {document.Span{Start: to, End: within.End}, false}} {
		if !x.Empty() {
			runs = append(runs, reply.Run{Text: v.doc.Plain(x.Span), Strong: x.strong, Wrapped: wrapped})
		}
	}
	return runs
}

const (
	snippetRunes = 300 // of a hit in a list
	briefRunes   = 100 // of a hit in a list where there is little room
	reasonRunes  = 60  // of a place to see also
)

// snippet returns at most limit runes of a quote, around the longest word of about
// that is found in it. A cut end is marked.
func (v Voice) snippet(quote, about string, limit int) string {
	runes := []rune(quote)
	if len(runes) <= limit {
		return quote
	}
	start := v.locate(strings.ToLower(quote), about) - limit/3
	if start <= 0 {
		return text.Cut(quote, limit)
	}
	start = min(start, len(runes)-2*limit/3)
	for start < len(runes) && runes[start-1] != ' ' && runes[start] < 0x2E80 { // Han is cut anywhere
		start++
	}
	return "…" + text.Cut(string(runes[start:]), limit-1)
}

// locate returns the rune at which the longest word of about that is no function
// word is in a text, or one that begins as it does; 0 if none is.
func (v Voice) locate(in, about string) int {
	const inflexion, least = 2, 4
	function := lexical.Function(v.doc.Meta.Language)
	at, longest := 0, 0
	for _, w := range strings.FieldsFunc(strings.ToLower(about), notLetter) {
		stem := []rune(w)
		stem = stem[:max(min(least, len(stem)), len(stem)-inflexion)]
		if i := strings.Index(in, string(stem)); i >= 0 && len(stem) > longest && !function.Has(w) {
			at, longest = utf8.RuneCountInString(in[:i]), len(stem)
		}
	}
	return at
}
