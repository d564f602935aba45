package reference

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// An item is one number of a list: "7", "the seventh", "71B", "6(1)(b)", "last",
// "倒数第二".
type item struct {
	n       int      // its value, where it is a plain number
	code    string   // its normal form
	also    []string // other readings of it
	fromEnd bool
	ordinal bool
	guessed bool
	digits  bool
	steps   bool // it has several, or a letter: no count looks so
	roman   bool
	paren   bool // one of them stands in parentheses, as those of no decimal do
	level   int  // named among the tokens, "the third measure from the end"; 0 as a rule
	used    int  // tokens
}

func (e item) cardinal() bool { return !e.ordinal && !e.fromEnd && !e.steps }

// letter reports whether e is a single letter, as points are marked.
func (e item) letter() bool { return e.steps && utf8.RuneCountInString(e.code) == 1 }

func (e item) ref() Ref {
	return Ref{From: e.code, To: e.code, FromEnd: e.fromEnd, Ordinal: e.ordinal, Rule: "number", Also: e.also, Paren: e.paren}
}

// item reads the number or the "last" at token i. Several readings ask for the
// same token, so what was read is kept; used is 0 where there is none.
func (f *finder) item(i int) (item, bool) {
	if i >= len(f.tokens) || f.tokens[i].Mark {
		return item{}, false
	}
	if f.items == nil {
		f.items, f.read = make([]item, len(f.tokens)), make([]bool, len(f.tokens))
	}
	if !f.read[i] {
		f.items[i], f.read[i] = f.readItem(i), true
	}
	return f.items[i], f.items[i].used > 0
}

func (f *finder) readItem(i int) item {
	if e := f.fromEnd(i); e.used > 0 {
		return e
	}
	t := f.tokens[i]
	if i > 0 && f.glued(i-1, i) {
		return item{} // "item7", if the text has such a word
	}
	if t.Han() && grammar.In(&t, grammar.Article) && i+3 < len(f.tokens) && f.tokens[i+1].Raw == "(" && f.tokens[i+3].Raw == ")" {
		if n, ok := phrase.Numeral(f.tokens, i+2); ok { // 第(二)项
			return item{n: n.Value, code: strconv.Itoa(n.Value), also: []string{f.tokens[i+2].Fold}, ordinal: true, used: 4}
		}
	}
	if e := f.romanSteps(i); e.used > 0 {
		return e
	}
	n, ok := phrase.Numeral(f.tokens, i)
	if !ok && len(t.Fold) > 3 && t.ID == 0 && t.Level == 0 && f.wantsNumber(i) {
		n, ok = text.GuessNumber(t.Raw)
	}
	if !ok || n.Form == text.Roman && utf8.RuneCountInString(t.Raw) == 1 {
		if e := f.lettered(i); e.used > 0 && !(ok && i > 0 && f.rather(f.tokens[i-1].Level, e.code, n.Value)) {
			return e
		}
	}
	switch {
	case !ok:
		return item{}
	case grammar.In(&t, grammar.NoNumber) && !f.wantsNumber(i):
		return item{} // "once" is eleven only beside the name of a level
	case n.Form == text.Roman && !f.roman(i, n.Value):
		return item{}
	}
	if code := strings.ToLower(t.Raw); n.Form == text.Digits && n.Ordinal && (f.table.Has(code) || f.inserts(i, n.Value)) {
		return f.extended(i, item{code: code, steps: true, digits: true, used: 1}) // "71A", which is no ordinal here
	}
	e := item{n: n.Value, code: strconv.Itoa(n.Value), ordinal: n.Ordinal, guessed: n.Form == text.Guessed, used: n.Used,
		digits: t.Digits()}
	switch {
	case n.Form == text.Roman:
		e.also, e.roman = []string{t.Fold}, true
	case t.Han(): // points are marked so: "三 "
		var b strings.Builder
		for _, w := range f.tokens[i : i+n.Used] {
			if !grammar.In(&w, grammar.Article) {
				b.WriteString(w.Fold)
			}
		}
		e.also = []string{b.String()}
	}
	return f.extended(i, e)
}

