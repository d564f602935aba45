package outline

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
	"pincite/internal/outline/levels"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// opening returns the paragraph that begins on the heading's line, without the
// number. It ends where the line of the title was broken on purpose.
func (p *parse) opening(n *node) document.Span {
	s := p.Lines[n.Line].Span
	s.Start = p.At(n.Line, n.Mark.Rest)
	if n.level.Evident() {
		return s
	}
	for i := n.Line + 1; i < n.to && p.joins(i) && !p.titleEnds(n, i) && !p.listed(i); i++ {
		s.End = p.Lines[i].Span.End
	}
	return s
}

// titleEnds reports that the lines from n's to the one before i are a title with a
// text below it: the line broke although there was room, it ends as no sentence
// does, and the next one begins as one does.
func (p *parse) titleEnds(n *node, i int) bool {
	const most = 4
	before := p.Line(i - 1)
	if i == n.Line+1 {
		before = before[min(n.Mark.Rest, len(before)):]
	}
	if before == "" {
		return true
	}
	return p.Lines[i].Hard() && i-n.Line <= most && !heading.Stopped(before) && !strings.ContainsAny(before[len(before)-1:], ",;:-") &&
		heading.Begins(p.Line(i)) && p.Lines[i-1].Span.End-p.Lines[n.Line].Span.Start <= maxHeading
}

