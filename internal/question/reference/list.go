package reference

import (
	"cmp"
	"strconv"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/designation"
	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
	"pincite/internal/question/phrase"
	"pincite/internal/question/titles"
)

// list reads numbers from token i on: one, a range, or several. level is that
// of the name before them, or 0; then a name may follow. lead says that what
// stands before makes them references, however they are written.
func (f *finder) list(i, level int, lead bool) ([]locate.Ref, int, bool) {
	e, ok := f.Item(i)
	if !ok {
		return nil, 0, false
	}
	if level == 0 {
		level = e.Level
	}
	e, to, level, named := f.trailed(i, level, e, lead)
	refs := []locate.Ref{e.Ref()}
	for {
		sep, isRange, ok := f.separator(f.closed(to), i)
		if _, more := f.bracketed(to); more && f.tokens[to-1].Raw == ")" && f.tokens[to+1].Han() {
			sep, ok = to, true // 第(一)(三)项
		}
		if !ok || f.tokens[to].Raw == "/" && !lead && !named || f.denial(sep) > 0 {
			break
		}
		if sep, ok = f.sameLevel(sep, level); !ok {
			break
		}
		next, ok := f.further(sep, refs[len(refs)-1].From)
		if ok && !next.Letter() && f.opensCompound(sep+next.Used, i) {
			break // "artículo 10 apartado 2 y el 8 apartado 1"
		}
		if end := sep + next.Used; ok && level != 0 && end < len(f.tokens) && (named || next.Ordinal) && f.tokens[end].Level != 0 &&
			f.table.Kind(f.tokens[end].Level) != f.table.Kind(level) {
			break // 第一章、第一条; "2 kap, 3 §"; "part 4, second topic"
		}
		if next.Ordinal && !next.Digits && !e.Ordinal && e.Digits && !f.tokens[sep].Han() {
			break // "section 4, the third"
		}
		if !ok || grammar.In(&f.tokens[sep], grammar.One) && !lead && !next.Cardinal() {
			break
		}
		if end := sep + next.Used; level != 0 && end < len(f.tokens) && f.tokens[end].Level == 0 && f.Role(end) != locate.NoRole {
			break // "measure 7, second sentence"
		}
		var n bool
		next, to, level, n = f.trailed(sep, level, next, lead)
		named = named || n
		last := &refs[len(refs)-1]
		switch one := isRange && last.From == last.To; {
		case one && next.FromEnd == last.FromEnd:
			last.To = next.Code
		case one && next.FromEnd && next.Code == "1" && f.toLast(last, level): // "articles 20 to the last"
		default:
			refs = append(refs, next.Ref())
		}
	}
	if f.counted(i, to, named, lead, e, refs) && !(named && f.alone(i, to)) {
		return nil, 0, false
	}
	to = f.onward(refs, to, level)
	for j := range refs {
		r := &refs[j]
		r.Kind = f.table.Kind(level)
		if !r.FromEnd && document.CompareNormal(r.From, r.To) > 0 {
			r.From, r.To = r.To, r.From
		}
	}
	return refs, to, true
}

// onward reads "13 onwards": the last reference becomes a range to the end.
func (f *finder) onward(refs []locate.Ref, to, level int) int {
	last := &refs[len(refs)-1]
	if to >= len(f.tokens) || last.From != last.To || last.FromEnd {
		return to
	}
	m, p := grammar.All().Set("onward").Longest(f.tokens, to)
	if p == nil {
		return to
	}
	if f.toLast(last, level) {
		return m.End
	}
	return to
}

// toLast makes r a range to the last section of a level, or of the one that bare numbers are
// of. It reports false where there is none.
func (f *finder) toLast(r *locate.Ref, level int) bool {
	all := f.table.Document().OfKind(cmp.Or(f.table.Kind(level), f.table.Bare()))
	if len(all) == 0 {
		return false
	}
	r.To = f.table.Document().Sections[all[len(all)-1]].Designation.Normal
	return true
}

