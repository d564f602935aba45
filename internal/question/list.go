package question

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// An item is one number of a list: "7", "the seventh", "last", "倒数第二".
type item struct {
	from    int
	fromEnd bool
	ordinal bool
	guessed bool
	digits  bool
	used    int // tokens
}

func (e item) cardinal() bool { return !e.ordinal && !e.fromEnd }

// maxNumberWords is the length of the longest written number up to 9999,
// "nine thousand nine hundred and ninety nine".
const maxNumberWords = 8

// numeral reads the number at words i; 第 counts as part of it.
func numeral(words []token, i int) (text.Numeral, bool) {
	if i < 0 {
		return text.Numeral{}, false
	}
	if i+1 < len(words) && words[i].fold == "第" && words[i+1].fold != "第" {
		n, ok := numeral(words, i+1)
		n.Ordinal = true
		n.Used++
		return n, ok
	}
	if i >= len(words) || hanWord(words[i].fold) {
		return text.Numeral{}, false
	}
	var buf [maxNumberWords]string
	raw := buf[:0]
	for j := i; j < len(words) && len(raw) < maxNumberWords && !words[j].mark; j++ {
		raw = append(raw, words[j].raw)
	}
	return text.Number(raw)
}

// hanWord reports whether w is a Chinese character that is no numeral, as most
// words of a Chinese question are.
func hanWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return text.IsHan(r) && !text.HanDigit(r)
}

// item reads the number or the "last" at token i. Several readings ask for the
// same token, so what was read is kept; used is 0 where there is none.
func (f *finder) item(i int) (item, bool) {
	if i >= len(f.tokens) || f.tokens[i].mark {
		return item{}, false
	}
	if f.items == nil {
		f.items, f.read = make([]item, len(f.tokens)), make([]bool, len(f.tokens))
	}
	if !f.read[i] {
		f.items[i], _ = f.readItem(i)
		f.read[i] = true
	}
	return f.items[i], f.items[i].used > 0
}

func (f *finder) readItem(i int) (item, bool) {
	if e, ok := f.fromEnd(i); ok {
		return e, true
	}
	t := f.tokens[i]
	n, ok := numeral(f.tokens, i)
	if !ok && len(t.fold) > 3 && f.wantsNumber(i) {
		n, ok = text.GuessNumber(t.raw)
	}
	switch {
	case !ok:
		return item{}, false
	case t.fold == "once" && f.lang == "en":
		return item{}, false // eleven in Spanish only
	case n.Form == text.Roman && !f.roman(i):
		return item{}, false
	}
	first, _ := utf8.DecodeRuneInString(t.raw)
	return item{from: n.Value, ordinal: n.Ordinal, guessed: n.Form == text.Guessed, used: n.Used,
		digits: unicode.IsDigit(first)}, true
}

// wantsNumber reports whether a misspelt number is plausible at token i: a
// level's name stands before or behind it, or "one" behind.
func (f *finder) wantsNumber(i int) bool {
	if i > 0 && (f.tokens[i-1].level != 0 || listWords[f.tokens[i-1].fold]) {
		return true
	}
	return i+1 < len(f.tokens) && (f.tokens[i+1].level != 0 || placeholders[f.tokens[i+1].fold])
}

// roman reports whether the Roman numeral at token i is one: in capitals, or
// beside a level's name or another number of a list.
func (f *finder) roman(i int) bool {
	if r := f.tokens[i].raw; len(r) == 1 && r >= "a" && i+1 < len(f.tokens) && !f.tokens[i+1].mark && !listWords[f.tokens[i+1].fold] {
		return false // "the part i like"
	}
	if i > 0 && (f.tokens[i-1].level != 0 || listWords[f.tokens[i-1].fold] || f.tokens[i-1].raw == "-" ||
		strings.Contains(",.#(–", f.tokens[i-1].raw)) {
		return true
	}
	t := f.tokens[i].raw
	return t == strings.ToUpper(t) && (t != "I" || len(wordsOf(f.tokens)) <= 2)
}

// fromEnd reads "last", "second to last", "penultimate", "倒数第二", "最后".
func (f *finder) fromEnd(i int) (item, bool) {
	best := item{fromEnd: true}
	endings().each(f.tokens, i, func(p *pattern, m match) bool {
		if m.end-i > best.used {
			best.used, best.from = m.end-i, p.value
		}
		return true
	})
	if best.used == 0 {
		return item{}, false
	}
	if best.from == 0 { // the pattern holds the number: "third from the end", "倒数第三"
		for j := i; j < i+best.used; j++ {
			if n, ok := numeral(f.tokens, j); ok {
				best.from = n.Value
				break
			}
		}
	}
	return best, best.from > 0
}

