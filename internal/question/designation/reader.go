package designation

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/locate"
	"pincite/internal/question/grammar"
	"pincite/internal/question/levels"
	"pincite/internal/question/phrase"
	"pincite/internal/text"
	"pincite/internal/text/numeral"
)

// An Item is one number of a list: "7", "the seventh", "71B", "6(1)(b)", "last",
// "倒数第二".
type Item struct {
	N       int      // its value, where it is a plain number
	Code    string   // its normal form
	Also    []string // other readings of it
	FromEnd bool     // it counts from the end
	Ordinal bool     // it is "seventh" rather than "seven"
	Guessed bool     // it is misspelt
	Digits  bool     // it is written in digits
	Steps   bool     // it has several, or a letter: no count looks so
	Roman   bool     // it is written in Roman digits
	Paren   bool     // one of its steps stands in parentheses, as those of no decimal do
	Level   int      // named among the tokens, "the third measure from the end"; 0 as a rule
	Used    int      // tokens
}

// Cardinal reports whether e may count: "seven".
func (e Item) Cardinal() bool { return !e.Ordinal && !e.FromEnd && !e.Steps }

// Letter reports whether e is a single letter, as points are marked.
func (e Item) Letter() bool { return e.Steps && utf8.RuneCountInString(e.Code) == 1 }

// Ref returns the reference to what e names.
func (e Item) Ref() locate.Ref {
	return locate.Ref{From: e.Code, To: e.Code, FromEnd: e.FromEnd, Ordinal: e.Ordinal, Rule: "number", Also: e.Also, Paren: e.Paren}
}

// A Reader reads designations among tokens.
type Reader struct {
	names  *levels.Names
	tokens []phrase.Token
	words  int    // tokens that are no marks
	items  []Item // by token, once read
	read   []bool

	Denied  bool     // what is read is not meant, so that a comma ends it
	joining []string // words that list numbers in the document's language
}

// NewReader returns a reader of tokens that names has marked.
func NewReader(names *levels.Names, tokens []phrase.Token) *Reader {
	joining := grammar.JoiningAtHome(text.Base(names.Document().Meta.Language))
	return &Reader{names: names, tokens: tokens, joining: joining, words: len(phrase.Words(tokens)), items: make([]Item, len(tokens)), read: make([]bool, len(tokens))}
}

// Item reads the number or the "last" at token i; false where there is none. Several
// readings ask for the same token, so what was read is kept.
func (r *Reader) Item(i int) (Item, bool) {
	if i >= len(r.tokens) || r.tokens[i].Mark {
		return Item{}, false
	}
	if !r.read[i] {
		r.Set(i, r.readItem(i))
	}
	return r.items[i], r.items[i].Used > 0
}

// Set makes e what is read at token i.
func (r *Reader) Set(i int, e Item) { r.items[i], r.read[i] = e, true }

