package reference

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/question/lexicon"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// An item is one number of a list: "7", "the seventh", "last", "倒数第二".
type item struct {
	from    int
	fromEnd bool
	ordinal bool
	guessed bool
	digits  bool
	level   int // named among the tokens, "the third measure from the end"; 0 as a rule
	used    int // tokens
}

func (e item) cardinal() bool { return !e.ordinal && !e.fromEnd }

// item reads the number or the "last" at token i. Several readings ask for the
// same token, so what was read is kept; used is 0 where there is none.
func (f *finder) item(i int) (item, bool) {
	if i >= len(f.tokens) || f.tokens[i].Mark {
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
	n, ok := phrase.Numeral(f.tokens, i)
	if !ok && len(t.Fold) > 3 && t.ID == 0 && t.Level == 0 && f.wantsNumber(i) {
		n, ok = text.GuessNumber(t.Raw)
	}
	switch {
	case !ok:
		return item{}, false
	case t.Fold == "once" && f.lang == "en":
		return item{}, false // eleven in Spanish only
	case n.Form == text.Roman && !f.roman(i):
		return item{}, false
	}
	first, _ := utf8.DecodeRuneInString(t.Raw)
	return item{from: n.Value, ordinal: n.Ordinal, guessed: n.Form == text.Guessed, used: n.Used,
		digits: unicode.IsDigit(first)}, true
}

// wantsNumber reports whether a misspelt number is plausible at token i, a word
// that nothing else is known of: a level's name stands before or behind it, or "one" behind.
func (f *finder) wantsNumber(i int) bool {
	if i > 0 && (f.tokens[i-1].Level != 0 || listWords[f.tokens[i-1].Fold]) {
		return true
	}
	return i+1 < len(f.tokens) && (f.tokens[i+1].Level != 0 || Placeholders[f.tokens[i+1].Fold])
}

// roman reports whether the Roman numeral at token i is one: in capitals,
// all that is said, or beside a level's name or another number of a list.
func (f *finder) roman(i int) bool {
	if r := f.tokens[i].Raw; len(r) == 1 && r >= "a" && i+1 < len(f.tokens) && !f.tokens[i+1].Mark && !listWords[f.tokens[i+1].Fold] {
		return false // "the part i like"
	}
	if i > 0 && (f.tokens[i-1].Level != 0 || listWords[f.tokens[i-1].Fold] || f.tokens[i-1].Raw == "-" ||
		strings.Contains(",.#(–", f.tokens[i-1].Raw)) {
		return true
	}
	t := f.tokens[i].Raw
	if t == strings.ToUpper(t) {
		return t != "I" || f.words <= 2
	}
	return f.words == 1 && len(t) > 1 && t != "xi" // a name, as often as not
}

// fromEnd reads "last", "second to last", "penultimate", "倒数第二", "最后".
func (f *finder) fromEnd(i int) (item, bool) {
	best := item{fromEnd: true}
	lexicon.All().Endings.Each(f.tokens, i, func(p *phrase.Pattern, m phrase.Match) bool {
		if m.End-i > best.used {
			best.used, best.from = m.End-i, p.Value
		}
		return true
	})
	if best.used == 0 {
		return item{}, false
	}
	if best.from == 0 { // the pattern holds the number: "third from the end", "倒数第三"
		for j := i; j < i+best.used; j++ {
			if n, ok := phrase.Numeral(f.tokens, j); ok {
				best.from = max(best.from, n.Value)
			}
			best.level = max(best.level, f.tokens[j].Level)
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
	if level == 0 {
		level = e.level
	}
	named := false
	to, level, named = f.trailing(to, level, e, lead)
	for {
		sep, isRange, ok := f.separator(to, i)
		if !ok {
			break
		}
		if sep, ok = f.sameLevel(sep, level); !ok {
			break
		}
		next, ok := f.item(sep)
		if !ok || Placeholders[f.tokens[sep].Fold] && !lead && !e.cardinal() {
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
	if f.counted(i, to, named, lead, e, refs) {
		return nil, 0, false
	}
	for j := range refs {
		refs[j].Kind = f.table.Kind(level)
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
	if to+1 < len(f.tokens) && classifiers[f.tokens[to].Fold] && f.tokens[to+1].Level != 0 {
		to++
	}
	if to >= len(f.tokens) || f.tokens[to].Level == 0 {
		return to, level, false
	}
	t := f.tokens[to]
	if lead && level != 0 && (t.Level != level || !t.Han()) {
		return to, level, false
	}
	if !lead && level != 0 && t.Level != level && t.Level != anyLevel {
		return to, level, false
	}
	to += t.Width
	// 第七条措施 names the level twice.
	if e.ordinal && to < len(f.tokens) && t.Han() && f.tokens[to].Level != 0 && f.tokens[to].Han() {
		t = f.tokens[to]
		to += t.Width
	}
	if level != 0 && level != anyLevel {
		return to, level, true
	}
	return to, t.Level, true
}

// separator reads what stands between two numbers of a list that began at
// token from: it returns the token behind it and whether it makes a range.
func (f *finder) separator(i, from int) (next int, isRange, ok bool) {
	for n := 0; n < 3 && i < len(f.tokens); n++ {
		t := f.tokens[i].Fold
		switch {
		case rangeWords[t]:
			isRange = true
		case t == "e" && f.tokens[i].Glued: // an exponent, "1e3"
			return i, isRange, false
		case t == "a" || t == "al" || t == "по": // a range between digits only
			if !isRange && !f.rangeHere(i) {
				return i, isRange, ok
			}
			isRange = true
		case listWords[t]:
			isRange = isRange || n == 0 && from > 0 && between[f.tokens[from-1].Fold]
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
	return okA && okB && (a.digits && b.digits || f.tokens[i].Fold == "по")
}

// determined returns the first token from i on that is no article.
func (f *finder) determined(i int) int {
	for i < len(f.tokens) && determiners[f.tokens[i].Fold] && f.tokens[i].Fold != "第" {
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
	if t.Level == 0 {
		return i, true
	}
	return f.glue(i + t.Width), t.Level == level
}

// counted reports whether the number counts ("seven measures", 七条措施) rather
// than names.
func (f *finder) counted(i, to int, named, lead bool, e item, refs []Ref) bool {
	if lead || !e.cardinal() || len(refs) > 1 || refs[0].From != refs[0].To {
		return false
	}
	if f.countsHan(to, named) {
		return true
	}
	t := f.levelBefore(to)
	switch { // a Chinese name of one character is a measure word: 七条 is also short for 第七条
	case !named:
		return false
	case i > 0 && countWords[f.tokens[i-1].Fold]:
		return true
	case t.Han():
		return t.Width > 1 || f.tokens[to-2].Fold == "大" || f.tokens[to-2].Fold == "个" || to < len(f.tokens) && f.tokens[to].Level != 0
	case t.Cyrillic():
		return f.countsRussian(e.from, t)
	}
	return t.Plural || !e.digits
}

// countsHan reports whether a Chinese noun goes on from the number that ends
// before token to, as in 八项规定 and 四个自信: then it counts. What may follow a
// number that names is listed in namesOn.
func (f *finder) countsHan(to int, named bool) bool {
	if !named && to < len(f.tokens) && measureWords[f.tokens[to].Fold] {
		to++
	}
	if to >= len(f.tokens) || !f.tokens[to].Han() || f.tokens[to].Level != 0 {
		return false
	}
	pair := f.tokens[to].Fold
	last := to+1 == len(f.tokens)
	if !last {
		pair += f.tokens[to+1].Fold
	}
	if pair == "规定" { // 七条规定了什么 names, 八项规定 counts
		return to+2 >= len(f.tokens) || !strings.Contains("了什啥的哪", f.tokens[to+2].Fold)
	}
	return !namesOn[f.tokens[to].Fold] && !namesOn[pair] && (last || !saysOn[f.tokens[to].Fold])
}

// countsRussian reports whether noun t has the case that n counts with: the
// genitive, plural from five on. "7 мера" and "9 пункт" name.
func (f *finder) countsRussian(n int, t phrase.Token) bool {
	teen := n%100 > 10 && n%100 < 15
	switch {
	case t.Plural || hasSuffix(t.Fold, "ов", "ев", "ей", "ий", "ых") || zeroPlurals[t.Fold]:
		return n != 1
	case teen || n%10 < 2 || n%10 > 4:
		return false
	case hasSuffix(t.Fold, "ия", "ы", "и"):
		return true
	}
	// The genitive of a masculine ends like the dictionary form of a feminine.
	stem, ok := strings.CutSuffix(t.Fold, "а")
	return ok && !zeroPlurals[stem] && f.table.masculine(stem)
}

func (f *finder) levelBefore(to int) phrase.Token {
	for j := to - 1; j >= 0; j-- {
		if f.tokens[j].Level != 0 {
			return f.tokens[j]
		}
	}
	return phrase.Token{}
}
