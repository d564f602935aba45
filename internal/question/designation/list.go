package designation

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
	"pincite/internal/question/phrase"
)

// List reads numbers from token i on: one, a range, or several. level is that
// of the name before them, or 0; then a name may follow. lead says that what
// stands before makes them references, however they are written.
func (r *Reader) List(i, level int, lead bool) ([]locate.Ref, int, bool) {
	e, ok := r.Item(i)
	if !ok {
		return nil, 0, false
	}
	if level == 0 {
		level = e.Level
	}
	e, to, level, named := r.trailed(i, level, e, lead)
	refs := []locate.Ref{e.Ref()}
	for {
		sep, isRange, ok := r.separator(r.closed(to), i)
		if _, more := r.bracketed(to); more && r.tokens[to-1].Raw == ")" && r.tokens[to+1].Han() {
			sep, ok = to, true // 第(一)(三)项
		}
		if !ok || r.tokens[to].Raw == "/" && !lead && !named || r.Denial(sep) > 0 {
			break
		}
		if sep, ok = r.sameLevel(sep, level); !ok {
			break
		}
		next, ok := r.further(sep, refs[len(refs)-1].From)
		if ok && !next.Letter() && r.opensCompound(sep+next.Used, i) {
			break // "artículo 10 apartado 2 y el 8 apartado 1"
		}
		if end := sep + next.Used; ok && level != 0 && end < len(r.tokens) && (named || next.Ordinal) && r.tokens[end].Level != 0 &&
			r.names.Kind(r.tokens[end].Level) != r.names.Kind(level) {
			break // 第一章、第一条; "2 kap, 3 §"; "part 4, second topic"
		}
		if next.Ordinal && !next.Digits && !e.Ordinal && e.Digits && !r.tokens[sep].Han() {
			break // "section 4, the third"
		}
		if !ok || grammar.In(&r.tokens[sep], grammar.One) && (!lead && !next.Cardinal() || grammar.In(&r.tokens[sep-1], grammar.Article)) {
			break // "section 3 and the one before it"
		}
		if end := sep + next.Used; level != 0 && end < len(r.tokens) && r.tokens[end].Level == 0 && r.Role(end) != locate.NoRole {
			break // "measure 7, second sentence"
		}
		var n bool
		next, to, level, n = r.trailed(sep, level, next, lead)
		named = named || n
		last := &refs[len(refs)-1]
		if lead && r.tokens[sep-1].Raw == "," && r.stepsOf(i, last, next) {
			last.From, last.Paren, last.Also = last.From+"."+next.Code, true, nil
			last.To = last.From
			continue
		}
		switch one := isRange && last.From == last.To; {
		case one && next.FromEnd == last.FromEnd:
			last.To = next.Code
		case one && next.FromEnd && next.Code == "1" && r.toLast(last, level): // "articles 20 to the last"
		default:
			refs = append(refs, next.Ref())
		}
	}
	if r.Counted(i, to, named, lead, e, refs) && !(named && r.alone(i, to)) {
		return nil, 0, false
	}
	to = r.onward(refs, to, level)
	for j := range refs {
		one := &refs[j]
		one.Kind = r.names.Kind(level)
		switch {
		case one.FromEnd || document.CompareNormal(one.From, one.To) <= 0:
		case !r.names.Has(one.From): // "article 434-5" of another text
			one.From += "-" + one.To
			one.To = one.From
		default:
			one.From, one.To = one.To, one.From
		}
	}
	return refs, to, true
}

// stepsOf reports whether next, behind a comma, is steps down from the one section that last
// names, of a list that begins at token i: "article II, 2(a)".
func (r *Reader) stepsOf(i int, last *locate.Ref, next Item) bool {
	return r.one(i) && last.From == last.To && !strings.Contains(last.From, ".") && next.Steps && next.Paren && r.Leads(last.From+"."+next.Code)
}

// joinsAtHome reports a word that lists numbers in the document's language.
func (r *Reader) joinsAtHome(t *phrase.Token) bool { return slices.Contains(r.joining, t.Fold) }

