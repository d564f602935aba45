package turn

import (
	"slices"
	"strings"
	"unicode"

	"pincite/internal/document"
	"pincite/internal/locate"
	"pincite/internal/question"
	"pincite/internal/question/step"
)

// Refs reads the references of q by the section that was shown last, where they say less
// than they mean: after Article 7, "and 8?" is Article 8, and "paragraph 2" is in
// Article 7, or in what holds it.
func (x *Reader) Refs(q question.Question, turns []Turn) []locate.Ref {
	if len(turns) == 0 {
		return q.Refs
	}
	at, ok := x.Current(step.Next, turns)
	if !ok || len(turns[len(turns)-1].Sections) == 0 {
		return q.Refs
	}
	out := slices.Clone(q.Refs)
	for n := range out {
		r := &out[n]
		root := r
		for root.In != nil { // "point c of paragraph 2" is read as a whole
			in := *root.In
			root.In, root = &in, &in
		}
		if root != r && root.Kind == "" && root.Role == locate.NoRole && len(root.Sections) == 1 && len(r.Sections) == 1 && root.Miss == nil && r.Miss == nil && r.Stray == 0 {
			continue // "no, I meant § 7 abs 3" is whole
		}
		if x.byLast(root, at, q.Follow); root != r {
			x.parser.Resolve(r)
		}
		if r.Role == locate.Sentence && r.In == nil { // of what has no sentences, all is shown
			*r = locate.Ref{Rule: "title", Sections: []int{at}}
		}
	}
	return out
}

// step returns what a step of a designation, all that was said, names after the turns: what
// is called so beside the section shown last, if that is a step as well, or else in it.
func (x *Reader) step(said string, turns []Turn) (locate.Ref, bool) {
	at, ok := x.Current(step.Next, turns)
	if said == "" || !ok || len(turns[len(turns)-1].Sections) == 0 {
		return locate.Ref{}, false
	}
	called := x.doc.Sections[at].Designation.Normal
	base := strings.TrimRightFunc(called, unicode.IsLetter)
	if r, ok := x.lettered(at, base, said); ok && base != "" && base != called { // "203.2a", "and b?"
		return r, true
	}
	holders := []int{at}
	if up := x.doc.Sections[at].Parent; up >= 0 && strings.HasPrefix(x.doc.Sections[at].Label, x.doc.Sections[up].Label) {
		holders = []int{up, at} // Article 7(1) is a step of Article 7
	}
	for _, up := range holders {
		r := locate.Ref{From: said, To: said, Role: locate.Point, Rule: "number", Loose: true, In: &locate.Ref{Rule: "title", Sections: []int{up}}}
		x.parser.Resolve(&r)
		if len(r.Sections) == 1 && r.Miss == nil && (len(r.Spans) > 0 || x.doc.Sections[r.Sections[0]].Parent == up) && r.Stray == 0 {
			return r, true
		}
	}
	number, _, inserted := strings.Cut(called, "-")
	if r, ok := x.lettered(at, number, said); ok && inserted { // "article 12 bis", "and ter?"
		return r, true
	}
	if r, ok := x.lettered(at, called, said); ok || base != "" { // "article 12", "and A?", "and bis?"
		return r, ok
	}
	return x.lettered(at, "", said) // "appendix A", "and B?"
}

// lettered returns what is of the kind of section at and is called base with the letter, or
// the word, of step behind it.
func (x *Reader) lettered(at int, base, step string) (locate.Ref, bool) {
	found := x.doc.Designated(x.doc.Sections[at].Kind, base+step)
	return locate.Ref{Rule: "title", Sections: found}, len(found) == 1 && !unicode.IsDigit([]rune(step)[0])
}

// byLast reads one reference by section at, the last shown.
func (x *Reader) byLast(r *locate.Ref, at int, follows bool) {
	switch vague := len(r.Sections) != 1 || r.Miss != nil || r.FromEnd || r.Ordinal; {
	case r.Place() && follows: // "and its last paragraph"
		x.endOfLast(r, at)
	case r.Rule != "number" || r.From == "":
	case r.Kind == "" && r.Role == locate.NoRole && !r.Loose:
		if follows || r.Ordinal || len(r.Sections) > 1 {
			x.likeLast(r, at)
		}
	case r.Loose || r.Role != locate.NoRole || vague && (x.below(r.Kind, at) || r.Kind == x.doc.Sections[at].Kind):
		x.withinLast(r, at)
	}
}

// endOfLast reads the preamble or the conclusion, by the words for them, as the first
// or the last paragraph of section at, if it has several.
func (x *Reader) endOfLast(r *locate.Ref, at int) {
	end := locate.Ref{From: "1", To: "1", FromEnd: r.Kind == document.KindConclusion, Role: locate.Paragraph, Rule: "number", Ordinal: true}
	if x.withinLast(&end, at); len(end.Sections) > 0 {
		*r = end
	}
}

// likeLast reads a bare number as one of the kind of section at, if there is such: beside
// it, where numbers of that kind begin anew or have several steps.
func (x *Reader) likeLast(r *locate.Ref, at int) {
	like := *r
	if up := x.doc.Sections[at].Parent; up >= 0 && !x.doc.Sections[at].Designation.IsZero() {
		like.In = &locate.Ref{Rule: "title", Sections: []int{up}}
		x.parser.Resolve(&like)
		beside := len(like.Sections) == 1 && like.Miss == nil && len(like.Spans) == 0 && x.doc.Sections[like.Sections[0]].Parent == up
		if n := x.doc.Sections[at].Designation.Normal; beside && (strings.Contains(n, ".") || len(x.doc.Designated(x.doc.Sections[at].Kind, r.From)) != 1) {
			*r = like
			return
		}
	}
	like = *r
	like.Kind = x.doc.Sections[at].Kind
	if x.parser.Resolve(&like); len(like.Sections) > 0 && like.Miss == nil && !x.doc.Sections[at].Designation.IsZero() {
		*r = like
	}
}

// withinLast looks r up in section at, then in those that hold it. What is called as
// section at is rather beside it than a piece of its text.
func (x *Reader) withinLast(r *locate.Ref, at int) {
	piece := locate.Ref{}
	for up := at; up >= 0; up = x.doc.Sections[up].Parent {
		in := *r
		in.In = &locate.Ref{Rule: "title", Sections: []int{up}}
		if x.parser.Resolve(&in); len(in.Sections) == 0 || in.Miss != nil || in.Stray != 0 || up != at && len(in.Spans) > 0 {
			continue
		}
		if r.Role == locate.NoRole && len(r.Sections) == 1 && r.Miss == nil && !r.Ordinal && !r.FromEnd && (len(in.Spans) > 0 || !strings.HasSuffix(x.doc.Sections[in.Sections[0]].Designation.Normal, r.From)) {
			continue // "secton 3" is Section 3, and not what stands third
		}
		if piece = in; len(in.Spans) == 0 || r.Kind != x.doc.Sections[at].Kind {
			break
		}
	}
	if len(piece.Sections) > 0 {
		*r = piece
	}
}

// below reports whether sections of a kind are below one like section at.
func (x *Reader) below(kind string, at int) bool {
	for _, l := range x.doc.Meta.Levels {
		switch l.Kind {
		case kind:
			return false
		case x.doc.Sections[at].Kind:
			return true
		}
	}
	return false
}