// trailed reads what belongs to the number at token i: a level's name, and what is behind
// that: 第七条之一, 제3조의2, "3. § (2)".
func (f *finder) trailed(i, level int, e designation.Item, lead bool) (_ designation.Item, to, _ int, named bool) {
	if to = i + e.Used; to < len(f.tokens) && grammar.In(&f.tokens[to], grammar.ToDigits) && f.rangeHere(to, i) {
		return e, to, level, false // the "al" of "dal due al quattro" is no alinea
	}
	to, level, named = f.trailing(to, level, e, lead)
	if named && (f.tokens[to-1].Han() || f.tokens[to-1].Hangul() || to < len(f.tokens) && f.tokens[to].Raw == "(") {
		long := e
		long.Used = to - i
		if long = f.Extended(i, long); long.Used > to-i {
			return long, i + long.Used, level, named
		}
	}
	return e, to, level, named
}

// trailing reads a level's name behind a number.
func (f *finder) trailing(to, level int, e designation.Item, lead bool) (int, int, bool) {
	if to+1 < len(f.tokens) && grammar.In(&f.tokens[to], grammar.Classifier) && f.tokens[to+1].Level != 0 {
		to++
	}
	if !lead && (e.Digits || e.Roman) && to+1 < len(f.tokens) && f.tokens[to].Raw == "." && f.tokens[to+1].Level != 0 && !f.numberBehind(to+1+f.tokens[to+1].Width) {
		to++ // "3. §", "2. Abschnitt", "II. Abschnitt"
	}
	if to >= len(f.tokens) || f.tokens[to].Level == 0 {
		return to, level, false
	}
	t := f.tokens[to]
	if lead && level != 0 && (t.Level != level || !t.Han()) {
		return to, level, false
	}
	if !lead && level != 0 && t.Level != level && t.Level != levels.Any {
		return to, level, false
	}
	if !lead && level == 0 && !e.Ordinal && !t.Han() && f.numberBehind(to+t.Width) {
		return to, level, false // "HLP 2.3 section 7.1"
	}
	to += t.Width
	// 第七条措施 names the level twice.
	if (e.Ordinal || e.FromEnd) && to < len(f.tokens) && t.Han() && f.tokens[to].Level != 0 && f.tokens[to].Han() {
		t = f.tokens[to]
		to += t.Width
	}
	if level != 0 && level != levels.Any {
		return to, level, true
	}
	return to, t.Level, true
}

// numberBehind reports whether the number at token i belongs to the level before it, rather
// than to one behind it or, in parentheses, to the number before.
func (f *finder) numberBehind(i int) bool {
	if i < len(f.tokens) && (f.tokens[i].Raw == "(" || f.tokens[i].Level != 0) {
		return false // "2. Abschnitt (3)", "2. Abschnitt § 3"
	}
	i = f.glue(i)
	e, ok := f.Item(i)
	if !ok || !e.Digits && !e.Letter() {
		return false
	}
	for ok { // "2 kap. 1–3 §"
		end := i + e.Used
		if end < len(f.tokens) && f.tokens[end].Level != 0 {
			behind, own := f.Item(f.glue(end + f.tokens[end].Width))
			return own && behind.Digits && !f.tokens[end].Han() // "7 para 2, 9 para 1"
		}
		var sep bool
		if i, _, sep = f.separator(end, i); !sep {
			break
		}
		e, ok = f.Item(i)
	}
	return true
}

// separator reads what stands between two numbers of a list that began at
// token from: it returns the token behind it and whether it makes a range.
func (f *finder) separator(i, from int) (next int, isRange, ok bool) {
	for n := 0; n < 3 && i < len(f.tokens); n++ {
		t := &f.tokens[i]
		e, _ := f.Item(i)
		switch {
		case e.Digits: // the "a" of "A1-1 to A1-3"
			return i, isRange, ok
		case f.Ranges(i):
			if !t.Mark && from > 0 && f.one(from) && f.measures(from, f.determined(i+1), true) {
				return i, isRange, false // "shorten section 1 to three lines"
			}
			isRange = true
		case t.Fold == "e" && t.Glued: // an exponent, "1e3"
			return i, isRange, false
		case grammar.In(t, grammar.ToDigits):
			if !isRange && !f.rangeHere(i, from) {
				return i, isRange, ok
			}
			isRange = true
		case n > 0 && t.Letter() && f.letters(from) && i+1 < len(f.tokens) && f.Lists(i+1): // the first e of "d, e y f"
			return i, isRange, ok
		case f.Lists(i) && f.joins(i, from) && !(f.denied && t.Mark && !f.ofAll(from)):
			isRange = isRange || n == 0 && from > 0 && grammar.In(&f.tokens[from-1], grammar.Between)
		case f.article(i) && ok:
		case n == 0 && i > 0 && f.between(i): // "sections 3 n 5"
		case ok && !f.denied && !t.Letter() && i+1 < len(f.tokens) && grammar.In(t, grammar.Connective): // "and also 14"
		default:
			m, p := grammar.All().Set("join").Longest(f.tokens, i)
			if p == nil || m.End == len(f.tokens) {
				return i, isRange, ok
			}
			i = m.End - 1 // "as well as 14"
		}
		ok = true
		i++
	}
	return i, isRange, ok
}

