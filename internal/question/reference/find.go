package reference

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question/designation"
	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
	"pincite/internal/question/phrase"
	"pincite/internal/question/titles"
	"pincite/internal/text"
)

// A finder looks for references among tokens.
type finder struct {
	*designation.Reader
	table  *Table
	tokens []phrase.Token
	words  int  // tokens that are no marks
	denied bool // what is read is not meant, so that a comma ends it
	dates  []text.Date
}

// maxFound bounds the references of one message: more than a reply shows sections, and
// a bound on what "1-99999, 1-99999, …" costs.
const maxFound = 64

// Find returns the references among tokens that table has marked, in order, as
// what they name in the document; they do not overlap. body is the text of the
// tokens.
func Find(table *Table, body string, tokens []phrase.Token) []Found {
	f := &finder{Reader: designation.NewReader(table.Names, tokens), table: table, tokens: tokens, words: len(phrase.Words(tokens)), dates: text.Dates(body)}
	titled := table.Titles.Find(body, tokens)
	var out []Found
	for i := 0; i < len(f.tokens) && len(out) < maxFound; {
		f.denied = f.denial(i) > 0
		r, ok := f.grouped(i)
		if !ok {
			r, ok = f.title(titled, i)
		}
		if !ok {
			r, ok = f.at(i)
		}
		if !ok {
			r, ok = f.called(titled, i)
		}
		if !ok {
			i++
			continue
		}
		if n := len(out); n > 0 {
			r.From = max(r.From, out[n-1].To)
		}
		out = append(out, r)
		i = r.To
	}
	f.raise(out)
	out = f.nest(out)
	f.resolve(out)
	f.lettered(out)
	f.raise(out)
	out = f.narrowed(f.sure(out))
	meant := 0 // the last one that is
	for i := range out {
		if out[i].Denied = f.denial(out[i].From); i > meant && out[i].Denied == 0 && f.exempt(out[meant], &out[i]) {
			out[i].Denied = out[i].From - out[i-1].To
		} else if out[i].Denied == 0 {
			meant = i
		}
	}
	return out
}

// denial returns how many tokens right before token i say that what follows is not meant:
// "not section 3", "except in section 3", 不是第七条.
func (f *finder) denial(i int) (n int) {
	end := i
	for end > 0 && f.article(end-1) {
		end--
	}
	if end > 0 && grammar.In(&f.tokens[end-1], grammar.Inside) {
		end--
	}
	for from := max(0, end-maxDenial); from < end; from++ {
		if m, p := grammar.All().Set("denial").Longest(f.tokens, from); p != nil && (m.End == end || m.End == i) {
			return i - from
		}
	}
	return 0
}

// maxDenial is the length in tokens of the longest words that deny.
const maxDenial = 4

// title reads the title at token i, with the designation of its section in parentheses
// behind it, if that stands there: "Confidentiality (P)".
func (f *finder) title(titled map[int]titles.Match, i int) (Found, bool) {
	m, ok := titled[i]
	r := Found{Refs: []locate.Ref{m.Ref}, From: m.From, To: m.To, Strength: m.Strength}
	if to := m.To; ok && to+2 < len(f.tokens) && f.tokens[to].Raw == "(" && f.tokens[to+2].Raw == ")" {
		for _, i := range m.Ref.Sections {
			s := &f.table.Document().Sections[i]
			if code, step := s.Designation.Normal, text.Fold(f.tokens[to+1].Raw); code == step || strings.HasSuffix(code, "."+step) {
				r = Found{Refs: []locate.Ref{{Kind: s.Kind, From: code, To: code, Rule: "title", Sections: []int{i}}}, From: m.From, To: to + 3, Strength: titles.Strong}
				break
			}
		}
	}
	return r, ok
}

