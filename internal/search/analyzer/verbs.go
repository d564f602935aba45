package analyzer

import (
	"strings"
	"unicode/utf8"
)

// What stemmers leave of verbs: the forms in which a rule says what is done, "der Vorstand
// verwaltet", and those in which people ask who may do it, "wer darf verwalten", are to be
// one term. A noun that ends alike is changed in every text alike.

// leastVerb is how many letters are left of a verb at least; fewer are another word's too.
const leastVerb = 4

// germanT takes the t of bedient, haftet and bediente off, then what the stemmer takes off
// bedienen.
var germanT = termFilter(func(term []byte) []byte {
	stem := string(term)
	if !strings.HasSuffix(stem, "t") {
		return term
	}
	for len(stem) > leastVerb && strings.HasSuffix(stem, "t") {
		stem = stem[:len(stem)-1]
		if e, ok := strings.CutSuffix(stem, "e"); ok && len(e) >= leastVerb {
			stem = e
		}
	}
	for _, e := range []string{"en", "er"} {
		if cut, ok := strings.CutSuffix(stem, e); ok && len(cut) >= leastVerb {
			return []byte(cut)
		}
	}
	return []byte(stem)
})

// dutchT takes the t or d of bedient, betaalt and verhuurd off. What is left is spelt as in
// betalen and stemmen: with one vowel and one consonant.
var dutchT = termFilter(func(term []byte) []byte {
	stem := strings.TrimRight(string(term), "td")
	n := len(stem)
	twice := n > 2 && stem[n-2] == stem[n-3] && strings.IndexByte("aeou", stem[n-2]) >= 0
	if len(term)-n != 1 || n < leastVerb || twice && n == leastVerb {
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
var nordicT = termFilter(func(term []byte) []byte {
	if stem, ok := strings.CutSuffix(string(term), "t"); ok && utf8.RuneCountInString(stem) >= leastVerb {
		return []byte(stem)
	}
	return term
})

// frenchPlural takes the ending of utilisent off, which is not that of règlement.
var frenchPlural = termFilter(func(term []byte) []byte {
	if stem, ok := strings.CutSuffix(string(term), "ent"); ok && len(stem) >= leastVerb && !strings.HasSuffix(stem, "m") {
		return []byte(stem)
	}
	return term
})