// list reads numbers from token i on: one, a range, or several. level is that
// of the name before them, or 0; then a name may follow. lead says that what
// stands before makes them references, however they are written.
func (f *finder) list(i, level int, lead bool) ([]Ref, int, bool) {
	e, ok := f.item(i)
	if !ok {
		return nil, 0, false
	}
	refs := []Ref{e.ref()}
	to := i + e.used
	named := false
	to, level, named = f.trailing(to, level, e, lead)
	for len(refs) < MaxRunes {
		sep, isRange, ok := f.separator(to, i)
		if !ok {
			break
		}
		if sep, ok = f.sameLevel(sep, level); !ok {
			break
		}
		next, ok := f.item(sep)
		if !ok || placeholders[f.tokens[sep].fold] && !lead && !e.cardinal() {
			break
		}
		if isRange && next.fromEnd == refs[len(refs)-1].FromEnd && refs[len(refs)-1].From == refs[len(refs)-1].To {
			refs[len(refs)-1].To = next.from
		} else {
			refs = append(refs, next.ref())
		}
		next.ordinal = next.ordinal || len(refs) > 1 || isRange // several numbers are no count
		var n bool
		to, level, n = f.trailing(sep+next.used, level, next, lead)
		named = named || n
	}
	if f.counted(i, to, level, named, lead, e, refs) {
		return nil, 0, false
	}
	for j := range refs {
		refs[j].Kind = f.table.kind(level)
		if refs[j].From > refs[j].To && !refs[j].FromEnd {
			refs[j].From, refs[j].To = refs[j].To, refs[j].From
		}
	}
	return refs, to, true
}

func (e item) ref() Ref {
	return Ref{From: e.from, To: e.from, FromEnd: e.fromEnd, Ordinal: e.ordinal}
}

// trailing reads a level's name behind a number.
func (f *finder) trailing(to, level int, e item, lead bool) (int, int, bool) {
	if to+1 < len(f.tokens) && classifiers[f.tokens[to].fold] && f.tokens[to+1].level != 0 {
		to++
	}
	if to >= len(f.tokens) || f.tokens[to].level == 0 {
		return to, level, false
	}
	t := f.tokens[to]
	if lead && level != 0 && (t.level != level || !isHan(t.fold)) {
		return to, level, false
	}
	if !lead && level != 0 && t.level != level && t.level != anyLevel {
		return to, level, false
	}
	to += t.width
	// 第七条措施 names the level twice.
	if e.ordinal && to < len(f.tokens) && isHan(t.fold) && f.tokens[to].level != 0 && isHan(f.tokens[to].fold) {
		t = f.tokens[to]
		to += t.width
	}
	if level != 0 && level != anyLevel {
		return to, level, true
	}
	return to, t.level, true
}

// separator reads what stands between two numbers of a list that began at
// token from: it returns the token behind it and whether it makes a range.
func (f *finder) separator(i, from int) (next int, isRange, ok bool) {
	for n := 0; n < 3 && i < len(f.tokens); n++ {
		t := f.tokens[i].fold
		switch {
		case rangeWords[t]:
			isRange = true
		case t == "a" || t == "al" || t == "по": // a range between digits only
			if !isRange && !f.rangeHere(i) {
				return i, isRange, ok
			}
			isRange = true
		case listWords[t]:
			isRange = isRange || n == 0 && from > 0 && between[f.tokens[from-1].fold]
		case determiners[t] && ok:
		default:
			return i, isRange, ok
		}
		ok = true
		i++
	}
	return i, isRange, ok
}

func (f *finder) rangeHere(i int) bool {
	if i == 0 {
		return false
	}
	a, okA := f.item(i - 1)
	b, okB := f.item(f.determined(i + 1))
	return okA && okB && (a.digits && b.digits || f.tokens[i].fold == "по")
}

// determined returns the first token from i on that is no article.
func (f *finder) determined(i int) int {
	for i < len(f.tokens) && determiners[f.tokens[i].fold] && f.tokens[i].fold != "第" {
		i++
	}
	return i
}

// sameLevel skips a level's name inside a list, "measure 4 and measure 5". A
// name of another level begins another reference.
func (f *finder) sameLevel(i, level int) (int, bool) {
	if i >= len(f.tokens) {
		return i, false
	}
	t := f.tokens[i]
	if t.level == 0 {
		return i, true
	}
	return f.glue(i + t.width), t.level == level
}

// counted reports whether the number counts ("seven measures", 七条措施) rather
// than names.
func (f *finder) counted(i, to, level int, named, lead bool, e item, refs []Ref) bool {
	if lead || !named || !e.cardinal() || len(refs) > 1 || refs[0].From != refs[0].To {
		return false
	}
	t := f.levelBefore(to)
	switch { // a Chinese name of one character is a measure word: 七条 is also short for 第七条
	case i > 0 && countWords[f.tokens[i-1].fold]:
		return true
	case isHan(t.fold):
		return t.width > 1 || to < len(f.tokens) && f.tokens[to].level != 0
	case isCyrillic(t.fold):
		return t.plural || strings.HasSuffix(t.fold, "а") && t.width == 1 && e.from < 5 && !e.nominative(t) ||
			strings.HasSuffix(t.fold, "ов") || strings.HasSuffix(t.fold, "ей")
	}
	return t.plural || !e.digits
}

// nominative reports whether t agrees with its number as a name, not a count:
// "7 мера" against "2 пункта".
func (e item) nominative(t token) bool { return e.from == 1 || !t.inflected }

func (f *finder) levelBefore(to int) token {
	for j := to - 1; j >= 0; j-- {
		if f.tokens[j].level != 0 {
			return f.tokens[j]
		}
	}
	return token{}
}

func isCyrillic(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Cyrillic, r)
}
