package locate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
)

// pickPiece reads a compound whose last steps are no section of their own: "6.1.b"
// is point b of paragraph 1 of article 6.
func (t *Index) pickPiece(r *Ref, all []int) bool {
	var missed *Ref
	for cut := strings.LastIndexByte(r.From, '.'); cut > 0; cut = strings.LastIndexByte(r.From[:cut], '.') {
		var piece *Ref
		if !r.Paren && t.above[r.From[:cut]] {
			continue // 4.7 where there are 4.2 to 4.6 is no seventh paragraph of 4
		}
		for _, head := range t.designated(r.From[:cut], all) { // several where each article has a section 1
			at := t.descend(head, r.From[cut+1:])
			switch {
			case at.Miss != nil:
				missed = cmp.Or(missed, &at)
			case at.Spans == nil:
				r.Sections, r.Spans, r.Miss = at.Sections, nil, nil
				return true
			default:
				piece = cmp.Or(piece, &at) // a section, if there is one, beats it
			}
		}
		if piece != nil {
			r.Sections, r.Spans, r.Miss = piece.Sections, piece.Spans, nil
			return true
		}
	}
	if missed != nil {
		r.Sections, r.Miss = missed.Sections, missed.Miss
	}
	return missed != nil && (r.Paren || r.Kind != "" && t.flat[r.Kind] && t.headless[r.From] == nil)
}

// descend goes down from section at by steps: to sections, as long as there are such,
// then to pieces of text. Miss tells that there is no such piece.
func (t *Index) descend(at int, steps string) Ref {
	out := Ref{Sections: []int{at}}
	for more := true; more; {
		var step string
		step, steps, more = strings.Cut(steps, ".")
		child := Ref{From: step, To: step, Also: document.Readings(step)}
		if out.Spans == nil && t.pickBelow(&child, at) {
			at = child.Sections[0]
			out.Sections = []int{at}
			continue
		}
		child.Role, child.Spans = Point, out.Spans
		t.resolvePiece(&child, at)
		if child.Miss != nil && step == "1" && more {
			continue // the only paragraph has no number
		}
		if out.Spans, out.Miss = child.Spans, child.Miss; out.Miss != nil {
			break
		}
	}
	return out
}

// pickBelow sets the section below at that r names: directly below, or else the only
// one so called anywhere below, but for what is in another that has a number of its own.
func (t *Index) pickBelow(r *Ref, at int) bool {
	all := t.inside("", at)
	if t.pick(r, "", t.nearest(all, at)) {
		return len(r.Sections) > 0
	}
	if numbered := t.inside(t.bare, at); t.bare != "" && len(numbered) > 0 { // Part I has no C if an Article 1 of it has
		all = slices.DeleteFunc(slices.Clone(all), func(i int) bool {
			return slices.ContainsFunc(numbered, func(n int) bool { return i != n && t.doc.Sections[n].Span.Contains(t.doc.Sections[i].Span) })
		})
	}
	return t.pick(r, "", all) && len(r.Sections) == 1
}

// resolvePiece sets a paragraph, sentence or point of section scope; where there
// is none so called, the whole section, and how many there are. What has no marks of its own
// is counted by place.
func (t *Index) resolvePiece(r *Ref, scope int) {
	within := r.Spans
	if r.In != nil {
		within = r.In.Spans
	}
	all := t.pieces(r.Role, scope, within)
	r.Sections, r.Spans = []int{scope}, nil
	firsts := 0
	if r.Role != Sentence && !r.FromEnd && r.From == r.To {
		for _, s := range all {
			text := t.doc.Slice(s)
			if marked(text, []string{"1"}) && (r.Role != Paragraph || numbered(text)) {
				firsts++
			}
			if (r.Role != Paragraph || numbered(text)) && marked(text, append([]string{r.From}, r.Also...)) {
				r.Spans = append(r.Spans, s)
			}
		}
		if len(r.Spans) == 1 {
			return
		}
		r.Spans = nil
	}
	from, err1 := strconv.Atoi(r.From)
	to, err2 := strconv.Atoi(r.To)
	if r.FromEnd {
		from, to = len(all)+1-from, len(all)+1-to
	}
	if counted := firsts == 1 && !r.Ordinal; counted || err1 != nil || err2 != nil || from < 1 || to > len(all) || from > to || len(all) < 2 && r.Role != Sentence {
		r.Miss = &Miss{Role: r.Role, First: "1", Last: strconv.Itoa(len(all)), In: scope}
		return
	}
	r.Spans = all[from-1 : to]
}

// resolveSentence sets sentences of section scope, where its points are sections of
// their own, of the one that has them; if several have them, those sections.
func (t *Index) resolveSentence(r *Ref, scope int) {
	t.resolvePiece(r, scope)
	if r.Spans == nil {
		return
	}
	r.Sections = nil
	for _, s := range r.Spans {
		r.Sections = append(r.Sections, t.doc.SectionAt(s.Start))
	}
	r.Sections = slices.Compact(r.Sections)
	if len(r.Sections) > 1 {
		r.Spans = nil
	}
}

// pieces returns the paragraphs of a section, or the sentences of it and of those below
// it, of within where that is given.
func (t *Index) pieces(role Role, scope int, within []document.Span) []document.Span {
	var out []document.Span
	for i := scope; i < len(t.doc.Sections) && t.doc.Sections[scope].Span.Contains(t.doc.Sections[i].Span) && (i == scope || role == Sentence); i++ {
		for _, p := range t.doc.Sections[i].Paragraphs {
			switch {
			case len(within) > 0 && !within[0].Overlaps(p.Span):
			case role == Sentence:
				out = append(out, p.Sentences...)
			default:
				out = append(out, p.Span)
			}
		}
	}
	return out
}

// The numbers in circles.
const (
	firstCircled = '①'
	lastCircled  = '⑳'
)

// numbered reports whether text begins with a number in parentheses or a circle, as
// paragraphs of laws do and points seldom.
func numbered(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	return r >= firstCircled && r <= lastCircled || r == '(' && unicode.IsDigit(next)
}

// marked reports whether text begins with one of codes as a mark: "(b)", "b)", "b.",
// "三 ", "三、", "②".
func marked(s string, codes []string) bool {
	if r, _ := utf8.DecodeRuneInString(s); r >= firstCircled && r <= lastCircled {
		return slices.Contains(codes, strconv.Itoa(int(r-firstCircled)+1))
	}
	s = beginning(strings.TrimLeft(s, " \t*-(（"), codes)
	for _, c := range codes {
		rest, ok := strings.CutPrefix(s, c)
		if next, _ := utf8.DecodeRuneInString(rest); ok && c != "" && rest != "" &&
			(strings.ContainsRune(").）．、", next) || next == ' ' || next == '　') && (next != ' ' || !ascii(c)) {
			return true
		}
	}
	return false
}

// beginning returns the beginning of a text, in small letters, to one character behind the
// longest of codes: the text may be megabytes.
func beginning(s string, codes []string) string {
	longest := 0
	for _, c := range codes {
		longest = max(longest, utf8.RuneCountInString(c))
	}
	n := 0
	for i := range s {
		if n > longest {
			s = s[:i]
			break
		}
		n++
	}
	return strings.ToLower(s)
}

func ascii(s string) bool { return s[0] < utf8.RuneSelf }
