package reference

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/question/lexicon"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// Strength says how sure it is that a number names a section.
type Strength int

// The strengths.
const (
	Weak   Strength = iota // a bare number: a reference only if nothing else is said
	Medium                 // "no. 7", "#7", "the introduction": the same, but readable
	Strong                 // a level's name stands beside it
)

// A Found is a reference, with the tokens that it takes up, half open.
type Found struct {
	Refs     []Ref
	From, To int
	Strength Strength
}

// A finder looks for references among tokens.
type finder struct {
	table  *Table
	tokens []phrase.Token
	lang   string
	words  int    // tokens that are no marks
	items  []item // by token, once read
	read   []bool
}

// Find returns the references among tokens that table has marked, in order;
// they do not overlap. lang is the language of the text, "und" if unknown.
func Find(table *Table, tokens []phrase.Token, lang string) []Found {
	f := &finder{table: table, tokens: tokens, lang: lang, words: len(phrase.Words(tokens))}
	var out []Found
	for i := 0; i < len(f.tokens); {
		r, ok := f.at(i)
		if !ok {
			i++
			continue
		}
		out = append(out, r)
		i = r.To
	}
	return nest(out, f)
}

// at reads the reference that begins at token i.
func (f *finder) at(i int) (Found, bool) {
	if r, ok := f.named(i); ok {
		return r, true
	}
	if r, ok := f.leadLevel(i); ok {
		return r, true
	}
	if r, ok := f.letter(i); ok {
		return r, true
	}
	if r, ok := f.firstFew(i); ok {
		return r, true
	}
	if j, s, ok := f.marker(i); ok {
		if refs, to, ok := f.list(j, 0, true); ok {
			return Found{refs, i, to, s}, true
		}
	}
	return f.numbered(i)
}

// namedKinds are the sections that the tables of names stand for.
var namedKinds = [...]string{1: document.KindPreamble, 2: document.KindConclusion}

// named reads a section called by a word: the preamble, the closing paragraph.
func (f *finder) named(i int) (Found, bool) {
	m, p := lexicon.All().Sections.Longest(f.tokens, i)
	if p == nil {
		return Found{}, false
	}
	s := Medium
	if p.Value&lexicon.NamedStrong != 0 {
		s = Strong
	}
	return Found{[]Ref{{Kind: namedKinds[p.Value&^lexicon.NamedStrong]}}, m.Start, m.End, s}, true
}

// leadLevel reads a level's name with numbers behind it: "measures 4 and 5".
func (f *finder) leadLevel(i int) (Found, bool) {
	level, j := f.tokens[i].Level, i+f.tokens[i].Width
	if level == 0 {
		if n, ok := f.misspelt(i); ok {
			level, j = n, i+1
		} else {
			return Found{}, false
		}
	}
	k := f.glue(j)
	e, ok := f.item(k)
	if !ok || !f.trustedAfter(i, k, e) {
		return Found{}, false
	}
	refs, to, ok := f.list(k, level, true)
	return Found{refs, i, to, Strong}, ok
}

// misspelt reads a badly misspelt level name, which only a number behind it
// makes plausible.
func (f *finder) misspelt(i int) (int, bool) {
	if f.tokens[i].Mark || i+1 >= len(f.tokens) {
		return 0, false
	}
	if _, ok := text.Number([]string{f.tokens[i+1].Raw}); !ok {
		return 0, false
	}
	n, ok := f.table.fuzzy(f.tokens[i:], 2)
	return n.level, ok
}

// glue returns the token behind what may stand between a level's name and its
// number: ".", "#", "no.", "number", "(", "-".
func (f *finder) glue(j int) int {
	for n := 0; n < 4 && j < len(f.tokens); n++ {
		t := &f.tokens[j]
		ordinalO := t.Fold == "o" && f.tokens[j-1].Raw == "." // "n.º", once º is folded
		if !strings.Contains(".#:(-–№§/", t.Raw) && !NumberMarks[t.Fold] && !ordinalO && !f.fromDigits(j) &&
			!(determiners[t.Fold] && fromWords[f.tokens[j-1].Fold]) {
			break
		}
		j++
	}
	return j
}

// fromDigits reports whether token j begins a range of digits.
func (f *finder) fromDigits(j int) bool {
	if !fromWords[f.tokens[j].Fold] {
		return false
	}
	e, ok := f.item(f.determined(j + 1))
	return ok && e.digits
}

// trustedAfter turns down words behind a level's name that only look like its
// number, as 一 does in 一共.
func (f *finder) trustedAfter(i, k int, e item) bool {
	t := f.tokens[k]
	next := phrase.Token{}
	if k+e.used < len(f.tokens) {
		next = f.tokens[k+e.used]
	}
	if f.tokens[i].Han() && t.Han() && t.Fold != "第" {
		return next.Raw == "" || !strings.Contains("共些个下直样般定起次点方把", next.Raw)
	}
	return true
}

// letter reads "m7" and "п7", a level's first letter glued to digits.
func (f *finder) letter(i int) (Found, bool) {
	if i+1 >= len(f.tokens) || !f.tokens[i+1].Glued || utf8.RuneCountInString(f.tokens[i].Fold) != 1 {
		return Found{}, false
	}
	r, _ := utf8.DecodeRuneInString(f.tokens[i+1].Raw)
	first, _ := utf8.DecodeRuneInString(f.tokens[i].Fold)
	level := f.tokens[i].Level
	if level == 0 && !text.IsHan(first) && unicode.IsDigit(r) {
		level = f.table.initial(f.tokens[i].Fold)
	}
	if level == 0 || !unicode.IsDigit(r) {
		return Found{}, false
	}
	refs, to, ok := f.list(i+1, level, true)
	return Found{refs, i, to, Strong}, ok
}

