package question

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/text"
)

// strength says how sure it is that a number names a section.
type strength int

const (
	weak   strength = iota // a bare number: a reference only if nothing else is said
	medium                 // "no. 7", "#7", "the introduction": the same, but readable
	strong                 // a level's name stands beside it
)

// A found reference, with the tokens that it takes up, half open.
type found struct {
	refs     []Ref
	from, to int
	strength strength
}

// A finder looks for references among tokens.
type finder struct {
	table  *levelTable
	tokens []token
	lang   string
	items  []item // by token, once read
	read   []bool
}

// all returns the references in order; they do not overlap.
func (f *finder) all() []found {
	var out []found
	for i := 0; i < len(f.tokens); {
		r, ok := f.at(i)
		if !ok {
			i++
			continue
		}
		out = append(out, r)
		i = r.to
	}
	return nest(out, f)
}

// at reads the reference that begins at token i.
func (f *finder) at(i int) (found, bool) {
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
			return found{refs, i, to, s}, true
		}
	}
	return f.numbered(i)
}

// named reads a section called by a word: the preamble, the closing paragraph.
func (f *finder) named(i int) (found, bool) {
	m, p := sections().longest(f.tokens, i)
	if p == nil {
		return found{}, false
	}
	s := medium
	if p.value&namedStrong != 0 {
		s = strong
	}
	return found{[]Ref{{Kind: namedKinds[p.value&^namedStrong]}}, m.start, m.end, s}, true
}

// leadLevel reads a level's name with numbers behind it: "measures 4 and 5".
func (f *finder) leadLevel(i int) (found, bool) {
	level, j := f.tokens[i].level, i+f.tokens[i].width
	if level == 0 {
		if n, ok := f.misspelt(i); ok {
			level, j = n, i+1
		} else {
			return found{}, false
		}
	}
	k := f.glue(j)
	e, ok := f.item(k)
	if !ok || !f.trustedAfter(i, k, e) {
		return found{}, false
	}
	refs, to, ok := f.list(k, level, true)
	return found{refs, i, to, strong}, ok
}

// misspelt reads a badly misspelt level name, which only a number behind it
// makes plausible.
func (f *finder) misspelt(i int) (int, bool) {
	if f.tokens[i].mark || i+1 >= len(f.tokens) {
		return 0, false
	}
	if _, ok := text.Number([]string{f.tokens[i+1].raw}); !ok {
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
		ordinalO := t.fold == "o" && f.tokens[j-1].raw == "." // "n.º", once º is folded
		if !strings.Contains(".#:(-–№§/", t.raw) && !numberMarks[t.fold] && !ordinalO && !f.fromDigits(j) &&
			!(determiners[t.fold] && fromWords[f.tokens[j-1].fold]) {
			break
		}
		j++
	}
	return j
}

// fromDigits reports whether token j begins a range of digits.
func (f *finder) fromDigits(j int) bool {
	if !fromWords[f.tokens[j].fold] {
		return false
	}
	e, ok := f.item(f.determined(j + 1))
	return ok && e.digits
}

// trustedAfter turns down words behind a level's name that only look like its
// number, as 一 does in 一共.
func (f *finder) trustedAfter(i, k int, e item) bool {
	t := f.tokens[k]
	next := token{}
	if k+e.used < len(f.tokens) {
		next = f.tokens[k+e.used]
	}
	if isHan(f.tokens[i].fold) && isHan(t.fold) && t.fold != "第" {
		return next.raw == "" || !strings.Contains("共些个下直样般定起次点方把", next.raw)
	}
	return true
}

// letter reads "m7" and "п7", a level's first letter glued to digits.
func (f *finder) letter(i int) (found, bool) {
	if i+1 >= len(f.tokens) || !f.tokens[i+1].glued || utf8.RuneCountInString(f.tokens[i].fold) != 1 {
		return found{}, false
	}
	r, _ := utf8.DecodeRuneInString(f.tokens[i+1].raw)
	first, _ := utf8.DecodeRuneInString(f.tokens[i].fold)
	level := f.tokens[i].level
	if level == 0 && !text.IsHan(first) && unicode.IsDigit(r) {
		level = f.table.initial(f.tokens[i].fold)
	}
	if level == 0 || !unicode.IsDigit(r) {
		return found{}, false
	}
	refs, to, ok := f.list(i+1, level, true)
	return found{refs, i, to, strong}, ok
}