func (r *Reader) readItem(i int) Item {
	if e := r.fromEnd(i); e.Used > 0 {
		return e
	}
	t := r.tokens[i]
	if i > 0 && r.Glued(i-1, i) {
		return Item{} // "item7", if the text has such a word
	}
	if t.Han() && grammar.In(&t, grammar.Article) && i+3 < len(r.tokens) && r.tokens[i+1].Raw == "(" && r.tokens[i+3].Raw == ")" {
		if n, ok := phrase.Numeral(r.tokens, i+2); ok { // 第(二)项
			return Item{N: n.Value, Code: strconv.Itoa(n.Value), Also: []string{r.tokens[i+2].Fold}, Ordinal: true, Used: 4}
		}
	}
	for _, read := range []func(int) Item{r.coded, r.romanSteps} {
		if e := read(i); e.Used > 0 {
			return e
		}
	}
	n, ok := phrase.Numeral(r.tokens, i)
	if !ok && len(t.Fold) > 3 && t.ID == 0 && t.Level == 0 && r.wantsNumber(i) {
		n, ok = numeral.Guess(t.Raw)
	}
	if !ok || n.Form == numeral.Roman && utf8.RuneCountInString(t.Raw) == 1 {
		if e := r.lettered(i); e.Used > 0 && !(ok && i > 0 && r.rather(r.tokens[i-1].Level, e.Code, n.Value)) {
			return e
		}
	}
	switch {
	case !ok:
		return r.printed(i)
	case grammar.In(&t, grammar.NoNumber) && !r.wantsNumber(i):
		return Item{} // "once" is eleven only beside the name of a level
	case grammar.In(&t, grammar.Other) && !r.second(i):
		return Item{}
	case n.Form == numeral.Roman && !r.roman(i, n.Value):
		return Item{}
	case n.Form == numeral.Roman && n.Value >= leastAlone && utf8.RuneCountInString(t.Raw) == 1 && !r.names.Has(strconv.Itoa(n.Value)):
		return Item{Code: t.Fold, Steps: true, Used: 1} // "section D", of which there are no 500
	}
	if code := strings.ToLower(t.Raw); n.Form == numeral.Digits && n.Ordinal && (r.names.Has(code) || r.inserts(i, n.Value) && !r.spelled(i, n.Value)) {
		return r.Extended(i, Item{Code: code, Steps: true, Digits: true, Used: 1}) // "71A", which is no ordinal here
	}
	e := Item{N: n.Value, Code: strconv.Itoa(n.Value), Ordinal: n.Ordinal, Guessed: n.Form == numeral.Guessed, Used: n.Used,
		Digits: r.tokens[i+n.Used-1].Digits()} // 第4.2节 too
	switch {
	case n.Form == numeral.Roman:
		e.Also, e.Roman = []string{t.Fold}, true
	case t.Han(): // points are marked so: "三 "
		var b strings.Builder
		for _, w := range r.tokens[i : i+n.Used] {
			if !grammar.In(&w, grammar.Article) {
				b.WriteString(w.Fold)
			}
		}
		e.Also = []string{b.String()}
	}
	return r.Extended(i, e)
}

// leastAlone is the value of the least Roman number of one letter that is sooner that letter.
const leastAlone = 50

// Extended goes on from a number to what is glued to it: "71B", "4.2.1",
// "6(1)(b)", "7 bis", 七条之一.
func (r *Reader) Extended(i int, e Item) Item {
	if e.Ordinal && !r.tokens[i].Han() && !e.Digits {
		return e
	}
	for at := i + e.Used; at < len(r.tokens); at = i + e.Used {
		code, used := r.next(at, e)
		if used == 0 || r.tokens[at].Raw == "," && i > 0 && r.tokens[i-1].Plural { // "articles 5,1,8"
			return e
		}
		if code != e.Code {
			apart := r.tokens[at].Letter() && !r.tokens[at].Glued && !r.Leads(code) // "article 4 C d", which has no points
			e.Code, e.Steps, e.Also, e.Paren = code, true, nil, e.Paren || apart || r.tokens[at].Raw == "("
		}
		e.Used += used
	}
	return e
}

// next reads one more step at token at, and returns the code with it and how many tokens
// it is; 0 where nothing goes on from e.
func (r *Reader) next(at int, e Item) (code string, used int) {
	t := &r.tokens[at]
	step := ""
	for _, read := range []func(int, Item) (string, int){r.pointBehind, r.lastSteps, r.insertedWord} {
		if step, used = read(at, e); used > 0 {
			return e.Code + step, used
		}
	}
	switch {
	case !t.Glued && t.Letter() && t.Raw != t.Fold && e.Roman && len(e.Also) > 0 && r.Leads(e.Also[0]+"."+t.Fold): // "article IX B"
		return e.Also[0] + "." + t.Fold, 1
	case e.Digits && t.Letter() && r.ordinalO(at, e.Code):
		return e.Code, 1
	case t.Letter() && (e.Digits || r.names.Has(e.Code+t.Fold)), e.Digits && r.pair(at, e.Code):
		if step = r.inserted(e.Code, t); step != "" {
			used = 1
		}
	case t.Raw == "°" && e.Digits && at+1 < len(r.tokens) && t.Start == r.tokens[at-1].End && grammar.In(&r.tokens[at+1], grammar.Within):
		return e.Code, 1 // "le 4° de la liste"
	case t.Raw == "." && at+1 < len(r.tokens) && r.tokens[at+1].Start == t.End && r.ordinalO(at+1, e.Code+"."):
		return e.Code, 2 // "4.º"
	case t.Raw == "." || t.Raw == "(" || t.Raw == "-" && (e.Digits || e.Letter()), t.Raw == "/" && e.Digits:
		step, used = r.step(at, e)
	case t.Raw == "," && e.Digits:
		step, used = r.commaSteps(at, e.Code)
	case grammar.In(t, grammar.Dot):
		step, used = r.saidStep(at, e.Code)
	}
	return e.Code + step, used
}

