package verify

import (
	"strings"

	"pincite/internal/verify/corpus"
	"pincite/internal/verify/word"
)

// isSpeltAs reports whether words [from, to) of the text are tokens [lo, hi), written in
// one or in several.
func (r *reader) isSpeltAs(from, to, lo, hi int) bool {
	return r.sameLetters(from, to, lo, hi) || r.sameDigits(from, to, lo, hi)
}

// sameLetters reports whether both sides have the same letters in the same words but for
// hyphens within them.
func (r *reader) sameLetters(from, to, lo, hi int) bool {
	if from == to || lo == hi {
		return false
	}
	var text, doc strings.Builder
	for i := from; i < to; i++ {
		if i > from {
			text.WriteString(word.Between(r.Between(i)).Divides())
		}
		text.WriteString(word.Form(word.Whole(r.Passage.Raw(i))))
	}
	for t := lo; t < hi; t++ {
		if t > lo {
			doc.WriteString(word.Between(r.docs.Gap(t)).Divides())
		}
		doc.WriteString(word.Form(word.Whole(r.docs.Shown(t, t+1))))
	}
	return text.String() == doc.String()
}

// sameDigits reports whether both sides are one number, whose digits the document has
// in groups, or one side in groups between points.
func (r *reader) sameDigits(from, to, lo, hi int) bool {
	if to-from != 1 || lo == hi {
		return false
	}
	text, number := r.Passage.Raw(from), r.docs.Shown(lo, lo+1)
	for t := lo + 1; t < hi; t++ {
		next := r.docs.Shown(t, t+1)
		if !word.IsGroup(number, r.docs.Gap(t), next) {
			return false
		}
		number += next
	}
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

// isNote reports whether only the number of a note is inserted, in brackets or raised,
// which people who copy from a page or a chatbot get, and adds what is allowed for.
func (r *reader) isNote(from, to, lo, hi int) bool {
	if lo < hi || to-from != 1 || !word.IsNote(r.Source, r.Spans[from]) {
		return false
	}
	r.allowed[word.Notes] = true
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
	r.allowed[word.Numbering] = true
	return true
}
