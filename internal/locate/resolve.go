package locate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"pincite/internal/document"
)

// Resolve sets what r names in the document: its sections, or the pieces of one;
// and, where there is less than it says, what there is.
func (t *Index) Resolve(r *Ref) {
	if r.Rule == "title" || r.Rule == "neighbour" || r.Rule == "remainder" {
		if r.In != nil && len(r.Sections) > 1 {
			if t.Resolve(r.In); len(r.In.Sections) == 1 {
				t.Narrow(r, r.In.Sections[0])
			}
		}
		return // found by what they name
	}
	r.Sections, r.Spans, r.Miss = nil, nil, nil
	if r.In == nil {
		t.resolveIn(r, -1)
		return
	}
	if t.Resolve(r.In); len(r.In.Sections) == 0 {
		r.Miss = r.In.Miss
		return
	}
	if in := r.In; in.Miss != nil && in.Miss.Kind == "" && (in.Role != Paragraph || in.From != "1") { // the only paragraph has no number
		r.Sections, r.Miss = in.Sections, in.Miss // of a paragraph that is not there, nothing is
		return
	}
	var found *Ref
	for _, scope := range r.In.Sections { // of several sections called the same, the one that has it
		in, try := *r.In, *r
		try.In = &in
		if t.resolveIn(&try, scope); len(r.In.Sections) == 1 || len(try.Sections) == 0 || try.Miss != nil || try.In == nil {
			continue
		}
		in.Sections = []int{scope}
		called := t.doc.Sections[try.Sections[0]].Designation.Normal == r.From && len(try.Spans) == 0
		if found == nil || called {
			found = &try
		}
		if called {
			break // rather than one that has it by place
		}
	}
	if found != nil {
		*r = *found
		return
	}
	t.resolveIn(r, r.In.Sections[0])
}

// Holds reports whether upper names one section, which holds all those of r.
func (t *Index) Holds(upper, r Ref) bool {
	t.Resolve(&upper)
	return len(upper.Sections) == 1 && !slices.ContainsFunc(r.Sections, func(i int) bool {
		return !t.doc.Sections[upper.Sections[0]].Span.Contains(t.doc.Sections[i].Span)
	})
}

// resolveIn does it within section scope; -1 for the document.
func (t *Index) resolveIn(r *Ref, scope int) {
	switch {
	case r.Place() || r.Role == Opening:
		t.resolvePlace(r, scope)
	case scope >= 0 && r.Kind == "" && r.Role == Sentence:
		t.resolveSentence(r, scope)
	case scope >= 0 && r.Kind == "" && r.Role == Paragraph && t.ownParagraph(r, scope):
	case t.resolveSections(r, scope):
	case scope >= 0 && (r.Role != NoRole || r.Kind == "" || len(t.inside(r.Kind, scope)) == 0 && r.Kind == t.doc.Sections[scope].Kind):
		t.resolvePiece(r, scope)
	case scope >= 0 && !r.FromEnd && (!r.Ordinal || r.Kind != "") && t.unique[cmp.Or(r.Kind, t.bare)] && t.resolveSections(r, -1): // "measure 9 in part 2" is measure 9
		r.In, r.Stray = nil, scope+1
	default:
		if r.Miss = t.missing(r.Kind, r.From, scope); t.bare == "" && !r.Ordinal {
			r.Miss.First, r.Miss.Last = "", ""
		}
	}
}

// ownParagraph sets the paragraph of section scope that r names, if that has several
// of its own beside the points below it.
func (t *Index) ownParagraph(r *Ref, scope int) bool {
	own := *r
	t.resolvePiece(&own, scope)
	if own.Miss == nil {
		*r = own
	}
	return own.Miss == nil
}