// pointBehind reads a letter with a parenthesis behind it: "23 b)"; or "12 a)", where
// there is an Article 12A and no point a of 12.
func (r *Reader) pointBehind(at int, e Item) (step string, used int) {
	t := &r.tokens[at]
	switch {
	case !e.Digits || !t.Letter() || t.Glued || at+1 >= len(r.tokens) || r.tokens[at+1].Raw != ")":
		return "", 0
	case !r.Leads(e.Code+"."+t.Fold) && r.names.Has(e.Code+t.Fold):
		return t.Fold, 2
	}
	return "." + t.Fold, 2
}

// insertedWord reads what makes a number an inserted one, behind a hyphen or none: "5 bis",
// "5-bis", 之一; but not the German "§ 12 bis 14".
func (r *Reader) insertedWord(at int, e Item) (step string, used int) {
	word := at
	if r.tokens[at].Raw == "-" && at+1 < len(r.tokens) && r.tokens[at+1].Start == r.tokens[at].End {
		word++
	}
	t := &r.tokens[word]
	switch {
	case t.Mark || !grammar.In(t, grammar.Inserted) || word > at && t.Han():
		return "", 0
	case t.Han() || t.Hangul():
		if n, ok := phrase.Numeral(r.tokens, word+1); ok && r.tokens[word+1].Glued {
			return "-" + strconv.Itoa(n.Value), 1 + n.Used
		}
		return "", 0
	}
	_, number := phrase.Numeral(r.tokens, word+1)
	if !number && r.tokens[at-1].Raw == ")" && word+2 < len(r.tokens) && r.tokens[word+1].Raw == "(" {
		_, number = phrase.Numeral(r.tokens, word+2) // "§ 4 (5) bis (7)"
	}
	last, _ := utf8.DecodeLastRuneInString(e.Code)
	lettered := unicode.IsLetter(last) && word+1 < len(r.tokens) && r.tokens[word+1].Letter() // "Buchstabe b bis d"
	if (number || lettered) && grammar.In(t, grammar.To) && !r.names.Has(e.Code+"-2") {
		return "", 0
	}
	n := slices.Index(grammar.All().List("inserted"), t.Fold)
	if n < 0 {
		return "", 0
	}
	return "-" + strconv.Itoa(n+2), word - at + 1
}

// inserted returns the letter behind a number that is part of it, "" if it is a
// word: it is glued to the number, or the document has such a designation.
func (r *Reader) inserted(code string, t *phrase.Token) string {
	if letter := strings.ToLower(t.Raw); r.names.Has(code+letter) || t.Glued && t.Level == 0 && t.Fold != "e" && !t.Hiragana() {
		return letter
	}
	return ""
}

// inserts reports whether the letter behind the digits of token i is part of the
// designation, rather than the ending of an ordinal ("7ª medida"): it is one letter,
// and neither an article stands before it nor a level behind.
func (r *Reader) inserts(i, n int) bool {
	return r.tokens[i].Digits() && len(r.tokens[i].Raw) == len(strconv.Itoa(n))+1 && !strings.HasSuffix(r.tokens[i].Fold, "o") && !(i > 0 && grammar.In(&r.tokens[i-1], grammar.Article)) &&
		!(i+1 < len(r.tokens) && r.tokens[i+1].Level != 0)
}

// second reports whether the word at token i, which may mean another, is second: the name of
// one section or piece stands behind it, or the next of a list.
func (r *Reader) second(i int) bool {
	if i+1 >= len(r.tokens) {
		return false
	}
	t := &r.tokens[i+1]
	return t.Level != 0 && !t.Plural || r.Role(i+1) != locate.NoRole || r.Lists(i+1)
}