// firstSentence returns the first sentence of s, and whether more follows it.
func firstSentence(s string) (string, bool) {
	if len(s) > 2*maxHeading {
		cut := 2 * maxHeading
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	found := text.Sentences(s, 0)
	if len(found) == 0 {
		return "", false
	}
	if end := dashed(s[:found[0][1]]); end > 0 {
		return s[found[0][0]:end], true
	}
	last := 0 // of several questions, no one alone is a heading
	for last+1 < len(found) && question(s[found[last][0]:found[last][1]]) && question(s[found[last+1][0]:found[last+1][1]]) {
		last++
	}
	return s[found[0][0]:found[last][1]], len(found) > last+1
}

// dashed returns where a heading ends that has a full stop and a dash behind it, as
// "Definitions.—In this Act" has; 0 if there is none. "Mon.–Fri." has none.
func dashed(s string) int {
	const abbreviation = 3 // letters
	for _, mark := range []string{".—", ".–", ".- "} {
		at := strings.Index(s, mark)
		if at > 0 && (mark != ".–" || utf8.RuneCountInString(s[strings.LastIndexByte(s[:at], ' ')+1:at]) > abbreviation) {
			return at + len(".")
		}
	}
	return 0
}

// A form is how a heading stands to its text.
type form int

const (
	formBody  form = iota // no heading: the number stands before the text itself
	formBare              // only a number; the heading may stand below it
	formRunIn             // heading, then text in the same paragraph
	formGlued             // the same, with no space between them
	formAlone             // the whole paragraph is heading, and text or sections follow
	formTitle             // the whole paragraph could be heading, but nothing follows
)

// sentenceWords is the number of words above which a line with a full stop that
// only points follow is their introduction and not a heading.
const sentenceWords = 4

func (p *parse) formOf(n *node, outdented bool) form {
	open := p.opening(n)
	s := p.View(open).Text
	if strings.TrimSpace(s) == "" {
		return formBare
	}
	first, more := firstSentence(s)
	end := strings.Index(s, first) + len(first)
	switch {
	case n.Mark.Style == heading.ParagraphStyle:
		return formBody
	case outdented && len(s) <= maxHeading && p.deepBelow(n):
		return formAlone
	case !p.runIn(n.Line, open).Empty():
		return formRunIn
	case more && len(first) <= maxHeading && end < len(s) && s[end] > ' ' && s[end] < utf8.RuneSelf:
		return formGlued
	case more && (short(first, n.level.Weak) || p.inCapitalWords(first)) && !p.sentence(first):
		return formRunIn
	case more || len(s) > maxHeading || strings.ContainsAny(s[len(s)-1:], ";:,") || strings.HasSuffix(s, "；") || strings.HasSuffix(s, "："):
		return formBody
	case n.children && n.level.Weak && !p.linesAfter(n) && len(strings.Fields(s)) > sentenceWords && (heading.Stopped(s) && !p.inCapitalWords(s) || bracketStyle(n.Mark.Style)):
		return formBody // points stand below it, and no other text
	case n.Shape.Doubt && n.Shape.Stop, p.sentence(s), n.children && !p.linesAfter(n) && (p.leadsOn(n, s) || p.goesOnInPoints(n, s)):
		return formBody
	case listedOn(s), (n.level.Weak || n.Mark.Bracketed()) && (joined(s) || strings.HasSuffix(s, "—")), (n.Shape.Item || n.Mark.Bracketed()) && !heading.Begins(s):
		return formBody // a point of a list
	case n.children || p.linesAfter(n) || p.glued(n, open):
		return formAlone
	case !heading.Stopped(s):
		return formTitle
	}
	return formBody
}

// glued reports that text goes on in the line below the title.
func (p *parse) glued(n *node, open document.Span) bool {
	for i := n.Line + 1; i < n.to && p.joins(i); i++ {
		if p.Lines[i].Span.Start > open.End {
			return true
		}
	}
	return false
}

// short reports whether a sentence is as short as a heading that text follows.
// After a bare number it must be shorter, since it is likelier to be the text
// itself, and a sentence taken for a heading is one that can't be quoted.
func short(s string, weak bool) bool {
	words, runes := 10, 40
	if weak {
		words, runes = 6, 20
	}
	if r, _ := utf8.DecodeRuneInString(s); unicode.Is(unicode.Han, r) {
		return utf8.RuneCountInString(s) <= runes
	}
	return len(strings.Fields(s)) <= words && len(s) <= 120
}

// inCapitalWords reports words that all begin with capitals but those that carry no topic,
// as the titles of English texts do: "No Liability for Conduct of Third Parties."
func (p *parse) inCapitalWords(s string) bool {
	const fewest, most = 2, 12
	all, capitals := strings.Fields(strings.TrimRight(s, ".")), 0
	for _, word := range all {
		word = strings.Trim(word, ",;:()'\"“”‘’")
		switch r, _ := utf8.DecodeRuneInString(word); {
		case strings.ContainsFunc(word, unicode.IsUpper):
			capitals++
		case unicode.IsLetter(r) && !words.Function(p.lang).Has(word):
			return false
		}
	}
	return capitals >= fewest && len(all) <= most
}

// headings decides level by level which words are heading, since one heading
// alone can't tell "1. Payment." from "1. The Supplier pays."
func (p *parse) headings() {
	forms := make([]form, len(p.nodes))
	count, below := map[*levels.Level]*tally{}, map[place]*tally{}
	outdented := p.outdented()
	p.inBrackets = p.bracketed()
	for i := range p.nodes {
		n := &p.nodes[i]
		forms[i] = p.formOf(n, outdented[n.level])
		add(count, n.level, forms[i])
		add(below, place{n.parent, n.level}, forms[i])
	}
	usual := runInPlaces(below)
	for i := range p.nodes {
		n := &p.nodes[i]
		t := count[n.level]
		if here := below[place{n.parent, n.level}]; usual[n.level] && here.runIn() {
			t = here
		}
		p.setHeading(n, forms[i], t)
	}
}

// setHeading cuts the heading of n from its text.
func (p *parse) setHeading(n *node, f form, of *tally) {
	open := p.opening(n)
	n.body = open.Start
	switch {
	case n.from < n.Line:
		n.heading = p.captionOf(n.from)
	case f == formBare:
		p.headingBelow(n)
	case p.inBrackets[n.level] && (p.bracketedHeading(n, open) || !n.level.Evident()):
	case n.Mark.Style == heading.RunInStyle:
		n.heading = p.runIn(n.Line, open)
		n.body = p.behind(open, n.heading)
	case n.level.Evident() && !(n.Mark.Bracketed() && f == formBody), (f == formAlone || f == formTitle) && p.wholeLine(n, f, open, of):
		n.heading = open
		n.body = open.End
	case f == formGlued && of[formGlued]*2 >= n.level.Count-of[formBare], (f == formRunIn || f == formGlued) && (of.runIn() || of.titled() || of[formRunIn] > 1 && !p.runIn(n.Line, open).Empty()):
		if n.heading = p.runIn(n.Line, open); !n.heading.Empty() {
			n.body = p.behind(open, n.heading)
			break
		}
		v := p.View(open)
		first, _ := firstSentence(v.Text)
		n.heading = v.Source(0, len(first))
		n.body = heading.SkipDash(p.Source[:open.End], n.heading.End)
	default:
		p.bracketedHeading(n, open)
	}
}

// wholeLine reports whether a paragraph that may be all heading is: always
// after a word ("Article 5. Scope") or as a short line of its own above text, by
// majority after a bare number.
func (p *parse) wholeLine(n *node, f form, open document.Span, of *tally) bool {
	if n.Mark.Kind != "" && !heading.Stopped(p.View(open).Text) {
		return true
	}
	if s := p.View(open).Text; n.Shape.Alone && f == formAlone && heading.Begins(s) && short(s, false) && !p.closes(n, of) {
		return true // a line of its own above text
	}
	return of[formAlone] > 0 && !p.closes(n, of) && of[formAlone]*2 >= of[formTitle] && (of[formAlone]+of[formTitle]+of[formGlued]+of[formRunIn])*5 >= (n.level.Count-of[formBare])*3
}

// closes reports the last point of a list of which no other has text below it: that
// stands below the list.
func (p *parse) closes(n *node, of *tally) bool {
	next := sort.Search(len(p.nodes), func(i int) bool { return p.nodes[i].Line > n.Line })
	return n.Shape.Item && !n.children && of[formAlone] < 2 && of[formTitle] > 0 &&
		(next == len(p.nodes) || p.nodes[next].level != n.level || p.nodes[next].parent != n.parent)
}

// headingBelow takes the paragraph below a bare number as its heading, if it looks
// like one: no number of its own, short, not a sentence, and text or sections
// below it. What stands below the letter of a point is its text.
func (p *parse) headingBelow(n *node) {
	n.body = p.Lines[n.Line].Span.End
	i := n.Line + 1
	for i < n.to && p.Lines[i].Out {
		i++
	}
	if i+1 < n.to && heading.Behind(n.Mark.Label) && p.qualifies(i) {
		i++
	}
	if i >= n.to || bracketStyle(n.Mark.Style) || !p.titleBelow(n, i) {
		return
	}
	span, last := p.Lines[i].Span, i
	for j := i + 1; j < n.to && p.goesOn(j) && !heading.Stopped(p.Line(j)) && p.Lines[j].Span.End-span.Start < maxHeading; j++ {
		span.End, last = p.Lines[j].Span.End, j
	}
	if next := last + 1; next < n.to && p.joins(next) && !p.Lines[next].Hard() || last > i && !p.titleBelow(n, last) {
		return // a sentence goes on below it
	}
	if n.children || p.textIn(last+1, n.to) {
		n.heading, n.body = span, span.End
	}
	if last == i && n.heading == span {
		n.heading = p.captionOf(i)
	}
}

// qualifies reports that line i says in brackets what kind of annex stands below it, as
// "(informative)" in standards, or what refers to it, as "(to which article 2 refers)".
func (p *parse) qualifies(i int) bool {
	s := p.Line(i)
	first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(s, "("))
	return text.Small(first) && strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && len(s) <= maxTitle
}

