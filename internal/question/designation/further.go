package designation

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// further reads one more number of a list, at token i, behind one called from.
func (r *Reader) further(i int, from string) (Item, bool) {
	if e, ok := r.lastStep(i, from); ok {
		return e, true
	}
	if e, ok := r.bracketed(i); ok {
		return e, true
	}
	if e, ok := r.Item(i); ok || utf8.RuneCountInString(from) != 1 || !unicode.IsLetter(firstRune(from)) {
		return e, ok
	}
	return r.missingLetter(i)
}

// missingLetter reads a letter at token i that no section is called by, as the last one of a
// List of letters: that it is not there is said.
func (r *Reader) missingLetter(i int) (Item, bool) {
	if i >= len(r.tokens) || !r.tokens[i].Letter() || grammar.In(&r.tokens[i], grammar.And|grammar.Within|grammar.Article|grammar.Frame) {
		return Item{}, false
	}
	ends := i+1 == len(r.tokens) || r.tokens[i+1].Mark || grammar.In(&r.tokens[i+1], grammar.And|grammar.Within|grammar.Polite|grammar.Thanks) || r.tokens[i+1].Level != 0
	return Item{Code: r.tokens[i].Fold, Steps: true, Used: 1}, ends
}

// lastStep reads at token i what has all but its last step in common with what is called
// from: the end of "101.1a-c", "4(1)-(3)" and "11(1)(a) and c".
func (r *Reader) lastStep(i int, from string) (Item, bool) {
	last, size := utf8.DecodeLastRuneInString(from)
	letters := unicode.IsLetter(last)
	dot := strings.LastIndexByte(from, '.')
	if e, ok := r.Item(i); ok && e.Cardinal() && dot > 0 && r.saidLast(i, from[dot+1:]) && r.Leads(from[:dot+1]+e.Code) {
		return Item{Code: from[:dot+1] + e.Code, Steps: true, Used: e.Used}, true // "16 lid 3 en 4"
	}
	if i+2 < len(r.tokens) && r.tokens[i].Raw == "(" && r.tokens[i+2].Raw == ")" {
		t := &r.tokens[i+1]
		if n, ok := phrase.Numeral(r.tokens, i+1); ok && t.Han() && !letters { // 第七条（一）和（三）
			return Item{Code: from[:dot+1] + strconv.Itoa(n.Value), Steps: true, Paren: true, Used: 3}, dot > 0
		}
		alike := letters && unicode.IsLetter(firstRune(t.Fold)) && !t.Han() && len(t.Fold) <= maxRoman || !letters && t.Digits() // "(ii) to (iv)"
		return Item{Code: from[:dot+1] + t.Fold, Steps: true, Paren: true, Used: 3}, dot > 0 && alike
	}
	if i >= len(r.tokens) || !letters || !r.tokens[i].Letter() || len(from) == size {
		return Item{}, false
	}
	code := from[:len(from)-size] + text.Fold(r.tokens[i].Raw)
	return Item{Code: code, Steps: true, Used: 1}, r.names.Has(code) || r.Leads(code)
}

// saidLast reports whether the number that stands before token i is a step that has a word
// before it, not a mark.
func (r *Reader) saidLast(i int, step string) bool {
	for i--; i > 1 && !r.tokens[i].Digits(); i-- {
	}
	return i > 1 && r.tokens[i].Fold == step && !r.tokens[i-1].Mark && !r.tokens[i-1].Digits()
}

// maxRoman is the length of the longest Roman number that steps are marked with, "xviii".
const maxRoman = 5

// bracketed reads a number or a letter in parentheses at token i: "(b) and (d)",
// 第(一)、(三)项.
func (r *Reader) bracketed(i int) (Item, bool) {
	if i+2 >= len(r.tokens) || r.tokens[i].Raw != "(" {
		return Item{}, false
	}
	e, ok := r.Item(i + 1)
	end := i + 1 + e.Used
	if !ok || end >= len(r.tokens) || r.tokens[end].Raw != ")" {
		return Item{}, false
	}
	e.Used += 2
	return e, true
}

// closed returns the token behind the parenthesis or the full stop at token i, if that ends
// a number of a list that goes on: "(b) and (d)", "a) a d)", "b. and d.", "2., 4. és 6. cikk".
func (r *Reader) closed(i int) int {
	if i+1 < len(r.tokens) && (r.tokens[i].Raw == ")" || r.tokens[i].Raw == "." && (r.tokens[i-1].Letter() || r.tokens[i-1].Digits())) && r.tokens[i-1].End == r.tokens[i].Start && (r.Lists(i+1) || r.Ranges(i+1) || grammar.In(&r.tokens[i+1], grammar.ToDigits)) {
		return i + 1
	}
	return i
}

// opensCompound reports whether what the pieces of a list are called that begins at token
// from stands again at token i, with its number behind, so that the number before it is
// that of what holds the piece: "apartado 2 y el 8 apartado 1".
func (r *Reader) opensCompound(i, from int) bool {
	for from--; from > 0 && (r.tokens[from].Mark || r.article(from)); from-- {
	}
	if i >= len(r.tokens) || from < 0 || r.tokens[i].Han() || r.Role(i) == locate.NoRole || r.Role(i) != r.Role(from) || r.tokens[i].Level != r.tokens[from].Level {
		return false
	}
	return r.numberBehind(i + max(1, r.tokens[i].Width))
}

