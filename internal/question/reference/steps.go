package reference

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/words"
)

// ends reports whether tokens from i on are such steps as lastSteps reads.
func (f *finder) ends(i int, code string) bool {
	_, n := f.lastSteps(i, code)
	return n > 0
}

// lastSteps returns the bare steps down from the section called code that tokens from i
// on are, and how many tokens: letters and small numbers, each behind a word that nobody
// knows or not, that end what is said and lead to one section: "12-24 a 3", "artikel 16
// lid 3".
func (f *finder) lastSteps(i int, code string) (down string, n int) {
	for steps := 0; i+n < len(f.tokens) && !f.tokens[i+n].Mark; steps++ {
		named := f.strange(i + n)
		if named {
			n++
		}
		if i+n == len(f.tokens) {
			return "", 0
		}
		t := &f.tokens[i+n]
		small := t.Digits() && len(t.Raw) <= maxStep && (named || steps > 0)
		step := t.Fold
		if n, ok := phrase.Numeral(f.tokens, i+n); ok && n.Form == text.Roman && t.Raw != t.Fold { // "§ 4 III"
			step, small = strconv.Itoa(n.Value), true
		}
		if !t.Letter() && !small || steps == 0 && !named && f.table.Has(code+t.Fold) {
			return "", 0
		}
		down += "." + step
		n++
	}
	if n == 0 || !f.leads(code+down) {
		return "", 0
	}
	return down, n
}

// strange reports whether token i is a word that the grammar lacks and, in an English
// document, English too.
func (f *finder) strange(i int) bool {
	t := &f.tokens[i]
	_, number := phrase.Numeral(f.tokens, i)
	return !number && t.ID == 0 && t.Level == 0 && !t.Han() && !t.Letter() && unicode.IsLetter(firstRune(t.Raw)) &&
		(f.table.Document().Meta.Language != "en" || words.Rarity(t.Fold) == words.Unlisted)
}

// leads reports whether one section is found under a designation.
func (f *finder) leads(code string) bool {
	r := Ref{From: code, To: code}
	f.table.Resolve(&r)
	return len(r.Sections) == 1 && r.Miss == nil && len(r.Spans) == 0
}

// maxStep is the length in digits of a number that may be a bare step.
const maxStep = 3

// step reads a further step of a designation: ".2", "(b)", "-3" and "-A" where the
// document has that and it is no range.
func (f *finder) step(at int, e item) (string, int) {
	if at+1 >= len(f.tokens) || f.tokens[at+1].Mark {
		return "", 0
	}
	open, t := &f.tokens[at], &f.tokens[at+1]
	tight := open.Start == f.tokens[at-1].End && open.End == t.Start
	letters := utf8.RuneCountInString(t.Raw)
	number := t.Digits()
	switch {
	case open.Raw == "(":
		closed := at+2 < len(f.tokens) && f.tokens[at+2].Raw == ")"
		if n, ok := phrase.Numeral(f.tokens, at+1); ok && closed && t.Han() && f.tokens[at-1].Han() {
			return "." + strconv.Itoa(n.Value), 3
		}
		if closed && (number && letters <= 3 || letters <= 4 && !t.Han()) && (e.digits || e.steps || e.roman) {
			return "." + t.Fold, 3
		}
	case open.Raw == "." && tight && (e.digits || e.letter() && number) && (number || letters == 1 && !t.Han()):
		step := "." + t.Fold
		if at+2 < len(f.tokens) && number {
			if l := &f.tokens[at+2]; l.Glued && utf8.RuneCountInString(l.Raw) == 1 && !l.Han() && !l.Mark {
				return step + l.Fold, 3
			}
		}
		return step, 2
	case open.Raw == "-" && tight && number:
		if step := "-" + t.Fold; f.table.Hyphens() && !strings.Contains(e.code, "-") || f.table.Has(e.code+step) {
			return step, 2
		} else if e.letter() {
			return "." + t.Fold, 2 // "T-6"
		}
	case (open.Raw == "-" || open.Raw == "/") && tight && f.table.Has(e.code+strings.ToLower(t.Raw)): // "3-A", "4/A"
		return strings.ToLower(t.Raw), 2
	}
	return "", 0
}

// commaSteps returns the steps of a designation that is written with commas, from the
// one at token i on: "5,1,8" for 5.1.8. It is the whole row, or none: what has a space
// is a list, and so is what the document does not have.
func (f *finder) commaSteps(i int, code string) (down string, n int) {
	for i+n+1 < len(f.tokens) && f.tokens[i+n].Raw == "," && f.tokens[i+n+1].Digits() && f.tokens[i+n].Start == f.tokens[i+n-1].End && f.tokens[i+n+1].Start == f.tokens[i+n].End {
		down += "." + f.tokens[i+n+1].Fold
		n += 2
	}
	if n == 0 || !f.table.Has(code+down) {
		return "", 0
	}
	return down, n
}

// saidStep returns the step of a designation that is read out, "ten point three", if the
// document has it; token i is the word for the point.
func (f *finder) saidStep(i int, code string) (step string, used int) {
	n, ok := phrase.Numeral(f.tokens, i+1)
	if !ok || n.Ordinal || !f.table.Has(code+"."+strconv.Itoa(n.Value)) {
		return "", 0
	}
	return "." + strconv.Itoa(n.Value), 1 + n.Used
}