// onward reads "13 onwards": the last reference becomes a range to the end.
func (r *Reader) onward(refs []locate.Ref, to, level int) int {
	last := &refs[len(refs)-1]
	if to >= len(r.tokens) || last.From != last.To || last.FromEnd {
		return to
	}
	m, p := grammar.All().Set("onward").Longest(r.tokens, to)
	if p == nil {
		return to
	}
	if r.toLast(last, level) {
		return m.End
	}
	return to
}

// toLast makes last a range to the last section of a level, or of the one that bare numbers are
// of. It reports false where there is none.
func (r *Reader) toLast(last *locate.Ref, level int) bool {
	all := r.names.Document().OfKind(cmp.Or(r.names.Kind(level), r.names.Bare()))
	if len(all) == 0 {
		return false
	}
	last.To = r.names.Document().Sections[all[len(all)-1]].Designation.Normal
	return true
}

// trailed reads what belongs to the number at token i: a level's name, and what is behind
// that: 第七条之一, 제3조의2, "3. § (2)".
func (r *Reader) trailed(i, level int, e Item, lead bool) (_ Item, to, _ int, named bool) {
	if to = i + e.Used; to < len(r.tokens) && grammar.In(&r.tokens[to], grammar.ToDigits) && !r.joinsAtHome(&r.tokens[to]) && r.rangeHere(to, i) {
		return e, to, level, false // the "al" of "dal due al quattro" is no alinea
	}
	to, level, named = r.trailing(to, level, e, lead)
	if named && (r.tokens[to-1].Han() || r.tokens[to-1].Hangul() || to < len(r.tokens) && r.tokens[to].Raw == "(") {
		long := e
		long.Used = to - i
		if long = r.Extended(i, long); long.Used > to-i {
			return long, i + long.Used, level, named
		}
	}
	return e, to, level, named
}

// trailing reads a level's name behind a number.
func (r *Reader) trailing(to, level int, e Item, lead bool) (int, int, bool) {
	if to+1 < len(r.tokens) && grammar.In(&r.tokens[to], grammar.Classifier) && r.tokens[to+1].Level != 0 {
		to++
	}
	if !lead && (e.Digits || e.Roman) && to+1 < len(r.tokens) && r.tokens[to].Raw == "." && r.tokens[to+1].Level != 0 && !r.numberBehind(to+1+r.tokens[to+1].Width) {
		to++ // "3. §", "2. Abschnitt", "II. Abschnitt"
	}
	if to >= len(r.tokens) || r.tokens[to].Level == 0 {
		return to, level, false
	}
	t := r.tokens[to]
	if lead && level != 0 && (t.Level != level || !t.Han()) {
		return to, level, false
	}
	if !lead && level != 0 && t.Level != level && t.Level != levels.Any {
		return to, level, false
	}
	if level == 0 && !e.Ordinal && !t.Han() && (r.numberBehind(to+t.Width) || r.Lettered(to)) {
		return to, level, false // "HLP 2.3 section 7.1", "Nr. 3 lit. b"
	}
	to += t.Width
	// 第七条措施 names the level twice.
	if (e.Ordinal || e.FromEnd) && to < len(r.tokens) && t.Han() && r.tokens[to].Level != 0 && r.tokens[to].Han() {
		t = r.tokens[to]
		to += t.Width
	}
	if level != 0 && level != levels.Any {
		return to, level, true
	}
	return to, t.Level, true
}

// numberBehind reports whether the number at token i belongs to the level before it, rather
// than to one behind it or, in parentheses, to the number before.
func (r *Reader) numberBehind(i int) bool {
	if i < len(r.tokens) && (r.tokens[i].Raw == "(" || r.tokens[i].Level != 0) {
		return false // "2. Abschnitt (3)", "2. Abschnitt § 3"
	}
	i = r.Glue(i)
	e, ok := r.Item(i)
	if !ok || !e.Digits && !e.Letter() {
		return false
	}
	for ok { // "2 kap. 1–3 §", "4 § 2 mom."
		end := i + e.Used
		if end < len(r.tokens) && (r.tokens[end].Level != 0 || r.Role(end) == locate.Paragraph) {
			behind, own := r.Item(r.Glue(end + max(1, r.tokens[end].Width)))
			return own && behind.Digits && !r.tokens[end].Han() // "7 para 2, 9 para 1"
		}
		var sep bool
		if i, _, sep = r.separator(end, i); !sep {
			break
		}
		e, ok = r.Item(i)
	}
	return true
}

