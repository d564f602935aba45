package reference

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/locate"
	"pincite/internal/question/designation"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/titles"
	"pincite/internal/text"
)

// further reads one more number of a list, at token i, behind one called from.
func (f *finder) further(i int, from string) (designation.Item, bool) {
	if e, ok := f.lastStep(i, from); ok {
		return e, true
	}
	if e, ok := f.bracketed(i); ok {
		return e, true
	}
	if e, ok := f.Item(i); ok || utf8.RuneCountInString(from) != 1 || !unicode.IsLetter(firstRune(from)) {
		return e, ok
	}
	return f.missingLetter(i)
}

// missingLetter reads a letter at token i that no section is called by, as the last one of a
// list of letters: that it is not there is said.
func (f *finder) missingLetter(i int) (designation.Item, bool) {
	if i >= len(f.tokens) || !f.tokens[i].Letter() || grammar.In(&f.tokens[i], grammar.And|grammar.Within|grammar.Article|grammar.Frame) {
		return designation.Item{}, false
	}
	ends := i+1 == len(f.tokens) || f.tokens[i+1].Mark || grammar.In(&f.tokens[i+1], grammar.And|grammar.Within|grammar.Polite|grammar.Thanks) || f.tokens[i+1].Level != 0
	return designation.Item{Code: f.tokens[i].Fold, Steps: true, Used: 1}, ends
}

// lastStep reads at token i what has all but its last step in common with what is called
// from: the end of "101.1a-c", "4(1)-(3)" and "11(1)(a) and c".
func (f *finder) lastStep(i int, from string) (designation.Item, bool) {
	last, size := utf8.DecodeLastRuneInString(from)
	letters := unicode.IsLetter(last)
	dot := strings.LastIndexByte(from, '.')
	if e, ok := f.Item(i); ok && e.Cardinal() && dot > 0 && f.saidLast(i, from[dot+1:]) && f.Leads(from[:dot+1]+e.Code) {
		return designation.Item{Code: from[:dot+1] + e.Code, Steps: true, Used: e.Used}, true // "16 lid 3 en 4"
	}
	if i+2 < len(f.tokens) && f.tokens[i].Raw == "(" && f.tokens[i+2].Raw == ")" {
		t := &f.tokens[i+1]
		if n, ok := phrase.Numeral(f.tokens, i+1); ok && t.Han() && !letters { // 第七条（一）和（三）
			return designation.Item{Code: from[:dot+1] + strconv.Itoa(n.Value), Steps: true, Paren: true, Used: 3}, dot > 0
		}
		alike := letters && unicode.IsLetter(firstRune(t.Fold)) && !t.Han() && len(t.Fold) <= maxLetters || !letters && t.Digits() // "(ii) to (iv)"
		return designation.Item{Code: from[:dot+1] + t.Fold, Steps: true, Paren: true, Used: 3}, dot > 0 && alike
	}
	if i >= len(f.tokens) || !letters || !f.tokens[i].Letter() || len(from) == size {
		return designation.Item{}, false
	}
	code := from[:len(from)-size] + text.Fold(f.tokens[i].Raw)
	return designation.Item{Code: code, Steps: true, Used: 1}, f.table.Has(code) || f.Leads(code)
}

// saidLast reports whether the number that stands before token i is a step that has a word
// before it, not a mark.
func (f *finder) saidLast(i int, step string) bool {
	for i--; i > 1 && !f.tokens[i].Digits(); i-- {
	}
	return i > 1 && f.tokens[i].Fold == step && !f.tokens[i-1].Mark && !f.tokens[i-1].Digits()
}

// maxLetters is the length of the longest Roman number that steps are marked with, "xviii".
const maxLetters = 5

// bracketed reads a number or a letter in parentheses at token i: "(b) and (d)",
// 第(一)、(三)项.
func (f *finder) bracketed(i int) (designation.Item, bool) {
	if i+2 >= len(f.tokens) || f.tokens[i].Raw != "(" {
		return designation.Item{}, false
	}
	e, ok := f.Item(i + 1)
	end := i + 1 + e.Used
	if !ok || end >= len(f.tokens) || f.tokens[end].Raw != ")" {
		return designation.Item{}, false
	}
	e.Used += 2
	return e, true
}

// closed returns the token behind the parenthesis or the full stop at token i, if that ends
// a number of a list that goes on: "(b) and (d)", "a) a d)", "b. and d.".
func (f *finder) closed(i int) int {
	if i+1 < len(f.tokens) && (f.tokens[i].Raw == ")" || f.tokens[i].Raw == "." && f.tokens[i-1].Letter()) && f.tokens[i-1].End == f.tokens[i].Start && (f.Lists(i+1) || f.Ranges(i+1) || grammar.In(&f.tokens[i+1], grammar.ToDigits)) {
		return i + 1
	}
	return i
}

// opensCompound reports whether what the pieces of a list are called that begins at token
// from stands again at token i, with its number behind, so that the number before it is
// that of what holds the piece: "apartado 2 y el 8 apartado 1".
func (f *finder) opensCompound(i, from int) bool {
	for from--; from > 0 && (f.tokens[from].Mark || f.article(from)); from-- {
	}
	if i >= len(f.tokens) || from < 0 || f.tokens[i].Han() || f.Role(i) == locate.NoRole || f.Role(i) != f.Role(from) || f.tokens[i].Level != f.tokens[from].Level {
		return false
	}
	return f.numberBehind(i + max(1, f.tokens[i].Width))
}

// around returns the level whose name begins at token i and ends behind the number before
// token to, and where that is: the sign of an ordinal or brackets may stand between, as in
// "artículo 1° transitorio" and "section 1 (transitional)".
func (f *finder) around(i, to int) (level, end int) {
	if to+1 < len(f.tokens) && f.tokens[to].Raw == "°" && f.tokens[to].Start == f.tokens[to-1].End {
		to++
	}
	if to+2 < len(f.tokens) && f.tokens[to].Raw == "(" && f.tokens[to+2].Raw == ")" {
		return f.table.Around(f.tokens, i, to+1), to + 3
	}
	return f.table.Around(f.tokens, i, to), to + 1
}

// lettered takes a letter behind a comma, the last thing said, for a step of what is named
// before it, if that has such a step: "art. 1, para 2, b".
func (f *finder) lettered(found []Found) {
	if len(found) == 0 {
		return
	}
	r := &found[len(found)-1]
	at, end := r.To+1, r.To+2
	if at >= len(f.tokens) || f.tokens[r.To].Raw != "," || len(r.Refs) != 1 || r.Refs[0].Rule != "number" || r.Refs[0].In == nil {
		return
	}
	if f.tokens[at].Raw == "(" && at+2 < len(f.tokens) && f.tokens[at+2].Raw == ")" {
		at, end = at+1, at+3
	}
	t := &f.tokens[at]
	if !t.Letter() || t.Raw != t.Fold || end < len(f.tokens) && !f.tokens[end].Mark && !grammar.In(&f.tokens[end], grammar.Polite|grammar.Thanks) {
		return
	}
	step := locate.Ref{From: t.Fold, To: t.Fold, Role: locate.Point, Rule: "number", Loose: true}
	if in, ok := f.table.inside(within(step, r.Refs[0])); ok {
		r.Refs[0], r.To, r.Strength = in, end, titles.Strong
	}
}