// called reads a level's name with the title of one of its sections behind it: "the
// section Quorum".
func (f *finder) called(titled map[int]titles.Match, i int) (Found, bool) {
	t := &f.tokens[i]
	if t.Level == 0 || t.Plural && !t.Cyrillic() {
		return Found{}, false
	}
	r, ok := f.title(titled, i+t.Width)
	if !ok || t.Level != levels.Any && f.table.Kind(t.Level) != r.Refs[0].Kind {
		return Found{}, false
	}
	r.From, r.Strength = i, titles.Strong
	return r, true
}

// resolve sets what references name.
func (f *finder) resolve(found []Found) {
	for i := range found {
		for j := range found[i].Refs {
			f.table.Resolve(&found[i].Refs[j])
		}
	}
}

// at reads the reference that begins at token i.
func (f *finder) at(i int) (Found, bool) {
	for _, read := range []func(int) (Found, bool){f.placed, f.leadLevel, f.letter, f.firstFew} {
		if r, ok := read(i); ok {
			return r, true
		}
	}
	if j, s, ok := f.marker(i); ok {
		if refs, to, ok := f.list(j, 0, true); ok {
			return Found{Refs: refs, From: i, To: to, Strength: s}, true
		}
	}
	return f.numbered(i)
}

// placed reads a section called by its place: the preamble, the closing paragraph,
// the opening of what stands beside it, the middle one of the measures.
func (f *finder) placed(i int) (Found, bool) {
	m, p := grammar.All().Set("place").Longest(f.tokens, i)
	s := titles.Strong
	if p == nil {
		m, p = grammar.All().Set("perhaps").Longest(f.tokens, i)
		s = titles.Medium
	}
	if p == nil || s == titles.Medium && m.End < len(f.tokens) && f.tokens[m.End].Level != 0 && f.tokens[m.End-1].Level == 0 {
		return Found{}, false // "final measure" is no closing
	}
	r := locate.Ref{Rule: "place"}
	switch p.Value {
	case placePreamble:
		r.Kind = document.KindPreamble
	case placeConclusion:
		r.Kind = document.KindConclusion
	case placeOpening:
		r.Role, s = locate.Opening, titles.Weak
	case placeMiddle:
		r.Kind = f.table.Bare()
		for j := m.Start; j < m.End; j++ {
			r.Kind = cmp.Or(f.table.Kind(f.tokens[j].Level), r.Kind)
		}
		all := f.table.Document().OfKind(r.Kind)
		if len(all) == 0 {
			return Found{}, false
		}
		r.From = f.table.Document().Sections[all[(len(all)-1)/2]].Designation.Normal
		r.To = r.From
	}
	return Found{Refs: []locate.Ref{r}, From: m.Start, To: m.End, Strength: s}, true
}

// Values of the patterns of places.
const (
	placePreamble = iota + 1
	placeConclusion
	placeOpening
	placeMiddle
)

