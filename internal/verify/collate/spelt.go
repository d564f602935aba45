package collate

import (
	"strings"

	"pincite/internal/verify/between"
	"pincite/internal/verify/corpus"
	"pincite/internal/verify/word"
)

// isSpeltAs reports whether words [from, to) of the text are tokens [lo, hi), written in
// one or in several.
func (r *reader) isSpeltAs(from, to, lo, hi int) bool {
	return r.sameLetters(from, to, lo, hi) || r.sameDigits(from, to, lo, hi)
}

// sameLetters reports whether both sides have the same letters in the same words but for
// hyphens within them, which are no dashes between numbers.
func (r *reader) sameLetters(from, to, lo, hi int) bool {
	if from == to || lo == hi {
		return false
	}
	var text, doc strings.Builder
	for i := from; i < to; i++ {
		if i > from {
			text.WriteString(word.Joint(r.Raw(i-1), r.Between(i), r.Raw(i)))
		}
		text.WriteString(word.Form(word.Whole(r.Raw(i))))
	}
	for t := lo; t < hi; t++ {
		if t > lo {
			doc.WriteString(word.Joint(r.docs.Shown(t-1, t), r.docs.Gap(t), r.docs.Shown(t, t+1)))
		}
		doc.WriteString(word.Form(word.Whole(r.docs.Shown(t, t+1))))
	}
	return text.String() == doc.String()
}

// sameDigits reports whether both sides are one number, whose digits the document has
// in groups, or one side in groups between points.
func (r *reader) sameDigits(from, to, lo, hi int) bool {
	if to-from != 1 || lo == hi || !r.isGrouped(r.Raw(from), lo, hi) {
		return false
	}
	text, number := r.Raw(from), r.docs.Shown(lo, hi)
	if word.SignOf(number) != word.SignOf(text) {
		return false
	}
	if word.Form(number) != word.Form(text) {
		same := word.HasPointGroups(text) != word.HasPointGroups(number) && word.Form(strings.ReplaceAll(number, ".", "")) == word.Form(strings.ReplaceAll(text, ".", ""))
		if !same || r.doc.Meta.Language == "en" || r.doc.Meta.Language == "zh" {
			return false // where a point begins a fraction
		}
	}
	return true
}

// isGrouped reports whether tokens [lo, hi) are one number in groups with blanks between
// them, and not several: no other digits are beside it, and it has a currency, a sign
// or what it counts, or a text has the same groups.
func (r *reader) isGrouped(text string, lo, hi int) bool {
	if hi-lo == 1 {
		return true
	}
	for t := lo + 1; t < hi; t++ {
		if !word.IsGroup(r.docs.Shown(lo, t), r.docs.Gap(t), r.docs.Shown(t, t+1)) {
			return false
		}
	}
	before, behind := lo > r.doc.First, hi < r.doc.End
	if before && r.areApart(lo) || behind && r.areApart(hi) {
		return false
	}
	return word.SameGroups(text, r.docs.Shown(lo, hi)) || before && r.isBesideSign(lo, lo-1) || behind && (r.isBesideSign(hi, hi) || r.counted(hi))
}

// areApart reports whether token t and the one before are digits with a blank between them.
func (r *reader) areApart(t int) bool {
	return word.AreApart(r.docs.Shown(t-1, t), r.docs.Gap(t), r.docs.Shown(t, t+1))
}

// isBesideSign reports whether a token, t or the one before, is a sign with no mark between
// the two.
func (r *reader) isBesideSign(t, sign int) bool {
	return !r.isMarked(t) && word.IsSign(r.docs.Shown(sign, sign+1))
}

// isNote reports whether only the number of a note is inserted, in brackets or raised,
// which people who copy from a page or a chatbot get, and adds what is allowed for.
func (r *reader) isNote(from, to, lo, hi int) bool {
	if lo < hi || to-from != 1 || !word.IsNote(r.Source, r.Spans[from]) {
		return false
	}
	r.Allowed[between.Notes] = true
	return true
}

// unbracketed returns what is between two words of the text without the brackets by which
// people who quote tell that a word of one letter was another case: "[A] sloop".
func (r *reader) unbracketed(q, p corpus.Pair) string {
	text := r.Between(p.Text)
	if r.isBracketedLetter(q) {
		text = strings.TrimPrefix(text, "]")
	}
	if r.isBracketedLetter(p) {
		text = strings.TrimSuffix(text, "[")
	}
	return text
}

func (r *reader) isBracketedLetter(p corpus.Pair) bool {
	at := r.Spans[p.Text]
	letter := r.docs.Shown(p.Doc, p.Doc+1)
	return word.IsInBrackets(r.Source, at) && letter != r.Raw(p.Text) && strings.EqualFold(letter, r.Raw(p.Text))
}

// isNoteLabel reports whether a pair is the label of a point that the text has as it would
// have the number of a note: "[3]".
func (r *reader) isNoteLabel(p corpus.Pair) bool {
	u := r.docs.Unit(p.Doc)
	return word.IsNote(r.Source, r.Spans[p.Text]) && (u.IsNumbering() || p.Doc < r.unlabelled(u.First, u.End))
}

// numbering reports whether only numbers of sections are left out, which people
// who copy from a page do not always get.
func (r *reader) numbering(from, to, lo, hi int) bool {
	if from < to {
		return false
	}
	for t := lo; t < hi; t++ {
		if !r.docs.Unit(t).IsNumbering() {
			return false
		}
	}
	r.Allowed[between.Numbering] = true
	return true
}
