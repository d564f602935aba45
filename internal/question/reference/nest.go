package reference

import (
	"slices"
	"strings"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/titles"
	"pincite/internal/text"
)

// nest folds "measure 2 of part 3", 第七条第二款 and "ст. 23 ч. 2" into one reference
// each: the section that holds the other becomes the place of that other.
func (f *finder) nest(in []Found) []Found {
	var out []Found
	for i, r := range in {
		for len(out) > 0 {
			last := out[len(out)-1]
			if denied := f.Denial(r.From) > 0; denied != (f.Denial(last.From) > 0) && (denied || f.gap(last.To, r.From) == commaGap) {
				break // "not article 8, part 3", 第三条除第二项外
			}
			if anew(last, r) || !(i+1 < len(in) && f.heldBy(last, r, in[i+1])) && f.alongside(last, &r) {
				break
			}
			one, ok := f.folded(last, r)
			if !ok {
				break
			}
			r, out = one, out[:len(out)-1]
		}
		out = append(out, r)
	}
	kept, end := out[:0], 0
	for _, r := range out {
		f.inTitled(&r)
		x := &r.Refs[0]
		if r.From < end || x.In == nil && (x.Role == locate.Opening || r.Strength == titles.Weak && x.Role != locate.NoRole && !f.framed(r) && f.Denial(r.From) == 0) {
			continue // in the title that the one before is in, or a piece of nothing
		}
		kept, end = append(kept, r), r.To
	}
	return kept
}

// one makes one reference of two.
func (f *finder) folded(a, b Found) (Found, bool) {
	for _, join := range []func(a, b Found) (Found, bool){f.beside, f.each, f.chained, f.lying, f.joined} {
		if r, ok := join(a, b); ok {
			return r, true
		}
	}
	return Found{}, false
}

// framed reports whether nothing is said but a reference: "and its last sentence, please",
// which is of what was shown before.
func (f *finder) framed(r Found) bool {
	return grammar.Outside(f.tokens, phrase.Match{Start: r.From, End: r.To}, grammar.Frame|grammar.Connective|grammar.Polite|grammar.Thanks|grammar.Article, nil)
}

// inTitled finds the section that a piece is said to be of by words of its title:
// "step 5 of the packing checklist".
func (f *finder) inTitled(r *Found) {
	x := &r.Refs[0]
	if x.Rule != "number" || x.In != nil || r.To >= len(f.tokens) || !grammar.In(&f.tokens[r.To], grammar.Within) {
		return
	}
	for _, idle := range []grammar.Bag{0, grammar.Frame} {
		var tell []string
		to := r.To
		for ; to < len(f.tokens) && !f.tokens[to].Mark; to++ {
			if t := &f.tokens[to]; !grammar.In(t, idle|grammar.Within|grammar.Article|grammar.Polite|grammar.Thanks) {
				tell = append(tell, strings.Split(t.Fold, "-")...)
			}
		}
		in, ok := f.table.Titles.About(tell)
		if found := within(*x, in); ok && x.Role == locate.NoRole {
			_, ok = f.table.inside(found)
		}
		if ok {
			x.In, r.To, r.Strength = &in, to, titles.Strong
			return
		}
	}
}

// The gaps between two references that may be one.
const (
	apartGap = iota
	closeGap // nothing but articles
	ofGap    // "of", "in"
	commaGap // a comma or a parenthesis
	wideGap  // words that say nothing, as in "what part 2 says before its first measure"
)

// gap returns what stands between two references.
func (f *finder) gap(from, to int) int {
	gap := closeGap
	for i := from; i < to; i++ {
		t := &f.tokens[i]
		switch {
		case t.Raw == "." && f.tokens[i-1].Level != 0 && f.tokens[i-1].End == t.Start: // "2 kap. 3 §"
		case t.Raw == "," || t.Raw == "(" || t.Raw == "，":
			gap = max(gap, commaGap)
		case t.Mark && i == from && strings.IndexFunc(t.Raw, text.ClosesQuote) == 0: // as in "point “b” of article 9"
		case t.Mark:
			return apartGap
		case grammar.In(t, grammar.Within): // before articles: the Spanish "de" is a Dutch one
			gap = max(gap, ofGap)
		case grammar.In(t, grammar.Article|grammar.Each):
		case grammar.In(t, grammar.Frame|grammar.Connective):
			gap = wideGap
		default:
			return apartGap
		}
	}
	return gap
}