// separator reads what stands between two numbers of a list that began at
// token from: it returns the token behind it and whether it makes a range.
func (r *Reader) separator(i, from int) (next int, isRange, ok bool) {
	for n := 0; n < 3 && i < len(r.tokens); n++ {
		t := &r.tokens[i]
		e, _ := r.Item(i)
		switch {
		case e.Digits: // the "a" of "A1-1 to A1-3"
			return i, isRange, ok
		case r.Ranges(i):
			if !t.Mark && from > 0 && r.one(from) && r.measures(from, r.determined(i+1), true) {
				return i, isRange, false // "shorten section 1 to three lines"
			}
			isRange = true
		case t.Fold == "e" && t.Glued: // an exponent, "1e3"
			return i, isRange, false
		case grammar.In(t, grammar.ToDigits) && !r.joinsAtHome(t):
			if !isRange && !r.rangeHere(i, from) {
				return i, isRange, ok
			}
			isRange = true
		case n > 0 && t.Letter() && r.letters(from) && i+1 < len(r.tokens) && r.Lists(i+1): // the first e of "d, e y f"
			return i, isRange, ok
		case r.Lists(i) && r.joins(i, from) && !(r.Denied && t.Mark && !r.ofAll(from)):
			isRange = isRange || n == 0 && from > 0 && grammar.In(&r.tokens[from-1], grammar.Between)
		case r.article(i) && ok:
		case n == 0 && i > 0 && r.between(i): // "sections 3 n 5"
		case ok && !r.Denied && !t.Letter() && i+1 < len(r.tokens) && grammar.In(t, grammar.Connective): // "and also 14"
		default:
			m, p := grammar.All().Set("join").Longest(r.tokens, i)
			if p == nil || m.End == len(r.tokens) {
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
func (r *Reader) ofAll(from int) bool {
	for i := from - 1; i >= 0; i-- {
		if t := &r.tokens[i]; t.Level != 0 && t.Plural && i+t.Width == from || grammar.In(t, grammar.Total|grammar.Each) {
			return true
		}
	}
	return false
}

// letters reports whether the list that begins at token from is one of letters.
func (r *Reader) letters(from int) bool {
	e, ok := r.Item(from)
	return ok && e.Letter()
}

// between reports whether token i is a short form of "number" that people type for "and",
// between two numbers.
func (r *Reader) between(i int) bool {
	e, ok := r.Item(i + 1)
	return ok && e.Digits && grammar.In(&r.tokens[i], grammar.Number) && r.tokens[i].Letter() && r.tokens[i-1].Digits()
}

// rangeHere reports whether the word at token i, which stands between the ends of a range of
// digits or letters, does so here: "del 30-A al 30-C"; or between numbers that are written
// out, behind one that begins a range: "dal due al quattro".
// A word that elsewhere joins a piece to what holds it, the Portuguese "parágrafo 1 do 3", makes
// no range of one piece: but "artykuły 1 do 3", "od 1 do 3".
func (r *Reader) rangeHere(i, from int) bool {
	if i == 0 {
		return false
	}
	if e, _ := r.Item(from); from > 0 && grammar.In(&r.tokens[from-1], grammar.From) && e.Used > 0 && from+e.Used == i {
		last, ok := r.Item(r.determined(i + 1))
		return ok && last.Letter() == e.Letter() && last.Ordinal == e.Ordinal
	}
	if head := &r.tokens[max(0, from-1)]; grammar.In(&r.tokens[i], grammar.Within) && r.Role(max(0, from-1)) != locate.NoRole && !head.Plural {
		return false
	}
	before := &r.tokens[i-1]
	a, okA := r.Item(i - 1)
	b, okB := r.Item(r.determined(i + 1))
	inserted := i > 2 && before.Letter() && (before.Glued || r.tokens[i-2].Raw == "-" && r.tokens[i-2].End == before.Start)
	return okB && (inserted && b.Digits || okA && (a.Digits && b.Digits || a.Letter() && b.Letter() || r.tokens[i].Cyrillic()))
}

// determined returns the first token from i on that is no article.
func (r *Reader) determined(i int) int {
	for i < len(r.tokens) && r.article(i) && !r.tokens[i].Han() {
		i++
	}
	return i
}

// article reports whether token i is an article: not the I of "sections G to I".
func (r *Reader) article(i int) bool {
	t := &r.tokens[i]
	return grammar.In(t, grammar.Article) && (!t.Letter() || t.Raw == t.Fold)
}

// sameLevel skips a level's name inside a list, "measure 4 and measure 5". A
// name of another level begins another reference.
func (r *Reader) sameLevel(i, level int) (int, bool) {
	if i >= len(r.tokens) || r.tokens[i].Level == 0 {
		return i, true
	}
	t := r.tokens[i]
	if before := phrase.LevelBefore(r.tokens, i); before.Level == t.Level && firstRune(before.Fold) != firstRune(t.Fold) {
		return i, false // "rule 201, point 5"
	}
	return r.Glue(i + t.Width), t.Level == level
}

// Counted reports whether the number counts ("seven measures", 七条措施) rather
// than names.
func (r *Reader) Counted(i, to int, named, lead bool, e Item, refs []locate.Ref) bool {
	if lead || !e.Cardinal() || len(refs) > 1 || refs[0].From != refs[0].To {
		return false
	}
	if r.countsHan(to, named) {
		return true
	}
	t := phrase.LevelBefore(r.tokens, to)
	switch { // a Chinese name of one character is a measure word: 七条 is also short for 第七条, but 一篇 only where there are 篇
	case !named:
		return i > 0 && !e.Digits && !r.tokens[i].Han() && !grammar.In(&r.tokens[i], grammar.One) && grammar.In(&r.tokens[i-1], grammar.Counted) && // "the four"
			!(to < len(r.tokens) && grammar.In(&r.tokens[to], grammar.One))
	case i > 0 && grammar.In(&r.tokens[i-1], grammar.Counted):
		return true
	case t.Han():
		return t.Width > 1 || t.Loose && !r.alone(i, to) || grammar.In(&r.tokens[to-2], grammar.Classifier) || to < len(r.tokens) && r.tokens[to].Level != 0
	case t.Cyrillic():
		return r.names.Counts(e.N, &t)
	}
	return t.Plural || !e.Digits && !e.Roman
}

// alone reports whether nothing else is said than the number and the level between
// the tokens, which by themselves are somebody's way of writing measure 7. Written
// out, "the eight rules" and 八项规定, they are a name. Behind a connective more may be
// said: 那三十四条呢.
func (r *Reader) alone(i, to int) bool {
	digits := r.tokens[i].Digits() || r.tokens[i].Han()
	more := grammar.In(&r.tokens[0], grammar.Connective)
	for j := range r.tokens {
		t := &r.tokens[j]
		inside := i <= j && j < to || t.Mark || more && j == 0
		digits = digits && (inside || grammar.In(t, grammar.Frame) && (more || !t.Han()))
	}
	return digits
}

// countsHan reports whether a Chinese noun goes on from the number that ends
// before token to, as in 八项规定 and 四个自信: then it counts.
func (r *Reader) countsHan(to int, named bool) bool {
	if !named && to < len(r.tokens) && grammar.In(&r.tokens[to], grammar.MeasureWord) {
		to++
	}
	if to >= len(r.tokens) || !r.tokens[to].Han() || r.tokens[to].Level != 0 || grammar.In(&r.tokens[to], grammar.Article) {
		return false
	}
	_, says := grammar.All().Set("number").Longest(r.tokens, to)
	return says == nil
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