// ofAll reports whether the list that begins at token from, of what is not meant, stands
// behind a plural or a word for all there is, so that a comma goes on with it: "all articles
// except 2, 3 and 5"; but "not 2, 3".
func (f *finder) ofAll(from int) bool {
	for i := from - 1; i >= 0; i-- {
		if t := &f.tokens[i]; t.Level != 0 && t.Plural && i+t.Width == from || grammar.In(t, grammar.Total|grammar.Each) {
			return true
		}
	}
	return false
}

// letters reports whether the list that begins at token from is one of letters.
func (f *finder) letters(from int) bool {
	e, ok := f.Item(from)
	return ok && e.Letter()
}

// between reports whether token i is a short form of "number" that people type for "and",
// between two numbers.
func (f *finder) between(i int) bool {
	e, ok := f.Item(i + 1)
	return ok && e.Digits && grammar.In(&f.tokens[i], grammar.Number) && f.tokens[i].Letter() && f.tokens[i-1].Digits()
}

// rangeHere reports whether the word at token i, which stands between the ends of a range of
// digits or letters, does so here: "del 30-A al 30-C"; or between numbers that are written
// out, behind one that begins a range: "dal due al quattro".
// A word that elsewhere joins a piece to what holds it, the Portuguese "parágrafo 1 do 3", makes
// no range of one piece: but "artykuły 1 do 3", "od 1 do 3".
func (f *finder) rangeHere(i, from int) bool {
	if i == 0 {
		return false
	}
	if e, _ := f.Item(from); from > 0 && grammar.In(&f.tokens[from-1], grammar.From) && e.Used > 0 && from+e.Used == i {
		last, ok := f.Item(f.determined(i + 1))
		return ok && last.Letter() == e.Letter() && last.Ordinal == e.Ordinal
	}
	if head := &f.tokens[max(0, from-1)]; grammar.In(&f.tokens[i], grammar.Within) && f.Role(max(0, from-1)) != locate.NoRole && !head.Plural {
		return false
	}
	before := &f.tokens[i-1]
	a, okA := f.Item(i - 1)
	b, okB := f.Item(f.determined(i + 1))
	inserted := i > 2 && before.Letter() && (before.Glued || f.tokens[i-2].Raw == "-" && f.tokens[i-2].End == before.Start)
	return okB && (inserted && b.Digits || okA && (a.Digits && b.Digits || a.Letter() && b.Letter() || f.tokens[i].Cyrillic()))
}

// determined returns the first token from i on that is no article.
func (f *finder) determined(i int) int {
	for i < len(f.tokens) && f.article(i) && !f.tokens[i].Han() {
		i++
	}
	return i
}

// article reports whether token i is an article: not the I of "sections G to I".
func (f *finder) article(i int) bool {
	t := &f.tokens[i]
	return grammar.In(t, grammar.Article) && (!t.Letter() || t.Raw == t.Fold)
}

// sameLevel skips a level's name inside a list, "measure 4 and measure 5". A
// name of another level begins another reference.
func (f *finder) sameLevel(i, level int) (int, bool) {
	if i >= len(f.tokens) || f.tokens[i].Level == 0 {
		return i, true
	}
	t := f.tokens[i]
	if before := phrase.LevelBefore(f.tokens, i); before.Level == t.Level && firstRune(before.Fold) != firstRune(t.Fold) {
		return i, false // "rule 201, point 5"
	}
	return f.glue(i + t.Width), t.Level == level
}

