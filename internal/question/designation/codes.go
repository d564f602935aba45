package designation

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/text/numeral"
	"pincite/internal/text/words"
)

// coded reads a letter or two and a number, as the articles of French codes and the
// requirements of standards have them, if the document has that section: "G1", "V2.1",
// "L. 211-1"; a space or a full stop may follow a single letter.
func (r *Reader) coded(i int) Item {
	t, at := &r.tokens[i], i+1
	if t.Han() || utf8.RuneCountInString(t.Raw) > 2 {
		return Item{}
	}
	if t.Letter() && at < len(r.tokens) && r.tokens[at].Raw == "." {
		at++
	}
	if at == len(r.tokens) || !r.tokens[at].Digits() || !t.Letter() && !r.tokens[at].Glued {
		return Item{}
	}
	found := Item{}
	for code := t.Fold + r.tokens[at].Fold; ; code += "-" + r.tokens[at].Fold {
		if at++; r.names.Has(code) {
			found = Item{Code: code, Steps: true, Digits: true, Used: at - i}
		}
		if at+1 >= len(r.tokens) || r.tokens[at].Raw != "-" || !r.tokens[at+1].Digits() {
			break
		}
		at++
	}
	if found.Used == 0 {
		return found
	}
	return r.Extended(i, found)
}

// romanSteps reads "III.12" and "V.B.3": article 12 of what is called III, as printed
// or by its number.
func (r *Reader) romanSteps(i int) Item {
	t := &r.tokens[i]
	if i+2 >= len(r.tokens) || t.Raw != strings.ToUpper(t.Raw) || !r.tokens[i+2].Digits() && !r.tokens[i+2].Letter() {
		return Item{}
	}
	n, ok := phrase.Numeral(r.tokens, i)
	if !ok || n.Form != numeral.Roman {
		return Item{}
	}
	for _, code := range []string{t.Fold, strconv.Itoa(n.Value)} {
		e := r.Extended(i, Item{Code: code, Steps: true, Digits: true, Used: 1})
		if e.Code != code && r.Leads(e.Code) {
			return e
		}
	}
	return Item{}
}

// pair reports whether token i is two letters behind a number that are part of it, "71ZA":
// the document has such a designation, or they are capitals behind a level's name.
func (r *Reader) pair(i int, code string) bool {
	t := &r.tokens[i]
	if !t.Glued || t.Han() || utf8.RuneCountInString(t.Raw) != 2 {
		return false
	}
	return r.names.Has(code+strings.ToLower(t.Raw)) || t.Raw == strings.ToUpper(t.Raw) && t.Raw != t.Fold && phrase.LevelBefore(r.tokens, i-1).Level != 0
}

// determines reports whether token i, a letter, is a word such as "a" that belongs to the
// one behind it.
func (r *Reader) determines(i int) bool {
	function := func(language string) bool { return words.Function(language).Has(r.tokens[i].Fold) }
	if i+1 == len(r.tokens) || !function("en") && !function(r.names.Document().Meta.Language) {
		return false
	}
	next := &r.tokens[i+1]
	return !next.Mark && next.Level == 0 && !grammar.In(next, grammar.And|grammar.To|grammar.Within|grammar.Polite|grammar.Thanks)
}

// ordinalO reports whether token i is the sign of an ordinal, "4.º" or "5º", which
// is an "o" once it is folded, behind a number: the document has no 5o.
func (r *Reader) ordinalO(i int, code string) bool {
	t := &r.tokens[i]
	return t.Fold == "o" && t.Start == r.tokens[i-1].End && !r.names.Has(code+"o")
}

// fromEnd reads "last", "second to last", "penultimate", "倒数第二", "最后".
func (r *Reader) fromEnd(i int) Item {
	m, pat := grammar.All().Set("end").Longest(r.tokens, i)
	if pat == nil {
		return Item{}
	}
	n, level := pat.Value-1, 0
	for j := i; j < m.End && pat.Value == 1; j++ { // the pattern holds the number: "third from the end", "倒数第三"
		if x, ok := phrase.Numeral(r.tokens, j); ok {
			n = max(n, x.Value)
		}
		level = max(level, r.tokens[j].Level)
	}
	if x, ok := phrase.Numeral(r.tokens, i); n == 0 || ok && !x.Ordinal && x.Used < m.Len() && (grammar.In(&r.tokens[i+x.Used], grammar.To) || r.lastAt(i+x.Used)) {
		return Item{} // a range, "articles 20 to the last"; several, "the two last rules"
	}
	return Item{N: n, Code: strconv.Itoa(n), FromEnd: true, Level: level, Used: m.Len()}
}

// lastAt reports whether a word for the last one stands at token i.
func (r *Reader) lastAt(i int) bool {
	_, pat := grammar.All().Set("end").Longest(r.tokens, i)
	return pat != nil && pat.Value == lastOne
}

// lastOne is the value of the patterns for the last one; those before it hold a number.
const lastOne = 2