// leadLevel reads a level's name with numbers behind it: "measures 4 and 5".
func (f *finder) leadLevel(i int) (Found, bool) {
	level, j := f.tokens[i].Level, i+f.tokens[i].Width
	role := f.Role(i)
	if level == 0 {
		n, ok := f.table.Misspelt(f.tokens[i:])
		if !ok && role == locate.NoRole {
			return Found{}, false
		}
		level, j = n, i+1
	}
	if f.Glued(i, j) {
		return Found{}, false
	}
	if grammar.In(&f.tokens[i], grammar.Number) {
		level = levels.Any // "number eight" is of whatever has numbers
	}
	k := f.glue(j)
	_, ok := f.Item(k)
	if !ok && role == locate.Point && k > j && k < len(f.tokens) && !f.tokens[k].Mark && utf8.RuneCountInString(f.tokens[k].Raw) == 1 {
		ok = true
		f.Set(k, designation.Item{Code: f.tokens[k].Fold, Steps: true, Used: 1})
	}
	if !ok || !f.trustedAfter(i, k) || f.ofNext(k, level) {
		return Found{}, false
	}
	if e, _ := f.Item(k); e.Roman && len(e.Also) > 0 && level != 0 {
		level = f.table.Printing(&f.tokens[i], e.Also[0])
	}
	lead := cmp.Or(level, levels.Any)
	refs, to, ok := f.list(k, lead, true)
	if ok && to < len(f.tokens) && f.tokens[to].Raw == ")" && (f.tokens[k-1].Raw == "(" || f.tokens[to-1].Letter()) {
		to++
	}
	if n, end := f.around(i, to); ok && n != 0 {
		for r := range refs {
			refs[r].Kind = f.table.Kind(n)
		}
		to = end
	}
	counts := f.table.Bare() == "" && level != levels.Apart // where nothing has a number
	for n := range refs {
		refs[n].Role, refs[n].Loose, refs[n].Ordinal = role, f.tokens[i].Loose || level == 0, refs[n].Ordinal || counts
	}
	switch {
	case level != 0 || role == locate.NoRole:
	case ok && strings.Contains(refs[0].From, ".") && f.table.Has(refs[0].From): // "sub-clause 5.3.2"
		refs[0].Role = locate.NoRole
	default: // "point b": of nothing, unless a section stands beside it
		return Found{Refs: refs, From: i, To: to, Strength: titles.Weak}, ok
	}
	return Found{Refs: refs, From: i, To: to, Strength: titles.Strong}, ok
}

// ofNext reports whether the ordinal at token k belongs to the level behind it rather
// than to the one before: "меры второй части".
func (f *finder) ofNext(k, level int) bool {
	e, _ := f.Item(k)
	end := k + e.Used
	if !e.Ordinal || e.Digits || end >= len(f.tokens) || f.tokens[end].Level == 0 || f.tokens[end].Level == level || f.tokens[end].Han() {
		return false
	}
	_, own := f.Item(f.glue(end + f.tokens[end].Width))
	return !own
}

// glue returns the token behind what may stand between a level's name and its
// number: ".", "#", "no.", "number", "(", "-".
func (f *finder) glue(j int) int {
	for n := 0; n < 4 && j < len(f.tokens); n++ {
		t := &f.tokens[j]
		ordinalO := t.Fold == "o" && f.tokens[j-1].Raw == "." // "n.º", once º is folded
		if !strings.Contains(".#:(-–№§/", t.Raw) && !grammar.In(t, grammar.Number) && !ordinalO && !f.fromDigits(j) &&
			!(grammar.In(t, grammar.Article) && grammar.In(&f.tokens[j-1], grammar.From)) {
			break
		}
		j++
	}
	return j
}

// fromDigits reports whether token j begins a range of digits, or of ordinals: "меры с
// шестой по десятую".
func (f *finder) fromDigits(j int) bool {
	if !grammar.In(&f.tokens[j], grammar.From) {
		return false
	}
	from := f.determined(j + 1)
	e, ok := f.Item(from)
	if to := from + e.Used; ok && !e.Digits && to < len(f.tokens) && (f.Ranges(to) || grammar.In(&f.tokens[to], grammar.ToDigits)) {
		last, ends := f.Item(f.determined(to + 1))
		return ends && last.Ordinal == e.Ordinal
	}
	return ok && e.Digits
}

// trustedAfter turns down words behind a level's name that only look like its
// number, as 一 does in 一共.
func (f *finder) trustedAfter(i, k int) bool {
	t := f.tokens[k]
	if !f.tokens[i].Han() || !t.Han() || grammar.In(&t, grammar.Article) {
		return true
	}
	e, _ := f.Item(k)
	return k+e.Used >= len(f.tokens) || !grammar.In(&f.tokens[k+e.Used], grammar.NoNumber)
}