// counted reports whether the number counts ("seven measures", 七条措施) rather
// than names.
func (f *finder) counted(i, to int, named, lead bool, e designation.Item, refs []locate.Ref) bool {
	if lead || !e.Cardinal() || len(refs) > 1 || refs[0].From != refs[0].To {
		return false
	}
	if f.countsHan(to, named) {
		return true
	}
	t := phrase.LevelBefore(f.tokens, to)
	switch { // a Chinese name of one character is a measure word: 七条 is also short for 第七条, but 一篇 only where there are 篇
	case !named:
		return i > 0 && !e.Digits && !f.tokens[i].Han() && !grammar.In(&f.tokens[i], grammar.One) && grammar.In(&f.tokens[i-1], grammar.Counted) && // "the four"
			!(to < len(f.tokens) && grammar.In(&f.tokens[to], grammar.One))
	case i > 0 && grammar.In(&f.tokens[i-1], grammar.Counted):
		return true
	case t.Han():
		return t.Width > 1 || t.Loose && !f.alone(i, to) || grammar.In(&f.tokens[to-2], grammar.Classifier) || to < len(f.tokens) && f.tokens[to].Level != 0
	case t.Cyrillic():
		return f.table.Counts(e.N, &t)
	}
	return t.Plural || !e.Digits && !e.Roman
}

// alone reports whether nothing else is said than the number and the level between
// the tokens, which by themselves are somebody's way of writing measure 7. Written
// out, "the eight rules" and 八项规定, they are a name. Behind a connective more may be
// said: 那三十四条呢.
func (f *finder) alone(i, to int) bool {
	digits := f.tokens[i].Digits() || f.tokens[i].Han()
	more := grammar.In(&f.tokens[0], grammar.Connective)
	for j := range f.tokens {
		t := &f.tokens[j]
		inside := i <= j && j < to || t.Mark || more && j == 0
		digits = digits && (inside || grammar.In(t, grammar.Frame) && (more || !t.Han()))
	}
	return digits
}

// countsHan reports whether a Chinese noun goes on from the number that ends
// before token to, as in 八项规定 and 四个自信: then it counts.
func (f *finder) countsHan(to int, named bool) bool {
	if !named && to < len(f.tokens) && grammar.In(&f.tokens[to], grammar.MeasureWord) {
		to++
	}
	if to >= len(f.tokens) || !f.tokens[to].Han() || f.tokens[to].Level != 0 || grammar.In(&f.tokens[to], grammar.Article) {
		return false
	}
	_, says := grammar.All().Set("number").Longest(f.tokens, to)
	return says == nil
}

// firstFew reads "the first three measures", "the last two", "前三条" and the
// Spanish "las tres primeras medidas".
func (f *finder) firstFew(i int) (Found, bool) {
	a, ok := f.Item(i)
	if grammar.In(&f.tokens[i], grammar.FirstFew) {
		a, ok = designation.Item{N: 1, Used: 1, Ordinal: true}, true
	}
	if !ok {
		return Found{}, false
	}
	b, ok := f.Item(i + a.Used)
	if !ok {
		return Found{}, false
	}
	few, edge := b, a
	if a.Cardinal() && (b.FromEnd || b.Ordinal) {
		few, edge = a, b
	}
	to := i + a.Used + b.Used
	if edge.N != 1 || !(edge.Ordinal || edge.FromEnd) || !few.Cardinal() || few.N < 1 {
		return Found{}, false
	}
	level, width := 0, 0
	if to < len(f.tokens) {
		level, width = f.tokens[to].Level, f.tokens[to].Width
	}
	if level == 0 && f.words > 3 {
		return Found{}, false
	}
	r := locate.Ref{Kind: f.table.Kind(level), From: "1", To: strconv.Itoa(few.N), Ordinal: true, Rule: "place"}
	if edge.FromEnd {
		r.From, r.To, r.FromEnd = strconv.Itoa(few.N), "1", true
	}
	return Found{Refs: []locate.Ref{r}, From: i, To: to + width, Strength: titles.Strong}, true
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