// Around returns the level whose name begins at token i and ends behind the number before
// token to, and where that is: the sign of an ordinal or brackets may stand between, as in
// "artículo 1° transitorio" and "section 1 (transitional)".
func (r *Reader) Around(i, to int) (level, end int) {
	if to+1 < len(r.tokens) && r.tokens[to].Raw == "°" && r.tokens[to].Start == r.tokens[to-1].End {
		to++
	}
	if to+2 < len(r.tokens) && r.tokens[to].Raw == "(" && r.tokens[to+2].Raw == ")" {
		return r.names.Around(r.tokens, i, to+1), to + 3
	}
	return r.names.Around(r.tokens, i, to), to + 1
}

// joins reports whether token i, which lists, does so here. A word that is a preposition in
// another language, as the "en" of "artikelen 3 en 5", and a comma behind one number do
// where nothing is counted behind it: "el artículo 5 en tres puntos", "rule 18, 10 words".
func (r *Reader) joins(i, from int) bool {
	one := r.tokens[i].Raw == "," && from > 0 && r.one(from)
	if i+1 >= len(r.tokens) || !one && !grammar.In(&r.tokens[i], grammar.Within|grammar.Inside) {
		return i+1 < len(r.tokens)
	}
	return !r.measures(from, i+1, one)
}

// one reports whether the number at token from, which is not the first, is that of one
// section: "section 1".
func (r *Reader) one(from int) bool {
	level := &r.tokens[from-1]
	return level.Level != 0 && !level.Plural && !level.Han()
}

// measures reports whether the number at token i, behind the list that begins at token from,
// says how long a text is to be, rather than name a section: "shorten section 1 to 3 lines",
// "10 words". A level's name behind it counts too, unless named.
func (r *Reader) measures(from, i int, named bool) bool {
	e, ok := r.Item(i)
	end := i + e.Used
	if !ok || e.Letter() || end == len(r.tokens) {
		return false
	}
	t := &r.tokens[end]
	if t.Mark || named && t.Level != 0 {
		return false
	}
	if grammar.In(t, grammar.Sentence|grammar.Paragraph|grammar.Point|grammar.Verbatim) && !(named && r.names.Has(e.Code) && grammar.In(t, grammar.Frame) && !r.tasked(from)) {
		return true
	}
	return r.tasked(from) && !grammar.In(t, grammar.And|grammar.To|grammar.Within|grammar.Frame|grammar.Polite|grammar.Thanks|grammar.Connective|grammar.Article)
}

// tasked reports whether a task that is not done here is asked for before token from.
func (r *Reader) tasked(from int) bool {
	for i := range from {
		if _, p := grammar.All().Set("task").Longest(r.tokens, i); p != nil || grammar.In(&r.tokens[i], grammar.Brevity) {
			return true
		}
	}
	return false
}

// Denial returns how many tokens right before token i say that what follows is not meant:
// "not section 3", "except in section 3", 不是第七条.
func (r *Reader) Denial(i int) (n int) {
	end := i
	for end > 0 && r.article(end-1) {
		end--
	}
	if end > 0 && grammar.In(&r.tokens[end-1], grammar.Inside) {
		end--
	}
	for from := max(0, end-maxDenial); from < end; from++ {
		if m, p := grammar.All().Set("denial").Longest(r.tokens, from); p != nil && (m.End == end || m.End == i) {
			return i - from
		}
	}
	return 0
}

// maxDenial is the length in tokens of the longest words that deny.
const maxDenial = 4

// Glue returns the token behind what may stand between a level's name and its
// number: ".", "#", "no.", "number", "(", "-".
func (r *Reader) Glue(j int) int {
	for n := 0; n < 4 && j < len(r.tokens); n++ {
		t := &r.tokens[j]
		ordinalO := t.Fold == "o" && r.tokens[j-1].Raw == "." // "n.º", once º is folded
		if !strings.Contains(".#:(-–№§/", t.Raw) && !grammar.In(t, grammar.Number) && !ordinalO && !r.fromDigits(j) &&
			!(grammar.In(t, grammar.Article) && grammar.In(&r.tokens[j-1], grammar.From)) {
			break
		}
		j++
	}
	return j
}

// fromDigits reports whether token j begins a range of digits, or of ordinals: "меры с
// шестой по десятую".
func (r *Reader) fromDigits(j int) bool {
	if !grammar.In(&r.tokens[j], grammar.From) {
		return false
	}
	from := r.determined(j + 1)
	e, ok := r.Item(from)
	if to := from + e.Used; ok && !e.Digits && to < len(r.tokens) && (r.Ranges(to) || grammar.In(&r.tokens[to], grammar.ToDigits)) {
		last, ends := r.Item(r.determined(to + 1))
		return ends && last.Ordinal == e.Ordinal
	}
	return ok && e.Digits
}
