package collate

import (
	"strings"
	"unicode"

	"pincite/internal/text/words"
	"pincite/internal/verify/between"
	"pincite/internal/verify/corpus"
	"pincite/internal/verify/word"
)

// omit looks at tokens [lo, hi), which an ellipsis before word at of the text leaves
// out between words that are kept. What is missing of the sentences of those words
// is told; sentences that are left out whole are not.
func (r *reader) omit(at, lo, hi int) {
	if lo >= hi {
		return
	}
	before, behind := r.docs.Unit(lo-1), r.docs.Unit(hi)
	switch {
	case before.First != behind.First:
		r.leaveOut(lo, min(before.End, hi))
		r.leaveOut(max(behind.First, lo), hi)
	case r.denies(lo, hi) || r.deniesFrom(lo, hi):
		r.block(at, at, lo, hi)
	default:
		r.leaveOut(lo, hi)
	}
}

// leaveOut adds an omission of tokens [lo, hi) of one sentence, if there are any.
func (r *reader) leaveOut(lo, hi int) {
	if lo < hi && !r.docs.Unit(lo).Apart {
		r.Omitted = append(r.Omitted, r.omission(lo, hi))
	}
}

// leaveOutIfGrave is leaveOut for what may change the meaning alone.
func (r *reader) leaveOutIfGrave(lo, hi int) {
	if lo >= hi || r.docs.Unit(lo).Apart {
		return
	}
	if o := r.omission(lo, hi); o.IsGrave() {
		r.Omitted = append(r.Omitted, o)
	}
}

func (r *reader) omission(lo, hi int) Omission {
	concern := r.concern(0, 0, lo, hi)
	switch isLimit := r.limitedBehind(lo) || r.limitBefore(hi) > 0; {
	case isLimit && concern.Rank() > word.Limit.Rank():
		concern = word.Limit
	case concern.Rank() > word.Number.Rank() && (r.counted(lo) || r.coded(hi)):
		concern = word.Number
	}
	return Omission{Match: max(len(r.Matches)-1, 0), Concern: concern, Original: r.docs.Shown(lo, hi), Span: r.docs.Span(lo, hi)}
}

// counted reports whether token t is what the number before it counts, as far as that can
// be told: a word right after it that says something, "million" or "pounds".
func (r *reader) counted(t int) bool {
	if t <= r.doc.First || t >= r.doc.End || r.docs.Unit(t-1).First != r.docs.Unit(t).First {
		return false
	}
	number, next, gap := r.docs.Shown(t-1, t), r.docs.Shown(t, t+1), r.docs.Gap(t)
	small := words.Function(r.doc.Meta.Language)
	return word.IsNumber(number) && !word.IsAlone(number) && !small.Has(word.Form(number)) && strings.TrimSpace(gap) == "" &&
		!word.IsNumber(next) && !word.IsSign(next) && !small.Has(word.Form(next))
}

// coded reports whether token t is a number after what may be the code of its currency.
func (r *reader) coded(t int) bool {
	d := r.docs.Doc(t - 1)
	return t < d.End && t > d.First && word.IsDigits(r.docs.Shown(t, t+1)) && word.IsCode(r.docs.Shown(t-1, t)) && !r.isMarked(t)
}

// maxDenied is how many words a negation is about, after it.
const maxDenied = 48

// denies reports whether a negation among tokens [lo, hi) is about what follows
// them: no mark sets it apart, and it is not too far.
func (r *reader) denies(lo, hi int) bool {
	for t := hi - 1; t >= max(lo, hi-maxDenied); t-- {
		if r.isNegation(t) && !r.setApart(t+1, hi) && !r.limits(t, hi) {
			return true
		}
	}
	return false
}

// deniesFrom reports whether a negation that tokens [lo, hi) begin with is about the word
// before them, "must" or "may", and so about all that follows.
func (r *reader) deniesFrom(lo, hi int) bool {
	for t := lo; t < min(lo+closeBy, hi) && between.Of(r.docs.Gap(t)).Marks == ""; t++ {
		switch {
		case r.isNegation(t):
			return !r.limits(t, hi)
		case word.Restricts(r.docs.Shown(t, t+1)):
			return false
		}
	}
	return false
}