// marker reads a sign that a number follows and returns where: "no. 12", "§ 7".
func (f *finder) marker(i int) (int, strength, bool) {
	t := f.tokens[i]
	switch {
	case t.raw == "§":
		for i < len(f.tokens) && f.tokens[i].raw == "§" {
			i++
		}
		return i, strong, true
	case t.raw == "#" || t.raw == "№":
		return i + 1, medium, i+1 < len(f.tokens) && f.tokens[i+1].start == t.end
	case !numberMarks[t.fold]:
		return 0, 0, false
	}
	return f.glue(i + 1), medium, true
}

// numbered reads numbers with or without a level's name behind them.
func (f *finder) numbered(i int) (found, bool) {
	e, ok := f.item(i)
	if !ok {
		return found{}, false
	}
	refs, to, ok := f.list(i, 0, false)
	if !ok {
		return found{}, false
	}
	if refs[0].Kind != "" || f.tokens[to-1].level != 0 {
		return found{refs, i, to, strong}, true
	}
	if e.guessed && !(to < len(f.tokens) && placeholders[f.tokens[to].fold]) {
		return found{}, false
	}
	return found{refs, i, to, weak}, true
}

// firstFew reads "the first three measures", "the last two", "前三条" and the
// Spanish "las tres primeras medidas".
func (f *finder) firstFew(i int) (found, bool) {
	a, ok := f.item(i)
	if f.tokens[i].fold == "前" {
		a, ok = item{from: 1, used: 1, ordinal: true}, true
	}
	if !ok {
		return found{}, false
	}
	b, ok := f.item(i + a.used)
	if !ok {
		return found{}, false
	}
	few, edge := b, a
	if a.cardinal() && (b.fromEnd || b.ordinal) {
		few, edge = a, b
	}
	to := i + a.used + b.used
	if edge.from != 1 || !(edge.ordinal || edge.fromEnd) || !few.cardinal() || few.from < 1 || to >= len(f.tokens) {
		return found{}, false
	}
	level := f.tokens[to].level
	if level == 0 {
		return found{}, false
	}
	r := Ref{Kind: f.table.kind(level), From: 1, To: few.from}
	if edge.fromEnd {
		r.From, r.To, r.FromEnd = few.from, 1, true
	}
	return found{[]Ref{r}, i, to + f.tokens[to].width, strong}, true
}

func isHan(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return text.IsHan(r)
}

// nest folds "measure 2 of part 3", and 第三部分第二条 in its other order, into
// one reference: the higher level becomes the place of the lower.
func nest(in []found, f *finder) []found {
	var out []found
	for _, r := range in {
		if len(out) > 0 {
			if j, ok := joined(out[len(out)-1], r, f); ok {
				out[len(out)-1] = j
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

func joined(a, b found, f *finder) (found, bool) {
	if a.strength != strong || b.strength != strong {
		return found{}, false
	}
	upper, lower := b, a
	for _, t := range f.tokens[a.to:b.from] {
		if t.mark || !within[t.fold] {
			return found{}, false
		}
	}
	if a.refs[0].higher(b.refs[0], f.table) && a.to == b.from {
		upper, lower = a, b
	}
	if len(upper.refs) != 1 || upper.refs[0].FromEnd || !upper.refs[0].higher(lower.refs[0], f.table) ||
		upper.refs[0].From != upper.refs[0].To || upper.refs[0].From < 0 || a.to == b.from && lower.from == a.from {
		return found{}, false
	}
	j := found{from: a.from, to: b.to, strength: strong}
	for _, r := range lower.refs {
		r.InKind, r.In = upper.refs[0].Kind, upper.refs[0].From
		j.refs = append(j.refs, r)
	}
	return j, true
}

// higher reports whether r is of a level above that of o.
func (r Ref) higher(o Ref, t *levelTable) bool {
	return t.rank(r.Kind) < t.rank(o.Kind)
}