// missing says which sections of a kind there are, where none is called code: of those
// with numbers and those with letters, the ones that are like it; and for 5.40, those in 5.
func (t *Index) missing(kind, code string, scope int) *Miss {
	if kind == "" {
		kind = t.bare
	}
	if dot := strings.LastIndexByte(code, '.'); dot > 0 && scope < 0 {
		if in := t.Called(code[:dot]); len(in) == 1 && len(t.inside(kind, in[0])) > 0 {
			scope = in[0]
		}
	}
	m := &Miss{Kind: kind, In: scope}
	all := t.inside(kind, scope)
	if len(all) == 0 && scope >= 0 {
		m.In, all = -1, t.inside(kind, -1)
	}
	if len(all) > 0 && t.bare == "" && !strings.ContainsFunc(code, notDigit) {
		m.First, m.Last = "1", strconv.Itoa(len(all))
	} else if len(all) > 0 && t.bare != "" {
		if !t.sorted[kind] {
			if like := t.like(all, code); len(like) > 0 {
				all = []int{slices.MinFunc(like, t.byDesignation), slices.MaxFunc(like, t.byDesignation)}
			}
		}
		m.First, m.Last = t.printed(all[0]), t.printed(all[len(all)-1])
	}
	return m
}

// like returns those of all whose designations begin with a digit, or a letter, as code
// does; none is like a number.
func (t *Index) like(all []int, code string) (out []int) {
	digit := func(s string) bool { return s == "" || s[0] >= '0' && s[0] <= '9' }
	for _, i := range all {
		if digit(t.doc.Sections[i].Designation.Normal) == digit(code) {
			out = append(out, i)
		}
	}
	return out
}

func (t *Index) printed(i int) string { return t.doc.Sections[i].Designation.Printed }

// inside returns the sections of a kind, "" for all with a designation, that lie
// in section scope; -1 for the document. The index shares what it returns.
func (t *Index) inside(kind string, scope int) []int {
	if t.bare == "" && kind == "" { // counted by place
		return slices.DeleteFunc(t.doc.Children(scope), func(i int) bool { return t.doc.Sections[i].Kind != document.KindSection })
	}
	all := t.numbered[kind]
	if scope < 0 {
		return all
	}
	var out []int
	from, _ := slices.BinarySearch(all, scope+1)
	for _, i := range all[from:] { // what a section holds stands right behind it
		if !t.doc.Sections[scope].Span.Contains(t.doc.Sections[i].Span) {
			break
		}
		out = append(out, i)
	}
	if len(out) == 0 && kind == "" {
		return t.doc.Children(scope) // which have no numbers: counted by place
	}
	return out
}

