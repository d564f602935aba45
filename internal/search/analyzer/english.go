package analyzer

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/token/porter"

	"pincite/internal/text/words"
)

// british brings British and American spellings of a word together, behind the stemmer: what
// it sees is a stem, so that all forms of a word change alike, or none. Where the end
// changes, it makes a word of the American spelling, which is stemmed again: "organis" of
// "organising" is "organize", and that "organ". What else it changes, it changes in every text.
var british = termFilter(func(term []byte) []byte {
	stem := string(term)
	if words.Function("en").Has(stem) {
		return term
	}
	word := britishLetters.Replace(plainDigraphs(stem))
	for _, e := range britishEndings {
		if before, ok := strings.CutSuffix(word, e.british); ok && utf8.RuneCountInString(before) >= e.before {
			again := analysis.TokenStream{{Term: []byte(before + e.american)}}
			return porterStemmer.Filter(again)[0].Term
		}
	}
	return []byte(word)
})

var porterStemmer = porter.NewPorterStemmer()

// britishLetters are those that differ wherever they stand: mould, moult, sulphur, sceptic,
// plough, foetus, pyjamas, skilfully.
var britishLetters = strings.NewReplacer("ould", "old", "oult", "olt", "lph", "lf", "scept", "skept",
	"plough", "plow", "foet", "fet", "pyjama", "pajama", "ilful", "illful")

// britishEndings are ends of stems that differ, each with the least number of characters
// before it: "four" and "hour" keep their own. Of -tre there are the roots, since
// "electric" has nothing to do with "elect"; nor has "decentralize" with "decent".
var britishEndings = []struct {
	british, american string
	before            int
}{
	{"is", "ize", 3}, {"iz", "ize", 3}, {"ys", "yze", 3}, {"yre", "ire", 1},
	{"our", "or", 3}, {"ourhood", "orhood", 3}, {"ourit", "orite", 3}, {"ouri", "ory", 3}, {"enc", "ense", 3},
	{"decentr", "decentr", 0}, {"centr", "center", 0}, {"metr", "meter", 0}, {"litr", "liter", 0}, {"theatr", "theater", 0},
	{"spectr", "specter", 0}, {"skeptr", "skepter", 0}, {"lustr", "luster", 0}, {"mitr", "miter", 0}, {"goitr", "goiter", 0}, {"euvr", "euver", 0},
	{"ogu", "og", 3}, {"amm", "am", 3}, {"elleri", "elry", 3}, {"skil", "skill", 0}, {"wil", "will", 0},
	{"xion", "ction", 4}, {"dgement", "dgment", 2}, {"eabl", "able", 3}, {"fec", "fece", 0},
}

// plainDigraphs writes the Greek ae and oe of a stem as e: paediatric, oestrogen,
// manoeuvre. Those that are no digraphs stand mostly at an end (toe, Israel) or, oe, near
// the beginning (poetry), and are left alone, as are initials (AED).
func plainDigraphs(stem string) string {
	if len(stem) <= 3 || !strings.Contains(stem, "ae") && !strings.Contains(stem, "oe") {
		return stem
	}
	const near = 3
	var out []byte
	for i := 0; i < len(stem); i++ {
		if i+2 < len(stem) && stem[i+1] == 'e' {
			next := stem[i+2]
			switch {
			case next == 'r': // aerial, undoer
			case stem[i] == 'a' && !isVowel(next) && next != 'l',
				stem[i] == 'o' && (i == 0 || i >= near) && (!isVowel(next) || next == 'u'):
				continue
			}
		}
		out = append(out, stem[i])
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