// letter reads "m7" and "п7", a level's first letter glued to digits.
func (f *finder) letter(i int) (Found, bool) {
	if i+1 >= len(f.tokens) || !f.tokens[i+1].Glued || utf8.RuneCountInString(f.tokens[i].Fold) != 1 {
		return Found{}, false
	}
	first := firstRune(f.tokens[i].Fold)
	level := f.tokens[i].Level
	if !f.tokens[i+1].Digits() || f.Glued(i, i+1) || f.table.Has(text.Fold(f.tokens[i].Raw)+f.tokens[i+1].Fold) {
		return Found{}, false
	}
	if level == 0 && !text.IsHan(first) {
		level = f.table.Initial(f.tokens[i].Fold)
	}
	if level == 0 {
		return Found{}, false
	}
	refs, to, ok := f.list(i+1, level, true)
	return Found{Refs: refs, From: i, To: to, Strength: titles.Strong}, ok
}

// marker reads a sign that a number follows and returns where: "no. 12", "# 7".
func (f *finder) marker(i int) (int, titles.Strength, bool) {
	t := &f.tokens[i]
	switch {
	case f.table.Bare() == "":
		return 0, 0, false
	case t.Raw == "#" || t.Raw == "№":
		return i + 1, titles.Medium, i+1 < len(f.tokens) && f.tokens[i+1].Start == t.End
	case !grammar.In(t, grammar.Number):
		return 0, 0, false
	}
	s := titles.Medium
	if phrase.LevelBefore(f.tokens, i).Level != 0 {
		s = titles.Strong // "the amendments on voting: nos. 19 and 16"
	}
	return f.glue(i + 1), s, true
}

// versioned reports whether the number at token i is that of a version, "release 2.1",
// or one of its steps.
func (f *finder) versioned(i int) bool {
	for i--; i > 0 && (f.tokens[i].Raw == "." || f.tokens[i].Digits() && f.tokens[i+1].Raw == "."); i-- {
	}
	return i >= 0 && grammar.In(&f.tokens[i], grammar.Version)
}

// dated reports whether the number at token i is of a date with the name of its month.
func (f *finder) dated(i int) bool {
	at := f.tokens[i].Start
	return slices.ContainsFunc(f.dates, func(d text.Date) bool { return !d.Digits && d.Start <= at && at < d.End })
}

// numbered reads numbers with or without a level's name behind them.
func (f *finder) numbered(i int) (Found, bool) {
	e, ok := f.Item(i)
	if !ok || e.Digits && (f.versioned(i) || f.dated(i)) {
		return Found{}, false
	}
	refs, to, ok := f.list(i, 0, false)
	if !ok {
		return Found{}, false
	}
	last := to - 1
	if f.tokens[last].Level != 0 {
		for n := range refs {
			refs[n].Role, refs[n].Loose = f.Role(last), f.tokens[last].Loose
		}
	}
	if refs[0].Kind != "" || f.tokens[last].Level != 0 {
		if f.counted(i, to, true, false, e, refs) { // "7 measures" alone
			refs[0].Role = locate.NoRole
			return Found{Refs: refs, From: i, To: to, Strength: titles.Weak}, true
		}
		return Found{Refs: refs, From: i, To: to, Strength: titles.Strong}, true
	}
	if to < len(f.tokens) && (e.Ordinal || e.FromEnd) && f.Role(to) != locate.NoRole {
		refs[0].Role = f.Role(to) // "the second sentence"
		return Found{Refs: refs, From: i, To: to + 1, Strength: titles.Weak}, true
	}
	if to < len(f.tokens) && e.Cardinal() && f.Role(to) == locate.Sentence {
		return Found{}, false // "in 3 sentences"
	}
	if e.Guessed && !(to < len(f.tokens) && grammar.In(&f.tokens[to], grammar.One)) {
		return Found{}, false
	}
	if one := refs[0]; i > 0 && one.From != one.To && grammar.In(&f.tokens[i-1], grammar.From) {
		i-- // "dal 2 al 4"
	}
	return Found{Refs: refs, From: i, To: to, Strength: titles.Weak}, true
}