func (c *Collator) isNegation(t int) bool {
	return c.denying[c.docs.Tokens(t, t+1)[0]] && word.IsNegation(c.docs.Shown(t, t+1))
}

// setApart reports whether a mark is before one of tokens [lo, hi], other than the
// commas around what is put in right before lo: "not, without consent, alter".
func (r *reader) setApart(lo, hi int) bool {
	if r.hasComma(lo) {
		for t := lo + 1; t <= hi; t++ {
			if r.hasComma(t) {
				return r.marked(t+1, hi)
			}
		}
	}
	return r.marked(lo, hi)
}

func (r *reader) hasComma(t int) bool {
	return strings.Trim(between.Of(r.docs.Gap(t)).Marks, ",、，") == "" && r.isMarked(t)
}

// marked reports whether a mark is before one of tokens [lo, hi] of a document.
func (r *reader) marked(lo, hi int) bool {
	for t := lo; t <= hi; t++ {
		if between.Of(r.docs.Gap(t)).Marks != "" {
			return true
		}
	}
	return false
}

// closeBy is how many words before a text may deny it though it does not claim to
// begin a sentence: "not", or 不得 and the like, which are two characters.
const closeBy = 2

// opening tells what is missing of the sentence that token t, the first of the text,
// is in, where the text makes a sentence of the rest. It returns how many tokens
// before t deny a text that claims to begin there.
func (r *reader) opening(t int) int {
	first := r.clause(r.docs.Unit(t), t)
	switch {
	case first >= t:
	case r.denied(t) && r.cutBehindNegation(t):
		return 1
	case r.denied(t):
		return t - first
	case r.beginsShort() || r.recapitalised(t) || r.isClosed():
		r.leaveOut(first, t)
	case word.IsCapitalised(r.Raw(0)) || r.restricted(max(first, t-closeBy), t):
		r.leaveOutIfGrave(first, t)
	}
	return 0
}

// restricted reports whether one of tokens [lo, hi), right before hi, denies what follows or
// restricts it, or makes it a limit.
func (r *reader) restricted(lo, hi int) bool {
	if r.limitBefore(hi) > 0 || r.coded(hi) {
		return true
	}
	for t := hi - 1; t >= lo && !r.isMarked(t+1); t-- {
		if word.Restricts(r.docs.Shown(t, t+1)) {
			return true
		}
	}
	return false
}

// denied reports whether a text claims to begin with token t, its first, where the
// document has what denies it.
func (r *reader) denied(t int) bool {
	return (r.beginsShort() || r.recapitalised(t)) && r.denies(r.docs.Unit(t).First, t) || r.cutBehindNegation(t)
}

// cutBehindNegation reports whether token t follows right on a negation that begins a
// clause, in a script without spaces: nobody sees from a text which begins there that it
// does not begin with the clause, or within a word.
func (c *Collator) cutBehindNegation(t int) bool {
	first := c.docs.Unit(t).First
	if t == first || !word.IsAlone(c.docs.Shown(t, t+1)) || c.docs.Gap(t) != "" || !c.isNegation(t-1) {
		return false
	}
	return t-1 == first || c.isMarked(t-1) || strings.ContainsFunc(c.docs.Gap(t-1), unicode.IsSpace)
}

// beginsShort reports whether the text begins with an ellipsis.
func (r *reader) beginsShort() bool { return between.Of(r.Source[:r.Spans[0].Start]).Ellipsis }

// recapitalised reports whether the text begins with a capital that token t, its first,
// does not have: it makes the beginning of a sentence of it.
func (r *reader) recapitalised(t int) bool {
	return word.IsCapitalised(r.Raw(0)) && !word.IsCapitalised(r.docs.Shown(t, t+1))
}

