package designation

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text/numeral"
	"pincite/internal/text/words"
)

// lastSteps returns the bare steps down from the section called e that tokens from i
// on are, and how many tokens: letters and small numbers, each behind a word that nobody
// knows or not, that end what is said and lead to one section: "12-24 a 3", "artikel 16
// lid 3".
func (r *Reader) lastSteps(i int, e Item) (down string, n int) {
	if r.tokens[i].Mark || r.tokens[i].Glued || !e.Digits && !e.Steps {
		return "", 0
	}
	ends := func(i int) bool {
		return r.Lists(i) || grammar.In(&r.tokens[i], grammar.Polite|grammar.Thanks) && !r.tokens[i].Letter()
	} // "VI D b pls"
	for steps := 0; i+n < len(r.tokens) && !r.tokens[i+n].Mark && !(steps > 0 && ends(i+n)); steps++ {
		named := r.strange(i + n)
		if named {
			n++
		}
		if i+n == len(r.tokens) {
			return "", 0
		}
		t := &r.tokens[i+n]
		small := t.Digits() && len(t.Raw) <= maxStep && (named || steps > 0)
		step := t.Fold
		if x, ok := phrase.Numeral(r.tokens, i+n); ok && x.Form == numeral.Roman && t.Raw != t.Fold { // "§ 4 III"
			if code := strconv.Itoa(x.Value); !t.Letter() || r.Leads(e.Code+down+"."+code) {
				step, small = code, true
			}
		}
		if !t.Letter() && !small && !(doubled(t) && r.Leads(e.Code+down+"."+step)) || steps == 0 && !named && r.names.Has(e.Code+t.Fold) {
			return "", 0
		}
		down += "." + step
		n++
	}
	pieces, found := r.pieces(e.Code + down)
	marked := pieces == 1 && n == 1 && r.tokens[i].Letter()
	if (!found || pieces > 0 && !marked) && !r.lettersOf(i, n, e) {
		return "", 0
	}
	return down, n
}

// lettersOf reports whether n tokens from i on are two single letters, or a capital, behind
// the number of a section whose level is named, so that they are its steps though it has none
// such: "article 4 C d". Points here have such letters, or one is a capital and one not:
// "article 5 a m", "r u ok" and "U S A" are none.
func (r *Reader) lettersOf(i, n int, e Item) bool {
	head := i - e.Used
	if n > maxLetters || n == 1 && r.tokens[i].Raw == r.tokens[i].Fold || !e.Cardinal() || head < 0 || phrase.LevelBefore(r.tokens, head).Level == 0 || !r.Leads(e.Code) {
		return false
	}
	capital := func(t phrase.Token) bool { return t.Raw != t.Fold }
	if i+n < len(r.tokens) && r.tokens[i+n].Letter() && capital(r.tokens[i+n]) {
		return false // "C O D", whose O is "or" elsewhere
	}
	mixed := n < maxLetters || capital(r.tokens[i]) != capital(r.tokens[i+1])
	return !slices.ContainsFunc(r.tokens[i:i+n], func(t phrase.Token) bool {
		return !t.Letter() || len(t.Fold) > len(t.Raw) || t.Level != 0 || !mixed && !r.names.HasStep(t.Fold) // "ст. 5 и п. 2"
	})
}

// maxLetters is how many letters in a row may be steps that a section has not.
const maxLetters = 2

// doubled reports whether t is a letter twice, as points are marked below those of one: "bb".
func doubled(t *phrase.Token) bool {
	return len(t.Fold) == 2 && t.Fold[0] == t.Fold[1] && t.Fold[0] >= 'a' && t.Fold[0] <= 'z'
}

// strange reports whether token i is a word that the grammar lacks and, in an English
// document, English too.
func (r *Reader) strange(i int) bool {
	t := &r.tokens[i]
	_, number := phrase.Numeral(r.tokens, i)
	first, _ := utf8.DecodeRuneInString(t.Raw)
	return !number && t.ID == 0 && t.Level == 0 && !t.Han() && !t.Letter() && !doubled(t) && unicode.IsLetter(first) &&
		(r.names.Document().Meta.Language != "en" || words.Rarity(t.Fold) == words.Unlisted)
}