// chained makes one reference of two, if the document has what one names in the one
// section that the other names: "section 12-8, subsection (c)", "letter b of article 6".
// What is said first holds the other, unless "of" stands between them, or what is said
// next says itself what it is in: "подпункт б пункта 2 статьи 9".
func (f *finder) chained(a, b Found) (Found, bool) {
	gap := f.gap(a.To, b.From)
	if gap == apartGap || gap == wideGap {
		return Found{}, false
	}
	loose := a.Refs[0].Role != locate.NoRole && a.Refs[0].Loose && b.Refs[0].Role == locate.NoRole && b.Refs[0].Kind != "" // "ч. 2 ст. 6"
	if gap == ofGap || loose || gap == closeGap && f.below(&a.Refs[0], &b.Refs[0]) {                                       // "ustęp 2 artykułu 1"
		return f.held(a, b, b, a, gap)
	}
	if gap == closeGap && a.Refs[0].In == nil && b.Refs[0].In != nil {
		if j, ok := f.held(a, b, b, a, gap); ok {
			return j, true
		}
	}
	return f.held(a, b, a, b, gap)
}

// below reports whether the level of x is below that of y, and the document calls both so.
func (f *finder) below(x, y *locate.Ref) bool {
	return x.Kind != "" && !x.Loose && !y.Loose && f.table.HasLevel(y.Kind) && f.table.Rank(x.Kind) > f.table.Rank(y.Kind)
}

// held makes one reference of a and b, of which upper holds lower.
func (f *finder) held(a, b, upper, lower Found, gap int) (Found, bool) {
	last := len(upper.Refs) - 1
	x, y := upper.Refs[last], lower.Refs[0]
	if last > 0 && (gap == ofGap || x.Role != locate.NoRole) || x.Rule != "number" || y.Rule != "number" || plural(&x) || upper.Strength == titles.Weak && x.In == nil && !f.whole(a, b) && !(a.To == b.From && lower.Strength == titles.Strong && f.bears(upper)) {
		return Found{}, false
	}
	if lower.Strength == titles.Weak && y.Role == locate.NoRole && y.Kind == "" && !y.Ordinal && !f.follows(a, b) {
		return Found{}, false // "part 4 in 5 points"
	}
	if f.table.Resolve(&x); len(x.Sections) == 0 || x.Miss != nil || x.Spans != nil {
		return Found{}, false
	}
	j := Found{Refs: slices.Clone(upper.Refs[:last]), From: a.From, To: b.To, Strength: titles.Strong} // "articles 5 and 7, paragraph 2"
	for n, r := range lower.Refs {
		r = within(r, x)
		found, ok := f.table.inside(r)
		if missed := found.Miss != nil && y.Paren && a.To == b.From && len(found.Sections) > 0; n == 0 && !ok && !missed || found.Spans != nil {
			return Found{}, false // but "article III 12(a)(i)", which is not there, is no other article
		}
		j.Refs = append(j.Refs, r)
	}
	if j.To < len(f.tokens) && f.tokens[j.To].Raw == ")" && gap == commaGap {
		j.To++
	}
	return j, true
}

// follows reports whether b is what is said last in its clause and stands directly behind
// a: "article 11 1 (c)".
func (f *finder) follows(a, b Found) bool {
	return a.To == b.From && (a.Strength == titles.Strong || f.whole(a, b)) && (b.To == len(f.tokens) || f.tokens[b.To-1].Stop || f.tokens[b.To].Mark || grammar.In(&f.tokens[b.To], grammar.Polite|grammar.Thanks|grammar.Frame))
}

// whole reports whether nothing is said but a and b.
func (f *finder) whole(a, b Found) bool {
	return f.words == len(phrase.Words(f.tokens[a.From:a.To]))+len(phrase.Words(f.tokens[b.From:b.To]))
}