// rather reports whether a level has a section of a number and none of the letter that
// also writes it: "article V" of a law that has Part V and Article 5.
func (f *finder) rather(level int, letter string, n int) bool {
	if level == 0 || level == levels.Any || f.table.HasIn(level, letter) {
		return false
	}
	d := f.table.Document()
	found := d.Designated(f.table.Kind(level), strconv.Itoa(n))
	return len(found) > 0 && !strings.EqualFold(d.Sections[found[0]].Designation.Printed, letter)
}

// romanSteps reads "III.12" and "V.B.3": article 12 of what is called III, as printed
// or by its number.
func (f *finder) romanSteps(i int) item {
	t := &f.tokens[i]
	if i+2 >= len(f.tokens) || t.Raw != strings.ToUpper(t.Raw) || !f.tokens[i+2].Digits() && !f.tokens[i+2].Letter() {
		return item{}
	}
	n, ok := phrase.Numeral(f.tokens, i)
	if !ok || n.Form != text.Roman {
		return item{}
	}
	for _, code := range []string{t.Fold, strconv.Itoa(n.Value)} {
		e := f.extended(i, item{code: code, steps: true, digits: true, used: 1})
		if e.code != code && f.leads(e.code) {
			return e
		}
	}
	return item{}
}

// lettered reads a designation that is a letter or two: "section D", "приложение
// А". Only what the document has is one.
func (f *finder) lettered(i int) item {
	t := &f.tokens[i]
	if utf8.RuneCountInString(t.Raw) > 2 || t.Han() {
		return item{}
	}
	if i+2 < len(f.tokens) && t.Letter() && f.tokens[i+2].Digits() { // "B.4"
		if e := f.extended(i, item{code: text.Fold(t.Raw), steps: true, used: 1}); e.used > 2 && f.leads(e.code) {
			return e
		}
	}
	if next := i + 1; next < len(f.tokens) && f.tokens[next].Glued && f.tokens[next].Digits() && f.table.Has(text.Fold(t.Raw)+f.tokens[next].Fold) {
		return f.extended(i, item{code: text.Fold(t.Raw) + f.tokens[next].Fold, steps: true, digits: true, used: 2}) // "G1"
	}
	if i == 0 && f.words > 1 || i > 1 && f.tokens[i-1].Raw == "," && f.tokens[i-2].Level != 0 { // "the Protocol, I think"
		return item{}
	}
	code := text.Fold(t.Raw) // "q" is no "que" here
	led, before := i == 0, i
	for j := i - 1; j >= 0 && !led; j-- {
		before = j
		if t.Raw != code && f.tokens[j].Digits() && j > 1 && f.tokens[j-2].Letter() && f.tokens[j-2].Raw != f.tokens[j-2].Fold {
			led = true // "T-6 and R"
			break
		}
		if led = f.tokens[j].Raw == "§" || f.tokens[j].Level != 0 && (f.tokens[j].Level != levels.Any || f.tokens[i-1].Raw == "(") || f.role(j) == Point; !led && !f.tokens[j].Mark && !f.tokens[j].Letter() &&
			!grammar.In(&f.tokens[j], grammar.Number|grammar.And|grammar.To|grammar.ToDigits) {
			break
		}
	}
	level := f.tokens[before].Level
	if f.tokens[before].Raw == "§" {
		level = f.table.Sign()
	}
	if t.Raw == code && grammar.In(t, grammar.Within|grammar.And|grammar.From) && before < i && f.role(before) != Point && !f.table.HasIn(level, code) {
		return item{} // "какие статьи в главе 2"
	}
	if !led || !f.table.HasStep(code) && (i == 0 || len(t.Raw) > 1 || f.role(i-1) != Point && f.tokens[i-1].Raw != "(") {
		return item{}
	}
	return f.extended(i, item{code: code, steps: true, used: 1})
}