// Leads reports whether one section is found under a designation.
func (r *Reader) Leads(code string) bool {
	pieces, ok := r.pieces(code)
	return ok && pieces == 0
}

// pieces returns how many pieces of the text of the one section found under a designation
// are meant, 0 for all of it.
func (r *Reader) pieces(code string) (int, bool) {
	ref := locate.Ref{From: code, To: code}
	r.names.Resolve(&ref)
	return len(ref.Spans), len(ref.Sections) == 1 && ref.Miss == nil
}

// maxStep is the length in digits of a number that may be a bare step.
const maxStep = 3

// step reads a further step of a designation: ".2", "(b)", "-3" and "-A" where the
// document has that, or one with another letter, and it is no range.
func (r *Reader) step(at int, e Item) (string, int) {
	if at+1 >= len(r.tokens) || r.tokens[at+1].Mark {
		return "", 0
	}
	open, t := &r.tokens[at], &r.tokens[at+1]
	tight := open.Start == r.tokens[at-1].End && open.End == t.Start
	letters := utf8.RuneCountInString(t.Raw)
	number := t.Digits()
	switch {
	case open.Raw == "(":
		closed := at+2 < len(r.tokens) && r.tokens[at+2].Raw == ")"
		if n, ok := phrase.Numeral(r.tokens, at+1); ok && closed && t.Han() && r.tokens[at-1].Han() {
			return "." + strconv.Itoa(n.Value), 3
		}
		if closed && (number && letters <= 3 || letters <= 4 && !t.Han()) && (e.Digits || e.Steps || e.Roman) {
			return "." + t.Fold, 3
		}
	case open.Raw == "." && tight && (e.Digits || e.Letter() && number) && (number || letters == 1 && !t.Han()):
		step := "." + t.Fold
		if at+2 < len(r.tokens) && number {
			if l := &r.tokens[at+2]; l.Glued && utf8.RuneCountInString(l.Raw) == 1 && !l.Han() && !l.Mark {
				return step + l.Fold, 3
			}
		}
		return step, 2
	case open.Raw == "-" && tight && number:
		if step := "-" + t.Fold; r.names.Hyphens() && !strings.Contains(e.Code, "-") || r.names.Has(e.Code+step) {
			return step, 2
		} else if e.Letter() {
			return "." + t.Fold, 2 // "T-6"
		}
	case open.Raw == "/" && tight && number && r.names.Has(e.Code+"/"+t.Fold): // "17/041"
		return "/" + t.Fold, 2
	case (open.Raw == "-" || open.Raw == "/") && tight && r.names.Has(e.Code+strings.ToLower(t.Raw)): // "3-A", "4/A"
		return strings.ToLower(t.Raw), 2
	case open.Raw == "-" && tight && e.Digits && t.Letter() && t.Raw != t.Fold && r.names.Has(e.Code+"a"):
		return t.Fold, 2 // "12-C" where there are 12-A and 12-B
	}
	return "", 0
}

// commaSteps returns the steps of a designation that is written with commas, from the
// one at token i on: "5,1,8" for 5.1.8. It is the whole row, or none: what has a space
// is a list, and so is what the document does not have.
func (r *Reader) commaSteps(i int, code string) (down string, n int) {
	for i+n+1 < len(r.tokens) && r.tokens[i+n].Raw == "," && r.tokens[i+n+1].Digits() && r.tokens[i+n].Start == r.tokens[i+n-1].End && r.tokens[i+n+1].Start == r.tokens[i+n].End {
		down += "." + r.tokens[i+n+1].Fold
		n += 2
	}
	if n == 0 || !r.names.Has(code+down) {
		return "", 0
	}
	return down, n
}

// saidStep returns the step of a designation that is read out, "ten point three", if the
// document has it; token i is the word for the point.
func (r *Reader) saidStep(i int, code string) (step string, used int) {
	n, ok := phrase.Numeral(r.tokens, i+1)
	if !ok || n.Ordinal || !r.names.Has(code+"."+strconv.Itoa(n.Value)) {
		return "", 0
	}
	return "." + strconv.Itoa(n.Value), 1 + n.Used
}