// marker reads a sign that a number follows and returns where: "no. 12", "§ 7".
func (f *finder) marker(i int) (int, Strength, bool) {
	t := f.tokens[i]
	switch {
	case t.Raw == "§":
		for i < len(f.tokens) && f.tokens[i].Raw == "§" {
			i++
		}
		return i, Strong, true
	case t.Raw == "#" || t.Raw == "№":
		return i + 1, Medium, i+1 < len(f.tokens) && f.tokens[i+1].Start == t.End
	case !NumberMarks[t.Fold]:
		return 0, 0, false
	}
	return f.glue(i + 1), Medium, true
}

// numbered reads numbers with or without a level's name behind them.
func (f *finder) numbered(i int) (Found, bool) {
	e, ok := f.item(i)
	if !ok {
		return Found{}, false
	}
	refs, to, ok := f.list(i, 0, false)
	if !ok {
		return Found{}, false
	}
	if refs[0].Kind != "" || f.tokens[to-1].Level != 0 {
		return Found{refs, i, to, Strong}, true
	}
	if e.guessed && !(to < len(f.tokens) && Placeholders[f.tokens[to].Fold]) {
		return Found{}, false
	}
	return Found{refs, i, to, Weak}, true
}

// firstFew reads "the first three measures", "the last two", "前三条" and the
// Spanish "las tres primeras medidas".
func (f *finder) firstFew(i int) (Found, bool) {
	a, ok := f.item(i)
	if f.tokens[i].Fold == "前" {
		a, ok = item{from: 1, used: 1, ordinal: true}, true
	}
	if !ok {
		return Found{}, false
	}
	b, ok := f.item(i + a.used)
	if !ok {
		return Found{}, false
	}
	few, edge := b, a
	if a.cardinal() && (b.fromEnd || b.ordinal) {
		few, edge = a, b
	}
	to := i + a.used + b.used
	if edge.from != 1 || !(edge.ordinal || edge.fromEnd) || !few.cardinal() || few.from < 1 || to >= len(f.tokens) {
		return Found{}, false
	}
	level := f.tokens[to].Level
	if level == 0 {
		return Found{}, false
	}
	r := Ref{Kind: f.table.Kind(level), From: 1, To: few.from}
	if edge.fromEnd {
		r.From, r.To, r.FromEnd = few.from, 1, true
	}
	return Found{[]Ref{r}, i, to + f.tokens[to].Width, Strong}, true
}

// nest folds "measure 2 of part 3", and 第三部分第二条 in its other order, into
// one reference: the higher level becomes the place of the lower.
func nest(in []Found, f *finder) []Found {
	var out []Found
	for _, r := range in {
		if len(out) > 0 {
			last := &out[len(out)-1]
			if j, ok := joined(*last, r, f); ok {
				*last = j
				continue
			}
			if j, ok := beside(*last, r, f); ok {
				*last = j
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

func joined(a, b Found, f *finder) (Found, bool) {
	if a.Strength != Strong || b.Strength != Strong {
		return Found{}, false
	}
	upper, lower := b, a
	for _, t := range f.tokens[a.To:b.From] {
		if t.Mark || !within[t.Fold] {
			return Found{}, false
		}
	}
	if a.Refs[0].higher(b.Refs[0], f.table) && a.To == b.From {
		upper, lower = a, b
	}
	if len(upper.Refs) != 1 || upper.Refs[0].FromEnd || !upper.Refs[0].higher(lower.Refs[0], f.table) ||
		upper.Refs[0].From != upper.Refs[0].To || upper.Refs[0].From < 0 || a.To == b.From && lower.From == a.From {
		return Found{}, false
	}
	j := Found{From: a.From, To: b.To, Strength: Strong}
	for _, r := range lower.Refs {
		r.InKind, r.In = upper.Refs[0].Kind, upper.Refs[0].From
		j.Refs = append(j.Refs, r)
	}
	return j, true
}

// beside folds "the last point before the conclusion", and 结语前的最后一条 in its
// other order, into one reference: what has no number only says where the other
// is.
func beside(a, b Found, f *finder) (Found, bool) {
	at, it := b, a
	if a.unnumbered() {
		at, it = a, b
	}
	between := phrase.Words(f.tokens[a.To:b.From])
	if !at.unnumbered() || it.unnumbered() || len(it.Refs) != 1 || len(between) == 0 {
		return Found{}, false
	}
	m, _ := lexicon.All().Beside.Longest(between, 0)
	it.From, it.To = a.From, b.To
	return it, m.End == len(between)
}

// unnumbered reports whether r is the preamble or the conclusion.
func (r Found) unnumbered() bool {
	return r.Refs[0].From == 0 && r.Refs[0].Kind != "" && !r.Refs[0].FromEnd
}

// higher reports whether r is of a level above that of o.
func (r Ref) higher(o Ref, t *Table) bool {
	return t.rank(r.Kind) < t.rank(o.Kind)
}
