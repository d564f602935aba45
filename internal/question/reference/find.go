package reference

import (
	"cmp"
	"strconv"
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
	words  int // tokens that are no marks
	dates  []text.Date
	titled map[int]titles.Match // by the token at which they begin
}

// maxFound bounds the references of one message: more than a reply shows sections, and
// a bound on what "1-99999, 1-99999, …" costs.
const maxFound = 64

// Find returns the references among tokens that table has marked, in order, as
// what they name in the document; they do not overlap. body is the text of the
// tokens.
func Find(table *Table, body string, tokens []phrase.Token) []Found {
	f := &finder{Reader: designation.NewReader(table.Names, tokens), table: table, tokens: tokens, words: len(phrase.Words(tokens)), dates: text.Dates(body),
		titled: table.Titles.Find(body, tokens)}
	var out []Found
	for i := 0; i < len(f.tokens) && len(out) < maxFound; {
		f.Denied = f.Denial(i) > 0
		r, ok := f.at(i)
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
	out = f.sure(out)
	f.parented(out)
	out = f.narrowed(out)
	meant := 0 // the last one that is
	for i := range out {
		if out[i].Denied = f.Denial(out[i].From); i > meant && out[i].Denied == 0 && f.exempt(out[meant], &out[i]) {
			out[i].Denied = out[i].From - out[i-1].To
		} else if out[i].Denied == 0 {
			meant = i
		}
	}
	return out
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
	for _, read := range []func(int) (Found, bool){f.grouped, f.title, f.placed, f.headed, f.leadLevel, f.letter, f.firstFew, f.marked, f.ofCount, f.numbered, f.called} {
		if r, ok := read(i); ok {
			return r, true
		}
	}
	return Found{}, false
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
	if f.Glued(i, j) || f.behindCount(i) {
		return Found{}, false
	}
	if grammar.In(&f.tokens[i], grammar.Number) {
		level = levels.Any // "number eight" is of whatever has numbers
	}
	k := f.Glue(j)
	_, ok := f.Item(k)
	if !ok && f.Lettered(i) {
		ok = true
		f.Set(k, designation.Item{Code: f.tokens[k].Fold, Steps: true, Used: 1})
	}
	if !ok || !f.trustedAfter(i, k) || f.ofNext(k, level) || f.guessedInTitle(k) {
		return Found{}, false
	}
	if e, _ := f.Item(k); e.Roman && len(e.Also) > 0 && level != 0 {
		level = f.table.Printing(&f.tokens[i], e.Also[0])
	}
	lead := cmp.Or(level, levels.Any)
	refs, to, ok := f.List(k, lead, true)
	if ok && to < len(f.tokens) && f.tokens[to].Raw == ")" && (f.tokens[k-1].Raw == "(" || f.tokens[to-1].Letter()) {
		to++
	}
	if ok && f.countedOn(to, role) {
		to++
	}
	if n, end := f.Around(i, to); ok && n != 0 {
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
// than to the one before: "меры второй части"; or the digits, where the document has that
// level's name behind them: "i kapitlet 7 §".
func (f *finder) ofNext(k, level int) bool {
	e, _ := f.Item(k)
	end := k + e.Used
	if end >= len(f.tokens) || (!e.Ordinal || e.Digits) && !f.table.Behind(f.tokens[end].Level) || f.tokens[end].Level == 0 || f.tokens[end].Level == level || f.tokens[end].Han() {
		return false
	}
	_, own := f.Item(f.Glue(end + f.tokens[end].Width))
	return !own
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
	t := &f.tokens[i]
	if i+1 >= len(f.tokens) || !f.tokens[i+1].Glued || !f.tokens[i+1].Digits() || utf8.RuneCountInString(t.Fold) != 1 ||
		f.behindCount(i) || f.Glued(i, i+1) || f.table.Has(text.Fold(t.Raw)+f.tokens[i+1].Fold) {
		return Found{}, false
	}
	level := t.Level
	if level == 0 && !t.Han() {
		level = f.table.Initial(t.Fold)
	}
	if level == 0 {
		return Found{}, false
	}
	refs, to, ok := f.List(i+1, level, true)
	return Found{Refs: refs, From: i, To: to, Strength: titles.Strong}, ok
}

// marked reads numbers behind a sign that says so: "no. 12", "#7".
func (f *finder) marked(i int) (Found, bool) {
	t, from, s := &f.tokens[i], i+1, titles.Medium
	switch sign := t.Raw == "#" || t.Raw == "№"; {
	case f.table.Bare() == "", sign && (from == len(f.tokens) || f.tokens[from].Start != t.End), !sign && !grammar.In(t, grammar.Number):
		return Found{}, false
	case !sign:
		from = f.Glue(from)
		if phrase.LevelBefore(f.tokens, i).Level != 0 {
			s = titles.Strong // "the amendments on voting: nos. 19 and 16"
		}
	}
	refs, to, ok := f.List(from, 0, true)
	return Found{Refs: refs, From: i, To: to, Strength: s}, ok
}

// countedOn reports the full stop at token i of a number that counts, "članak 4. stavak 2.",
// between a section and a piece of it, either of which role is of, in one sentence.
func (f *finder) countedOn(i int, role locate.Role) bool {
	if i+2 >= len(f.tokens) || f.tokens[i].Raw != "." || f.tokens[i].Start != f.tokens[i-1].End || !f.tokens[i-1].Digits() {
		return false
	}
	next := &f.tokens[i+1]
	_, number := f.Item(f.Glue(i + 1 + max(1, next.Width)))
	named := f.Role(i+1) != locate.NoRole || role != locate.NoRole && next.Level != 0
	return number && named && next.Raw == strings.ToLower(next.Raw)
}

// numbered reads numbers with or without a level's name behind them.
func (f *finder) numbered(i int) (Found, bool) {
	e, ok := f.Item(i)
	if !ok || e.Digits && (f.versioned(i) || f.dated(i)) {
		return Found{}, false
	}
	refs, to, ok := f.List(i, 0, false)
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
		if f.Counted(i, to, true, false, e, refs) { // "7 measures" alone
			refs[0].Role = locate.NoRole
			return Found{Refs: refs, From: i, To: to, Strength: titles.Weak}, true
		}
		return Found{Refs: refs, From: i, To: to, Strength: titles.Strong}, true
	}
	if to < len(f.tokens) && (e.Ordinal || e.FromEnd) && f.Role(to) != locate.NoRole || f.counted(i, to) {
		refs[0].Role = f.Role(to) // "the second sentence", "4 § 2 mom."
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
	if e.Roman && len(refs) == 1 {
		refs[0].Kind = f.table.PrintedAs(f.tokens[i].Raw)
	}
	return Found{Refs: refs, From: i, To: to, Strength: titles.Weak}, true
}

// counted reports whether the number up to token to is that of the paragraph named there, of
// a section whose name stands behind its own number: "4 § 2 mom.".
func (f *finder) counted(i, to int) bool {
	return to < len(f.tokens) && f.Role(to) == locate.Paragraph && i > 1 && f.tokens[i].Digits() && f.tokens[i-1].Level != 0 && f.tokens[i-2].Digits()
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
	r := locate.Ref{Kind: f.table.Kind(level), From: "1", To: strconv.Itoa(few.N), Ordinal: true, Rule: "place", Loose: width > 0 && f.tokens[to].Loose}
	if edge.FromEnd {
		r.From, r.To, r.FromEnd = strconv.Itoa(few.N), "1", true
	}
	return Found{Refs: []locate.Ref{r}, From: i, To: to + width, Strength: titles.Strong}, true
}