// goesOn reports that line j goes on with a title of several lines.
func (p *parse) goesOn(j int) bool {
	if p.Lines[j].Gap || p.Lines[j].Out || p.Lines[j].Given() {
		return false
	}
	_, above := heading.Capitals(p.Line(j - 1))
	_, capitals := heading.Capitals(p.Line(j))
	return above && capitals || p.joins(j) && !p.Lines[j].Hard()
}

// titleBelow reports whether line i looks like the title of the number above it.
func (p *parse) titleBelow(n *node, i int) bool {
	s, l := p.Line(i), &p.Lines[i]
	r, _ := utf8.DecodeRuneInString(s)
	if len(s) > maxHeading || text.Small(r) && i == n.Line+1 && !p.term(i) || l.Kind != block.Text && l.Kind != block.Paragraph && l.Kind != block.Heading || bullet(s) {
		return false
	}
	if len(s) < len("100") && strings.Trim(s, "0123456789") == "" {
		return false // a page, or a paragraph
	}
	_, capitals := heading.Capitals(s)
	return (!heading.Stopped(s) || capitals) && !strings.ContainsAny(s[len(s)-1:], ";:,") && !strings.HasSuffix(s, "；") && !strings.HasSuffix(s, "：")
}

// term reports a word or a few that a definition stands below, as standards list them: the
// line ends although there was room.
func (p *parse) term(i int) bool {
	const longest = 40
	return len(p.Line(i)) <= longest && i+1 < len(p.Lines) && p.Lines[i].Kind == block.Text && !p.Lines[i+1].Gap && (!p.Lines[i+1].Soft || p.Lines[i+1].Room >= muchRoom)
}

