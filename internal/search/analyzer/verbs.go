package analyzer

import (
	"strings"
	"unicode/utf8"

	"pincite/internal/text/words"
)

// What stemmers leave of verbs: the forms in which a rule says what is done, "der Vorstand
// verwaltet", and those in which people ask who may do it, "wer darf verwalten", are to be
// one term. A noun that ends alike is changed in every text alike, which must not make it
// another word: a list says that "Markt" is mentioned only where it is, and not where "Mark"
// is. So the ending is taken off only behind such letters as verbs have before it, and the
// words of the language list the rest that keep it.

// leastVerb is how many letters are left of a verb at least; fewer are another word's too.
const leastVerb = 4

const vowels = "aeiouy"

// withoutT returns a term without its last letter, and true, if that is one of ends, the only
// one, and the rest is long enough to be a verb; a word that is whole keeps it.
func withoutT(term, language, ends string) (string, bool) {
	rest := strings.TrimRight(term, ends)
	if len(term)-len(rest) != 1 || utf8.RuneCountInString(rest) < leastVerb || isWhole(term, language) {
		return term, false
	}
	return rest, true
}

// isWhole reports whether a term is a word that only looks as if it had an ending, or ends in
// one that others are made with: "markt", "jahrmarkt".
func isWhole(term, language string) bool {
	whole := words.Whole(language)
	if whole.Has(term) {
		return true
	}
	for i := range term {
		if whole.Has("-" + term[i:]) {
			return true
		}
	}
	return false
}

// endsInVowel reports whether what is left of a word ends in a vowel, as "forma" of "format".
func endsInVowel(rest string) bool { return strings.IndexByte(vowels, rest[len(rest)-1]) >= 0 }

// germanT takes the t of bedient and the et of haftet and bediente off, then what the stemmer
// takes off bedienen. An e is before the t only where a verb could not be spoken without.
var germanT = termFilter(func(term []byte) []byte {
	stem, verb := string(term), false
	for {
		rest, ok := withoutT(stem, "de", "t")
		if !ok {
			break
		}
		if e, has := strings.CutSuffix(rest, "e"); has && len(e) >= leastVerb && needsE(e) {
			rest = e
		} else if endsInVowel(rest) && !hasSuffix(rest, "au", "eu", "ei") || strings.HasSuffix(rest, "men") {
			break
		}
		stem, verb = rest, true
	}
	for _, e := range []string{"en", "er"} {
		if cut, ok := strings.CutSuffix(stem, e); ok && verb && len(cut) >= leastVerb {
			return []byte(cut)
		}
	}
	return []byte(stem)
})

// needsE reports whether the stem of a German verb has an e before the t: arbeitet, ordnet.
func needsE(stem string) bool {
	n := len(stem)
	return hasSuffix(stem, "t", "d") || hasSuffix(stem, "n", "m") && strings.IndexByte(vowels+"lrnm", stem[n-2]) < 0
}

func hasSuffix(s string, any ...string) bool {
	for _, suffix := range any {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

// dutchT takes the t or d of bedient, betaalt and verhuurd off. What is left is spelt as in
// betalen and stemmen: with one vowel and one consonant.
var dutchT = termFilter(func(term []byte) []byte {
	stem, verb := withoutT(string(term), "nl", "td")
	n := len(stem)
	twice := verb && stem[n-2] == stem[n-3] && strings.IndexByte("aeou", stem[n-2]) >= 0
	if verb && (endsInVowel(stem) || twice && n == leastVerb) {
		stem, twice = string(term), false
	}
	if n = len(stem); n > 3 && stem[n-1] == stem[n-2] && strings.IndexByte("bfglmnprs", stem[n-1]) >= 0 {
		stem = stem[:n-1]
	}
	if twice {
		stem = stem[:n-2] + stem[n-1:]
	}
	return []byte(stem)
})

// nordicT takes the t of betalt and kört off, and with it that of stort.
func nordicT(language string) termFilter {
	return func(term []byte) []byte {
		if stem, ok := withoutT(string(term), language, "t"); ok && !endsInVowel(stem) {
			return []byte(stem)
		}
		return term
	}
}

// frenchPlural takes the ending of utilisent off, which is not that of règlement.
var frenchPlural = termFilter(func(term []byte) []byte {
	if stem, ok := strings.CutSuffix(string(term), "ent"); ok && len(stem) >= leastVerb && !strings.HasSuffix(stem, "m") && !isWhole(string(term), "fr") {
		return []byte(stem)
	}
	return term
})