// resolveSections looks r up among the sections in scope.
func (t *Index) resolveSections(r *Ref, scope int) bool {
	if r.From == "" {
		return false
	}
	if scope < 0 && t.pickHeaded(r) {
		return true
	}
	if scope < 0 && t.ofOwn(r) {
		r.Paren = true
	}
	kinds := []string{r.Kind}
	if r.Kind == "" && scope < 0 {
		kinds = append([]string{t.bare}, "")
	} else if scope < 0 && t.stepped[r.Kind] && !strings.Contains(r.From, ".") || scope >= 0 && (r.Loose || r.Role != NoRole || len(t.inside(r.Kind, scope)) == 0 && t.doc.Sections[scope].Kind != r.Kind) || strings.ContainsFunc(r.From, notDigit) {
		kinds = append(kinds, "") // "section 4.2.8" and "division F" may be of another kind, and "section 5" where all are like 5.1
	}
	anew := func(k string) bool { return scope < 0 && r.Kind == t.bare && !t.unique[k] }
	kinds = append(kinds, slices.DeleteFunc(slices.Clone(t.kin[r.Kind]), anew)...) // § 40 is no row 40 of an annex
	if scope >= 0 && r.From == r.To && !r.FromEnd && (t.pickDirect(r, scope) || t.pickUnnamed(r, scope)) {
		return true
	}
	var less *Ref // what has only some of it
	for _, kind := range kinds {
		all := t.inside(kind, scope)
		if scope >= 0 && kind == "" {
			all = t.nearest(all, scope)
		}
		try := *r
		if !t.pick(&try, kind, all) {
			continue
		}
		if kind == "" && r.Kind != "" && scope < 0 && len(try.Sections) > 1 && r.From == r.To {
			if try.Sections = t.uppermost(try.Sections); len(try.Sections) > 1 {
				continue
			}
		}
		if try.Miss == nil {
			*r = try
			return true
		}
		further := less == nil || t.goesOn(less.Sections, r.From)
		if further {
			less = &try
		}
		if scope < 0 && r.Paren && !t.goesOn(less.Sections, r.From) {
			break // Article 2 has no (a): that of a paragraph 2 elsewhere is not meant
		}
	}
	if less != nil {
		*r = *less
		return true
	}
	if scope >= 0 && t.pickStep(r, scope) || t.pickHeadless(r, scope) {
		return true
	}
	by := kinds[0]
	all := t.inside(by, scope)
	if scope >= 0 {
		all = t.nearest(all, scope) // "the second section of section 2" is no section of a section of that
	}
	if scope >= 0 && !r.Ordinal && len(all) > 0 && t.restarts(all[0]) {
		return false // its sections have numbers of their own, and this is none of them
	}
	if (scope >= 0 && (by != "" || r.Ordinal && r.Loose) || t.bare == "" && r.Ordinal) && (r.From == r.To || r.Ordinal) && !r.FromEnd { // by place
		from, err := strconv.Atoi(r.From)
		to, err2 := strconv.Atoi(r.To)
		if err == nil && err2 == nil && from >= 1 && from <= to && to <= len(all) {
			r.Sections = slices.Clone(all[from-1 : to])
			return true
		}
	}
	return false
}

// goesOn reports that one step of code further than what was found, a section, there is one in
// it: "section 2.1(b)" where 2.1 of section 2 is a paragraph.
func (t *Index) goesOn(found []int, code string) bool {
	if len(found) != 1 {
		return false
	}
	head := t.doc.Sections[found[0]].Designation.Normal + "."
	rest, ok := strings.CutPrefix(code, head)
	step, _, _ := strings.Cut(rest, ".")
	return ok && len(t.designated(head+step, t.inside("", found[0]))) > 0
}

// pickHeaded sets the sections that are named by their place alone and by no word of the
// document's own, "the last two sections", where few have numbers: those with headings count.
func (t *Index) pickHeaded(r *Ref) bool {
	if t.bare == "" || r.Kind != "" || !r.Loose || !r.FromEnd && !r.Ordinal {
		return false
	}
	from, err := strconv.Atoi(r.From)
	to, err2 := strconv.Atoi(r.To)
	if r.FromEnd {
		from, to = len(t.headed)+1-from, len(t.headed)+1-to
	}
	if err != nil || err2 != nil || from < 1 || from > to || to > len(t.headed) {
		return false
	}
	r.Sections = slices.Clone(t.headed[from-1 : to])
	return true
}

// ofOwn reports whether r is a letter of a section of the kind that it names, if the document
// has that section: "annex I C" is no point of Article 1.
func (t *Index) ofOwn(r *Ref) bool {
	dot := strings.LastIndexByte(r.From, '.')
	return r.Kind != "" && r.From == r.To && dot > 0 && !strings.ContainsFunc(r.From[dot+1:], unicode.IsDigit) &&
		len(t.designated(r.From[:dot], t.inside(r.Kind, -1))) > 0
}

func notDigit(r rune) bool { return !unicode.IsDigit(r) }