// wantsNumber reports whether a misspelt number is plausible at token i, a word
// that nothing else is known of: a level's name stands before or behind it, or "one" behind.
func (r *Reader) wantsNumber(i int) bool {
	if i > 0 && (r.tokens[i-1].Level != 0 || r.Lists(i-1)) {
		return true
	}
	return i+1 < len(r.tokens) && (r.tokens[i+1].Level != 0 || grammar.In(&r.tokens[i+1], grammar.One))
}

// Lists reports whether token i stands between the numbers of a list.
func (r *Reader) Lists(i int) bool {
	t := &r.tokens[i]
	return grammar.In(t, grammar.And) || r.joinsAtHome(t) || t.Mark && strings.Contains(",、&+/;", t.Raw)
}

// Ranges reports whether token i stands between the ends of a range.
func (r *Reader) Ranges(i int) bool {
	t := &r.tokens[i]
	return grammar.In(t, grammar.To) && !r.joinsAtHome(t) || t.Mark && (strings.Contains("-–—~〜⁓…", t.Raw) || strings.HasPrefix(t.Raw, ".."))
}

// Glued reports whether the tokens from i to j, and what is glued to them, are a
// word that the document has: "item7", "C3".
func (r *Reader) Glued(i, j int) bool {
	if j >= len(r.tokens) || !r.tokens[j].Glued || r.tokens[i].Han() || r.tokens[i].Hangul() {
		return false
	}
	return r.names.Known(r.tokens[i].Fold + r.tokens[j].Fold)
}

// roman reports whether the Roman numeral of value n at token i is one: in capitals,
// all that is said, or beside a level's name or another number of a list.
func (r *Reader) roman(i, n int) bool {
	t := r.tokens[i].Raw
	if len(t) == 1 && i+1 < len(r.tokens) && !r.Lists(i+1) {
		switch next := &r.tokens[i+1]; {
		case !next.Mark && (t >= "a" || i > 0 && r.tokens[i-1].Mark):
			return false // "the part i like", "R please, I need both"
		case next.Mark && next.Start == r.tokens[i].End && strings.Contains("#+", next.Raw):
			return false // "C#"
		}
	}
	if i > 0 && (r.tokens[i-1].Level != 0 || r.Lists(i-1) || strings.Contains(",.#(–-", r.tokens[i-1].Raw)) {
		return true
	}
	if r.before(i, n) {
		return true
	}
	if t == strings.ToUpper(t) {
		next := i+1 < len(r.tokens) && r.tokens[i+1].Mark && r.tokens[i+1].Start == r.tokens[i].End && !r.tokens[i].Stop && !r.Lists(i+1) && !r.Ranges(i+1)
		return len(t) > 1 && !next || r.words <= 2 && !next && r.names.Has(strconv.Itoa(n))
	}
	return r.words == 1 && len(t) > 1 && !r.names.Known(r.tokens[i].Fold)
}

// before reports a Roman number in capitals with a full stop behind it, before the level that
// it counts: "II. Abschnitt". A letter is one where the document's own headings have it so.
func (r *Reader) before(i, n int) bool {
	t := r.tokens[i].Raw
	if t != strings.ToUpper(t) || i+2 >= len(r.tokens) || r.tokens[i+1].Raw != "." || r.tokens[i+1].Start != r.tokens[i].End {
		return false
	}
	level := r.tokens[i+2].Level
	if len(t) > 1 || level == 0 || level == levels.Any {
		return len(t) > 1 && level != 0
	}
	d := r.names.Document()
	return slices.ContainsFunc(d.Designated(r.names.Kind(level), strconv.Itoa(n)), func(s int) bool {
		return strings.HasPrefix(d.Sections[s].Label, t+".")
	})
}

// Lettered reports whether a letter stands behind token i, a word for points: "lit. f".
func (r *Reader) Lettered(i int) bool {
	at := r.Glue(i + 1)
	return r.Role(i) == locate.Point && at > i+1 && at < len(r.tokens) && !r.tokens[at].Mark && utf8.RuneCountInString(r.tokens[at].Raw) == 1
}

// Role returns the piece of text that token i is a word for.
func (r *Reader) Role(i int) locate.Role {
	switch b := grammar.BagsOf(&r.tokens[i]); {
	case b&grammar.Paragraph != 0:
		return locate.Paragraph
	case b&grammar.Sentence != 0:
		return locate.Sentence
	case b&grammar.Point != 0:
		return locate.Point
	}
	return locate.NoRole
}