// extended goes on from a number to what is glued to it: "71B", "4.2.1",
// "6(1)(b)", "7 bis", 七条之一.
func (f *finder) extended(i int, e item) item {
	if e.ordinal && !f.tokens[i].Han() && !e.digits {
		return e
	}
	for at := i + e.used; at < len(f.tokens); at = i + e.used {
		t := &f.tokens[at]
		step, used := "", 0
		switch {
		case e.digits && t.Letter() && at+1 < len(f.tokens) && f.tokens[at+1].Raw == ")" && !t.Glued:
			if step, used = "."+t.Fold, 2; !f.leads(e.code+step) && f.table.Has(e.code+t.Fold) { // "23 b)"
				step = t.Fold // "12 a)" of Article 12A
			}
		case !t.Mark && !t.Glued && (e.digits || e.steps) && f.ends(at, e.code): // "11 (1) c", "12-24 a 3"
			step, used = f.lastSteps(at, e.code)
		case e.roman && !t.Glued && t.Letter() && t.Raw != t.Fold && f.leads(e.also[0]+"."+t.Fold): // "article IX B"
			return item{code: e.also[0] + "." + t.Fold, steps: true, used: e.used + 1}
		case e.digits && t.Letter() && f.ordinalO(at, e.code):
			e.used++
			continue
		case (e.digits || f.table.Has(e.code+t.Fold)) && t.Letter():
			if letter := f.inserted(e.code, t); letter != "" {
				e.code, e.steps, e.used = e.code+letter, true, e.used+1
				continue
			}
		case f.insertedAt(at) < len(f.tokens) && !f.toNumber(at, e.code):
			word := f.insertedAt(at)
			step, used = f.insertion(word)
			if used > 0 {
				e.code, e.steps, e.used = e.code+"-"+step, true, e.used+word-at+used
				continue
			}
		case t.Raw == "." && at+1 < len(f.tokens) && f.tokens[at+1].Start == t.End && f.ordinalO(at+1, e.code+"."):
			e.used += 2 // "4.º"
			continue
		case t.Raw == "." || t.Raw == "(" || t.Raw == "-" && (e.digits || e.letter()):
			step, used = f.step(at, e)
		case t.Raw == "," && e.digits && (i == 0 || !f.tokens[i-1].Plural):
			step, used = f.commaSteps(at, e.code)
		case grammar.In(t, grammar.Dot):
			step, used = f.saidStep(at, e.code)
		}
		if used == 0 {
			return e
		}
		e.paren = e.paren || t.Raw == "("
		e.code, e.steps, e.used, e.also = e.code+step, true, e.used+used, nil
	}
	return e
}

// insertedAt returns the token that says that a number is an inserted one, from token at
// on, behind a hyphen or none: "5 bis", "5-bis"; the number of tokens if there is none.
func (f *finder) insertedAt(at int) int {
	hyphen := f.tokens[at].Raw == "-" && at+1 < len(f.tokens) && f.tokens[at+1].Start == f.tokens[at].End
	if hyphen {
		at++
	}
	if t := &f.tokens[at]; !t.Mark && grammar.In(t, grammar.Inserted) && (!hyphen || !t.Han()) {
		return at
	}
	return len(f.tokens)
}

// toNumber reports whether token at is no insertion but stands between two numbers: the
// German "§ 12 bis 14".
func (f *finder) toNumber(at int, code string) bool {
	return grammar.In(&f.tokens[at], grammar.To) && at+1 < len(f.tokens) && f.tokens[at+1].Digits() && !f.table.Has(code+"-2")
}

