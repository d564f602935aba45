package designation

import (
	"strconv"
	"strings"

	"pincite/internal/question/phrase"
	"pincite/internal/text"
)

// coded reads "L. 211-1", "R123-4" and "l 211-1", a letter and numbers as articles of
// French codes have them, if the document has that section.
func (r *Reader) coded(i int) Item {
	code, at := r.tokens[i].Fold, i+1
	if r.tokens[i].Letter() {
		if at < len(r.tokens) && r.tokens[at].Raw == "." {
			at++
		}
		if at == len(r.tokens) || !r.tokens[at].Digits() {
			return Item{}
		}
		code += r.tokens[at].Raw
		at++
	} else if len(code) < 2 || code[0] < 'a' || code[0] > 'z' || strings.Trim(code[1:], "0123456789") != "" {
		return Item{}
	}
	found := Item{}
	for {
		if r.names.Has(code) {
			found = Item{Code: code, Steps: true, Digits: true, Used: at - i}
		}
		if at+1 >= len(r.tokens) || r.tokens[at].Raw != "-" || !r.tokens[at+1].Digits() {
			return found
		}
		code += "-" + r.tokens[at+1].Raw
		at += 2
	}
}

// romanSteps reads "III.12" and "V.B.3": article 12 of what is called III, as printed
// or by its number.
func (r *Reader) romanSteps(i int) Item {
	t := &r.tokens[i]
	if i+2 >= len(r.tokens) || t.Raw != strings.ToUpper(t.Raw) || !r.tokens[i+2].Digits() && !r.tokens[i+2].Letter() {
		return Item{}
	}
	n, ok := phrase.Numeral(r.tokens, i)
	if !ok || n.Form != text.Roman {
		return Item{}
	}
	for _, code := range []string{t.Fold, strconv.Itoa(n.Value)} {
		e := r.Extended(i, Item{Code: code, Steps: true, Digits: true, Used: 1})
		if e.Code != code && r.leads(e.Code) {
			return e
		}
	}
	return Item{}
}