// isClosed reports whether the text ends as a sentence does.
func (r *reader) isClosed() bool {
	return word.EndsSentence(between.Of(r.Source[r.Spans[len(r.Spans)-1].End:]).Marks)
}

// ending tells what is missing of the sentence that token t, the last of the text, is
// in, if the text ends there as a sentence does, or with an ellipsis, or right before
// what denies or restricts it, or what its number counts or is a limit of.
func (r *reader) ending(t int, closing between.Gap, same bool) {
	end := r.docs.Unit(t).End
	switch {
	case t+1 < end && r.isPoint(t+1, end) && !closing.Ellipsis:
	case closing.Ellipsis || !same && word.EndsSentence(closing.Marks):
		r.leaveOut(t+1, end)
	case t+1 < end && (word.Restricts(r.docs.Shown(t+1, t+2)) || r.counted(t+1) || r.limitedBehind(t+1)):
		r.leaveOutIfGrave(t+1, end)
	}
}

// cutAt tells what a text leaves out of the sentences that it joins where it leaves
// the document after pair a and goes on with b, as far as it ends one there and
// begins another.
func (r *reader) cutAt(a, b corpus.Pair) {
	if word.EndsSentence(between.Of(r.Between(a.Text+1)).Marks) && !word.EndsSentence(r.docs.After(r.lastDoc)) {
		r.leaveOutIfGrave(r.lastDoc+1, r.docs.Unit(r.lastDoc).End)
	}
	if word.IsCapitalised(r.Raw(b.Text)) || word.EndsSentence(between.Of(r.Between(b.Text)).Marks) {
		n := len(r.Omitted)
		r.leaveOutIfGrave(r.clause(r.docs.Unit(b.Doc), b.Doc), b.Doc)
		for i := range r.Omitted[n:] {
			r.Omitted[n+i].Match = len(r.Matches) // the one that is to come
		}
	}
}

// unlabelled returns the first token of [first, end) after the label of a point that
// they begin with: "(a)", "3.", "§ 5". The label is no part of what the sentence says.
func (c *Collator) unlabelled(first, end int) int {
	t := first
	sign := t < end && word.IsSign(c.docs.Shown(t, t+1))
	if sign {
		t++
	}
	from := t
	for t < end && word.IsDesignation(c.docs.Shown(t, t+1)) && (t == from || !strings.ContainsAny(c.docs.Gap(t), " \t\n")) {
		t++
	}
	if t == from || t == end || !sign && !word.EndsLabel(c.docs.Gap(t)) {
		return first
	}
	return t
}

// clause returns the first token of the part of a sentence that token t is in, as
// semicolons divide it: what is before says nothing of it, unless a colon or the
// label of a point tells that it is of a list with words before its points.
func (c *Collator) clause(u corpus.Unit, t int) int {
	first := c.unlabelled(u.First, u.End)
	labelled := first > u.First || u.First > c.docs.Doc(u.First).First && c.docs.Unit(u.First-1).IsNumbering()
	for k := t; k > u.First && k > t-maxDenied; k-- {
		if hasSemicolon(c.docs.Gap(k)) && !c.lists(u.First, k) && (labelled || !c.isPoint(k, u.End)) {
			return c.unlabelled(k, u.End)
		}
	}
	return first
}

// isPoint reports whether a point of a list begins with token t, on a line of its own
// after a semicolon.
func (c *Collator) isPoint(t, end int) bool {
	gap := c.docs.Gap(t)
	return hasSemicolon(gap) && strings.Contains(gap, "\n") && c.unlabelled(t, end) > t
}

func hasSemicolon(gap string) bool { return strings.ContainsAny(between.Of(gap).Marks, ";；") }

// maxList is how many words a list goes on for, after its colon.
const maxList = 256

// lists reports whether a colon is among tokens [lo, hi).
func (c *Collator) lists(lo, hi int) bool {
	for t := max(lo+1, hi-maxList); t < hi; t++ {
		if strings.ContainsAny(between.Of(c.docs.Gap(t)).Marks, ":：") {
			return true
		}
	}
	return false
}
