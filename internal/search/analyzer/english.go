package analyzer

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"pincite/internal/text/words"
)

// british brings British and American spellings of a word together. What else
// it changes, it changes in every text alike.
var british = termFilter(func(term []byte) []byte {
	if words.Function("en").Has(string(term)) {
		return term
	}
	word := britishLetters.Replace(plainDigraphs(string(term)))
	for _, e := range britishEndings {
		if stem, ok := strings.CutSuffix(word, e.british); ok && utf8.RuneCountInString(stem) >= e.stem {
			return []byte(stem + e.american)
		}
	}
	return []byte(word)
})

// britishLetters are those that differ wherever they stand: mould, moult, sulphur, sceptic,
// instalment, skilful, plough, foetus, pyjamas.
var britishLetters = strings.NewReplacer("ould", "old", "oult", "olt", "lph", "lf", "scept", "skept", "llment", "lment", "illful", "ilful",
	"plough", "plow", "foet", "fet", "pyjama", "pajama")

// britishEndings are those that differ, each with the least length in characters
// of what is before it: "four" and "hour" keep their own.
var britishEndings = []struct {
	british, american string
	stem              int
}{
	{"isations", "izations", 3}, {"isation", "ization", 3}, {"ising", "izing", 4}, {"ised", "ized", 4}, {"ises", "izes", 4}, {"ise", "ize", 4},
	{"yses", "yzes", 3}, {"ysed", "yzed", 3}, {"yse", "yze", 3}, {"yres", "ires", 1}, {"yre", "ire", 1},
	{"ourable", "orable", 3}, {"ourhood", "orhood", 3}, {"ouring", "oring", 3}, {"oured", "ored", 3}, {"ours", "ors", 3}, {"our", "or", 3},
	{"encing", "ensing", 3}, {"enced", "ensed", 3}, {"ences", "enses", 3}, {"ence", "ense", 3},
	{"tres", "ters", 2}, {"tre", "ter", 2}, {"vres", "vers", 4}, {"vre", "ver", 4}, {"ogues", "ogs", 3}, {"ogue", "og", 3}, {"ammes", "ams", 3}, {"amme", "am", 3},
	{"elling", "eling", 3}, {"elled", "eled", 3}, {"eller", "eler", 3}, {"ellers", "elers", 3}, {"ellery", "elry", 3},
	{"xions", "ctions", 4}, {"xion", "ction", 4}, {"dgements", "dgments", 2}, {"dgement", "dgment", 2}, {"eable", "able", 3},
}

// plainDigraphs writes the Greek ae and oe of a word as e: paediatric, oestrogen,
// manoeuvre. Those that are no digraphs stand mostly at an end (toes, Israel) or, oe, near
// the beginning (poetry), and are left alone.
func plainDigraphs(word string) string {
	if !strings.Contains(word, "ae") && !strings.Contains(word, "oe") {
		return word
	}
	const near, last = 3, 2
	var out []byte
	for i := 0; i < len(word); i++ {
		if i+2+last < len(word) && word[i+1] == 'e' {
			next := word[i+2]
			switch {
			case word[i] == 'a' && !isVowel(next) && next != 'l' && next != 'r',
				word[i] == 'o' && (i == 0 || i >= near) && (!isVowel(next) || next == 'u'):
				continue
			}
		}
		out = append(out, word[i])
	}
	return string(out)
}

func isVowel(c byte) bool { return bytes.IndexByte([]byte("aeiou"), c) >= 0 }

// voiced writes the f that ends a stem as the v that it is in the plural: "wolf" as in
// "wolves", "hoof" as in "hooves". Not so "leaf", since "leaves" is what those do who leave.
var voiced = termFilter(func(term []byte) []byte {
	stem, ok := bytes.CutSuffix(term, []byte("f"))
	if !ok || len(stem) < 2 {
		return term
	}
	switch string(stem[len(stem)-2:]) {
	case "al", "el", "ol", "ul", "oa", "ie", "oo", "ar":
		return append(bytes.Clone(stem), 'v')
	}
	return term
})