// joined makes one reference of two, if one is to a piece of the other.
func (f *finder) joined(a, b Found) (Found, bool) {
	gap := f.gap(a.To, b.From)
	switch {
	case gap == ofGap && b.Strength == titles.Weak && a.Refs[0].Role != locate.NoRole && f.bears(b) && !grammar.In(&f.tokens[b.From], grammar.One):
		b = f.settled(b) // "the first paragraph of 13"
	case gap != ofGap && gap != apartGap && a.Strength == titles.Weak && f.bears(a) && f.vague(b, a):
		a = f.settled(a) // "the 9, but only paragraph 2"
	}
	a, b = pieced(a, b, gap)
	var before []locate.Ref
	if last := len(a.Refs) - 1; last > 0 && gap == closeGap && a.Refs[last].Role == locate.NoRole && a.Strength == titles.Strong && b.Refs[0].Role != locate.NoRole { // 第三条和第五条第二款
		before, a.Refs = a.Refs[:last:last], a.Refs[last:]
	}
	upper, lower, ok := f.order(a, b, gap)
	if !ok || len(upper.Refs) != 1 || upper.Refs[0].From != upper.Refs[0].To || upper.Strength == titles.Weak && upper.Refs[0].In == nil && upper.Refs[0].Rule != "title" {
		return Found{}, false
	}
	if l := &lower.Refs[0]; lower.Strength == titles.Weak && l.Rule == "number" && l.Role == locate.NoRole && !l.Ordinal && !l.FromEnd {
		return Found{}, false // "part 4 in 5 points"
	}
	section := lower.Refs[0].Role == locate.NoRole || !lower.Refs[0].Loose && f.table.HasLevel(lower.Refs[0].Kind)
	first := lower.From < upper.From
	if section && !lower.Refs[0].Place() && (gap == commaGap || gap == closeGap && first && !lower.Refs[0].Ordinal && !lower.Refs[0].FromEnd) && !f.table.nests(upper.Refs[0], lower.Refs[0], gap) {
		return Found{}, false
	}
	j := Found{Refs: before, From: a.From, To: b.To, Strength: titles.Strong}
	for _, r := range lower.Refs {
		r = within(r, upper.Refs[0])
		if lower.Strength == titles.Weak && r.Rule == "title" && !f.table.Holds(upper.Refs[0], r) {
			return Found{}, false // "article VIII schedule", where there is a Schedule A
		}
		if found := r; upper.Strength == titles.Weak {
			if f.table.Resolve(&found); found.Miss != nil {
				return Found{}, false // a word of the question is a title elsewhere
			}
		}
		j.Refs = append(j.Refs, r)
	}
	if j.To < len(f.tokens) && f.tokens[j.To].Raw == ")" && gap == commaGap {
		j.To++
	}
	return j, true
}

// pieced takes what is called a paragraph or a point of a section of its own level for a
// piece of the text of that: "paragraph 2 of measure 7", where measures may be called
// paragraphs, 第七条第二款.
func pieced(a, b Found, gap int) (Found, Found) {
	lower, upper := &b, &a
	if gap == ofGap {
		lower, upper = &a, &b
	}
	l, u := lower.Refs[0], upper.Refs[0]
	if l.Kind != u.Kind || l.Kind == "" || l.Role == locate.NoRole || u.Role != locate.NoRole || l.In != nil || gap == apartGap || gap == wideGap {
		return a, b
	}
	lower.Refs = slices.Clone(lower.Refs)
	for i := range lower.Refs {
		lower.Refs[i].Loose = true
	}
	return a, b
}

// bears reports whether a bare number is that of one section, and counts nothing.
func (f *finder) bears(b Found) bool {
	r := b.Refs[0]
	f.table.Resolve(&r)
	return r.Rule == "number" && len(r.Sections) == 1 && !f.counts(&b, r.Sections)
}

// settled returns a bare number as that of the section that bears it.
func (f *finder) settled(b Found) Found {
	r := b.Refs[0]
	f.table.Resolve(&r)
	r.Kind = f.table.Document().Sections[r.Sections[0]].Kind
	b.Refs, b.Strength = append([]locate.Ref{r}, b.Refs[1:]...), titles.Strong
	return b
}

// vague reports whether what b names is found in several sections, one of them a.
func (f *finder) vague(b, a Found) bool {
	r := b.Refs[0]
	if r.Rule != "number" || r.In != nil || r.Role == locate.NoRole || plural(&r) {
		return false
	}
	if f.table.Resolve(&r); len(r.Sections) < 2 {
		return false
	}
	_, ok := f.table.inside(within(b.Refs[0], a.Refs[0]))
	return ok
}

// within returns r as a reference in upper.
func within(r, upper locate.Ref) locate.Ref {
	if r.In != nil {
		upper = within(*r.In, upper)
	}
	r.In = &upper
	return r
}