// ordinalO reports whether token i is the sign of an ordinal, "4.º" or "5º", which
// is an "o" once it is folded, behind a number: the document has no 5o.
func (f *finder) ordinalO(i int, code string) bool {
	t := &f.tokens[i]
	return t.Fold == "o" && t.Start == f.tokens[i-1].End && !f.table.Has(code+"o")
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// inserted returns the letter behind a number that is part of it, "" if it is a
// word: it is glued to the number, or the document has such a designation.
func (f *finder) inserted(code string, t *phrase.Token) string {
	if letter := strings.ToLower(t.Raw); f.table.Has(code+letter) || t.Glued && t.Level == 0 && t.Fold != "e" && !t.Hiragana() {
		return letter
	}
	return ""
}

// inserts reports whether the letter behind the digits of token i is part of the
// designation, rather than the ending of an ordinal ("7ª medida"): it is one letter,
// and neither an article stands before it nor a level behind.
func (f *finder) inserts(i, n int) bool {
	return f.tokens[i].Digits() && len(f.tokens[i].Raw) == len(strconv.Itoa(n))+1 && !strings.HasSuffix(f.tokens[i].Fold, "o") && !(i > 0 && grammar.In(&f.tokens[i-1], grammar.Article)) &&
		!(i+1 < len(f.tokens) && f.tokens[i+1].Level != 0)
}

// insertion reads "bis" and 之一 behind a number.
func (f *finder) insertion(at int) (string, int) {
	for n, w := range grammar.All().List("inserted") {
		if f.tokens[at].Fold == w && !f.tokens[at].Han() {
			return strconv.Itoa(n + 2), 1
		}
	}
	if n, ok := phrase.Numeral(f.tokens, at+1); ok && f.tokens[at].Han() && f.tokens[at+1].Glued {
		return strconv.Itoa(n.Value), 1 + n.Used
	}
	return "", 0
}

// wantsNumber reports whether a misspelt number is plausible at token i, a word
// that nothing else is known of: a level's name stands before or behind it, or "one" behind.
func (f *finder) wantsNumber(i int) bool {
	if i > 0 && (f.tokens[i-1].Level != 0 || f.lists(i-1)) {
		return true
	}
	return i+1 < len(f.tokens) && (f.tokens[i+1].Level != 0 || grammar.In(&f.tokens[i+1], grammar.One))
}

// lists reports whether token i stands between the numbers of a list.
func (f *finder) lists(i int) bool {
	t := &f.tokens[i]
	return grammar.In(t, grammar.And) || t.Mark && strings.Contains(",、&+/;", t.Raw)
}

// ranges reports whether token i stands between the ends of a range.
func (f *finder) ranges(i int) bool {
	t := &f.tokens[i]
	return grammar.In(t, grammar.To) || t.Mark && (strings.Contains("-–—~〜⁓…", t.Raw) || strings.HasPrefix(t.Raw, ".."))
}

// roman reports whether the Roman numeral of value n at token i is one: in capitals,
// all that is said, or beside a level's name or another number of a list.
func (f *finder) roman(i, n int) bool {
	t := f.tokens[i].Raw
	if len(t) == 1 && i+1 < len(f.tokens) && !f.lists(i+1) {
		switch next := &f.tokens[i+1]; {
		case !next.Mark && (t >= "a" || i > 0 && f.tokens[i-1].Mark):
			return false // "the part i like", "R please, I need both"
		case next.Mark && next.Start == f.tokens[i].End && strings.Contains("#+", next.Raw):
			return false // "C#"
		}
	}
	if i > 0 && (f.tokens[i-1].Level != 0 || f.lists(i-1) || strings.Contains(",.#(–-", f.tokens[i-1].Raw)) {
		return true
	}
	if t == strings.ToUpper(t) {
		next := i+1 < len(f.tokens) && f.tokens[i+1].Mark && f.tokens[i+1].Start == f.tokens[i].End && !f.tokens[i].Stop && !f.lists(i+1) && !f.ranges(i+1)
		return len(t) > 1 && !next || f.words <= 2 && !next && f.table.Has(strconv.Itoa(n))
	}
	return f.words == 1 && len(t) > 1 && !f.table.Known(f.tokens[i].Fold)
}

// fromEnd reads "last", "second to last", "penultimate", "倒数第二", "最后".
func (f *finder) fromEnd(i int) item {
	n, level, used := grammar.FromEnd(f.tokens, i)
	if n == 0 {
		return item{}
	}
	return item{n: n, code: strconv.Itoa(n), fromEnd: true, level: level, used: used}
}

// role returns the piece of text that token i is a word for.
func (f *finder) role(i int) Role {
	switch b := grammar.BagsOf(&f.tokens[i]); {
	case b&grammar.Paragraph != 0:
		return Paragraph
	case b&grammar.Sentence != 0:
		return Sentence
	case b&grammar.Point != 0:
		return Point
	}
	return NoRole
}