// textIn reports whether any of lines [from, to) is text.
func (p *parse) textIn(from, to int) bool {
	for i := from; i < to; i++ {
		if !p.Lines[i].Out && !rule(p.Line(i)) {
			return true
		}
	}
	return false
}

// bracketedHeading takes 【…】 and, right behind the number, (…) at the start of an
// article, as commented Chinese statutes and Korean ones have it; and others where nearly
// all of a level begin so: "Artículo 3.- (Cuotas) El socio paga". It reports whether there are.
func (p *parse) bracketedHeading(n *node, open document.Span) bool {
	s := p.Slice(open)
	for _, pair := range []string{"【】", "()", "（）"} {
		first, size := utf8.DecodeRuneInString(pair)
		inner, ok := strings.CutPrefix(s, string(first))
		if !ok || first != '【' && !p.countsArticles(n) && !p.inBrackets[n.level] {
			continue
		}
		if end := strings.Index(inner, pair[size:]); end > 0 && end < maxHeading && end+len(pair[size:]) < len(inner) {
			n.heading = document.Span{Start: open.Start + size, End: open.Start + size + end}
			n.body = heading.SkipBlank(p.Source[:open.End], n.heading.End+len(pair[size:]))
			return true
		}
	}
	return false
}

// countsArticles reports an article whose number is one of those of Chinese, Japanese and
// Korean, with what follows right behind it.
func (p *parse) countsArticles(n *node) bool {
	s := p.Line(n.Line)
	r, _ := utf8.DecodeRuneInString(s)
	return n.Mark.Kind == "article" && strings.ContainsRune("第제", r) && n.Mark.Rest == len(n.Mark.Label)
}

// bracketed returns the levels of articles nearly all of which begin with a title in
// brackets that a sentence follows, and of those beside these.
func (p *parse) bracketed() map[*levels.Level]bool {
	count, kinds := map[*levels.Level]int{}, map[string]bool{}
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.Mark.Kind == "" || !strings.HasPrefix(p.Line(n.Line)[n.Mark.Rest:], "(") {
			continue
		}
		title, rest, closed := strings.Cut(strings.TrimPrefix(p.View(p.opening(n)).Text, "("), ")")
		if closed && len(title) <= maxTitle && heading.Begins(title) && heading.Begins(strings.TrimSpace(rest)) {
			count[n.level]++
		}
	}
	out := map[*levels.Level]bool{}
	for l, n := range count {
		out[l] = n >= fewest && n*5 >= l.Count*4
		kinds[l.Kind] = kinds[l.Kind] || out[l]
	}
	for i := range p.nodes {
		if n := &p.nodes[i]; count[n.level] > 0 && n.Mark.Beside != "" && kinds[n.Mark.Beside] {
			out[n.level] = true
		}
	}
	return out
}