// order tells which of two references holds the other.
func (f *finder) order(a, b Found, gap int) (upper, lower Found, ok bool) {
	x, y := &a.Refs[0], &b.Refs[0]
	switch {
	case (gap == closeGap || gap == commaGap) && f.descends(a, b):
		return a, b, true
	case gap == wideGap && y.Role != locate.NoRole && y.In == nil && (b.Strength == titles.Weak || f.vague(b, a)):
		return a, b, true // "measure 8, but only the first sentence"
	case gap == apartGap || gap == wideGap:
	case gap == ofGap && x.Rule == "number" && y.Rule == "title" && f.table.nests(*y, *x, gap):
		return b, a, true
	case y.Place() && x.Role == locate.NoRole && !x.Place() && gap != ofGap:
		return a, b, true
	case f.depth(x) > f.depth(y):
		return b, a, b.Strength > titles.Weak || y.Rule == "title"
	case f.depth(x) < f.depth(y):
		return a, b, a.Strength == titles.Strong || x.Rule == "title"
	}
	return a, b, false
}

// descends reports whether b goes further down than a, which is a piece or a number in a
// section that has a name: "Art. 6 Abs. 1 lit. f", "§ 2 Abs. 3 Nr. 1".
func (f *finder) descends(a, b Found) bool {
	x, y := &a.Refs[0], &b.Refs[0]
	if x.In == nil || y.In != nil || x.Rule != "number" || y.Rule != "number" {
		return false
	}
	root := x.In
	for root.In != nil {
		root = root.In
	}
	return root.Kind != "" && (y.Kind == "" && grammar.In(&f.tokens[b.From], grammar.Number) || y.Role != locate.NoRole && f.table.Rank(root.Kind) < f.table.Rank(y.Kind))
}

func plural(r *locate.Ref) bool { return r.From != r.To || r.FromEnd && r.From != "1" }

// depth orders references from the top: levels of the document, then what is
// called by none of its levels, then pieces of text.
func (f *finder) depth(r *locate.Ref) int {
	if r.Role != locate.NoRole && (r.Loose || !f.table.HasLevel(r.Kind)) {
		return f.table.Count() + int(r.Role)
	}
	return f.table.Rank(r.Kind)
}

// inside resolves r, and reports whether the document has it in what r says that it is in.
func (t *Table) inside(r locate.Ref) (locate.Ref, bool) {
	t.Resolve(&r)
	return r, len(r.Sections) > 0 && r.In != nil && r.Miss == nil
}

// nests reports whether the document has lower in upper, and, unless nothing stands
// between them, does not have it alone, or has several.
func (t *Table) nests(upper, lower locate.Ref, gap int) bool {
	alone := lower
	for alone.In != nil {
		alone = *alone.In
	}
	t.Resolve(&alone)
	lower.In = &upper
	t.Resolve(&lower)
	return len(lower.Sections) > 0 && (len(lower.Sections) == 1 || plural(&lower)) && lower.Miss == nil && (gap == closeGap || len(alone.Sections) != 1 || alone.Sections[0] == lower.Sections[0] || lower.Loose)
}

// beside folds "the last point before the conclusion", and 结语前的最后一条 in its
// other order, into one reference: what has no number only says where the other
// is.
func (f *finder) beside(a, b Found) (Found, bool) {
	it := a // what is before or after the other is said first, but not in Chinese
	if f.tokens[a.From].Han() {
		it = b
	}
	between := phrase.Words(f.tokens[a.To:b.From])
	if a.Refs[0].Place() == b.Refs[0].Place() || it.Refs[0].Role == locate.Opening || len(it.Refs) != 1 || len(between) == 0 {
		return Found{}, false
	}
	m, _ := grammar.All().Set("beside").Longest(between, 0)
	it.From, it.To = a.From, b.To
	return it, m.End == len(between)
}

// lettered takes a letter behind a comma, the last thing said, for a step of what is named
// before it, if that has such a step: "art. 1, para 2, b".
func (f *finder) lettered(found []Found) {
	if len(found) == 0 {
		return
	}
	r := &found[len(found)-1]
	at, end := r.To+1, r.To+2
	if at >= len(f.tokens) || f.tokens[r.To].Raw != "," || len(r.Refs) != 1 || r.Refs[0].Rule != "number" || r.Refs[0].In == nil {
		return
	}
	if f.tokens[at].Raw == "(" && at+2 < len(f.tokens) && f.tokens[at+2].Raw == ")" {
		at, end = at+1, at+3
	}
	t := &f.tokens[at]
	if !t.Letter() || t.Raw != t.Fold || end < len(f.tokens) && !f.tokens[end].Mark && !grammar.In(&f.tokens[end], grammar.Polite|grammar.Thanks) {
		return
	}
	step := locate.Ref{From: t.Fold, To: t.Fold, Role: locate.Point, Rule: "number", Loose: true}
	if in, ok := f.table.inside(within(step, r.Refs[0])); ok {
		r.Refs[0], r.To, r.Strength = in, end, titles.Strong
	}
}