// pick sets the sections of all, which are of one kind, that r names by designation
// or from the end.
func (t *Index) pick(r *Ref, kind string, all []int) bool {
	switch {
	case r.FromEnd:
		if r.Role == NoRole { // "the last point" may be 9.2
			all = t.outermost(all)
		}
		from, err1 := strconv.Atoi(r.From)
		to, err2 := strconv.Atoi(r.To)
		if err1 != nil || err2 != nil || len(all)-from < 0 || from < to || to < 1 {
			return false
		}
		r.Sections = slices.Clone(all[len(all)-from : len(all)-to+1])
	case r.From != r.To:
		r.From, r.To = t.full(r.From), t.full(r.To)
		r.Sections = t.between(r.From, r.To, all, kind)
		if len(r.Sections) == 0 && (t.pickSteps(r, all) || t.pickLetteredRun(r, all)) {
			return true
		}
		if len(all) > 0 && len(r.Sections) > 0 && len(t.designated(r.To, all)) == 0 && document.CompareNormal(t.doc.Sections[all[len(all)-1]].Designation.Normal, r.To) < 0 {
			r.Miss = t.missing(r.Kind, r.To, -1)
		}
	default:
		if r.Paren && t.pickPiece(r, all) && r.Miss == nil {
			return true // "6(1)" is in 6, even where there is a 6.1
		}
		for _, code := range append([]string{r.From}, r.Also...) {
			if r.Sections = t.designated(code, all); len(r.Sections) > 0 {
				r.From, r.To = code, code
				return true
			}
		}
		if n := len(r.From) - 2; r.Paren && n > 0 && r.From[n] == '.' {
			if r.Sections = t.designated(r.From[:n]+r.From[n+1:], all); len(r.Sections) > 0 {
				return true // "12(a)" for 12a
			}
		}
		return (r.Paren || kind == "" || !t.Has(r.From)) && t.pickPiece(r, all) || t.pickLettered(r, all)
	}
	return len(r.Sections) > 0
}

// between returns those of all, which are of one kind, from one designation to another,
// without those that lie in another. It may share what it returns with all.
func (t *Index) between(from, to string, all []int, kind string) []int {
	if t.sorted[kind] {
		at := func(i int, code string) int {
			return document.CompareNormal(t.doc.Sections[i].Designation.Normal, code)
		}
		first, _ := slices.BinarySearchFunc(all, from, at)
		all = all[first:]
		end, _ := slices.BinarySearchFunc(all, to, func(i int, code string) int { return cmp.Or(at(i, code), -1) })
		if all = slices.Clip(all[:end]); t.flat[kind] && !strings.Contains(to, ".") {
			return all
		}
	}
	var out []int
	for _, i := range all {
		n := t.doc.Sections[i].Designation.Normal
		within := len(out) > 0 && !t.apart(out[len(out)-1], i)
		if document.CompareNormal(from, n) <= 0 && document.CompareNormal(n, to) <= 0 && strings.Count(n, ".") >= strings.Count(to, ".") && !within {
			out = append(out, i) // Article 6.1 is one of Articles 5 to 7; Section 6.1 is in Section 6
		}
	}
	return out
}

// designated returns those of all that are called code.
func (t *Index) designated(code string, all []int) []int {
	var out []int
	for _, i := range t.Called(code) {
		if _, ok := slices.BinarySearch(all, i); ok {
			out = append(out, i)
		}
	}
	return out
}

// resolvePlace sets the opening or the end of section scope, or of the document.
func (t *Index) resolvePlace(r *Ref, scope int) {
	if scope >= 0 {
		r.Sections = []int{scope}
		p := t.doc.Sections[scope].Paragraphs
		switch {
		case len(p) < 2 || r.Role == Opening:
		case r.Kind == document.KindPreamble:
			r.Spans = []document.Span{p[0].Span}
		default:
			r.Spans = []document.Span{p[len(p)-1].Span}
		}
		return
	}
	i, ok := t.doc.ByID(r.Kind)
	switch n := len(t.doc.Sections); {
	case ok:
	case n == 0 || r.Role == Opening:
		return
	case r.Kind == document.KindConclusion:
		i = n - 1
	default: // the first that has a text of its own, but for the title
		for i = 0; i < n-1 && (len(t.doc.Sections[i].Paragraphs) == 0 || t.doc.Sections[i].Kind == document.KindTitle); i++ {
		}
	}
	r.Sections = []int{i}
}
