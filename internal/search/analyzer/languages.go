package analyzer

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/bg"
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	"github.com/blevesearch/bleve/v2/analysis/lang/cs"
	"github.com/blevesearch/bleve/v2/analysis/lang/da"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/lang/el"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fa"
	"github.com/blevesearch/bleve/v2/analysis/lang/fi"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/hi"
	"github.com/blevesearch/bleve/v2/analysis/lang/hu"
	"github.com/blevesearch/bleve/v2/analysis/lang/it"
	"github.com/blevesearch/bleve/v2/analysis/lang/nl"
	"github.com/blevesearch/bleve/v2/analysis/lang/no"
	"github.com/blevesearch/bleve/v2/analysis/lang/pt"
	"github.com/blevesearch/bleve/v2/analysis/lang/ro"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"
	"github.com/blevesearch/bleve/v2/analysis/lang/sv"
	"github.com/blevesearch/bleve/v2/analysis/lang/tr"
	"github.com/blevesearch/bleve/v2/analysis/token/elision"

	"pincite/internal/text"
	"pincite/internal/text/words"
)

// A language is how words of a language are folded, which are left out, and how
// they are stemmed. Any of it may be missing.
type language struct {
	fold []analysis.TokenFilter
	stop []byte // a bleve list
	stem []analysis.TokenFilter
	cut  bool // stem does not change each word by itself, but cuts and joins them
}

// filters returns the filters after those that every analyzer has.
func (l language) filters(stops bool) []analysis.TokenFilter {
	out := append([]analysis.TokenFilter{}, l.fold...)
	if stops && l.stop != nil {
		out = append(out, stopFilter(l.stop, l.fold...))
	}
	out = append(out, short)
	if l.cut || l.stem == nil {
		return append(out, l.stem...)
	}
	return append(out, &memo{filters: l.stem})
}

// languages are those that have an analyzer of their own, by tag. Accents go, since
// people leave them out: last where the stemmer needs them, first in English and German,
// whose stemmers would take the è of "crèche" for a consonant, and leave that of "café".
var languages = map[string]language{
	"en": {fold: filters(en.NewPossessiveFilter()), stop: en.EnglishStopWords, stem: filters(plainLatin, irregular("en"), porterStemmer, british, voiced)},
	"es": {fold: filters(es.NewSpanishNormalizeFilter()), stop: es.SpanishStopWords, stem: filters(spanishZ, es.NewSpanishStemmerFilter(), plainLatin)},
	"fr": {fold: filters(elisionOf(fr.FrenchArticles)), stop: fr.FrenchStopWords, stem: filters(fr.NewFrenchStemmerFilter(), plainLatin, frenchPlural)},
	"de": {stop: de.GermanStopWords, stem: filters(germanVerb, de.NewGermanNormalizeFilter(), plainLatin, de.NewGermanLightStemmerFilter(), germanT)},
	"it": {fold: filters(elisionOf(it.ItalianArticles)), stop: it.ItalianStopWords, stem: filters(it.NewItalianStemmerFilter(), plainLatin)},
	"pt": {stop: pt.PortugueseStopWords, stem: filters(pt.NewPortugueseLightStemmerFilter(), plainLatin)},
	"nl": {stop: nl.DutchStopWords, stem: filters(nl.NewDutchStemmerFilter(), plainLatin, dutchT)},
	"da": {stop: da.DanishStopWords, stem: filters(da.NewDanishStemmerFilter(), plainLatin, nordicT("da"))},
	"sv": {stop: sv.SwedishStopWords, stem: filters(sv.NewSwedishStemmerFilter(), plainLatin, nordicT("sv"))},
	"no": {stop: no.NorwegianStopWords, stem: filters(no.NewNorwegianStemmerFilter(), plainLatin, nordicT("no"))},
	"fi": {stop: fi.FinnishStopWords, stem: filters(fi.NewFinnishStemmerFilter(), plainLatin)},
	"hu": {stop: hu.HungarianStopWords, stem: filters(hu.NewHungarianStemmerFilter(), plainLatin)},
	"ro": {stop: ro.RomanianStopWords, stem: filters(ro.NewRomanianStemmerFilter(), plainLatin)},
	"tr": {stop: tr.TurkishStopWords, stem: filters(tr.NewTurkishStemmerFilter(), plainLatin)},
	"cs": {stop: cs.CzechStopWords, stem: filters(plainLatin, endings(czechEndings))},
	"pl": {stem: filters(endings(polishEndings), plainLatin)},
	"ru": {fold: filters(runeFilter(plainCyrillic)), stop: ru.RussianStopWords, stem: filters(ru.NewRussianStemmerFilter())},
	"uk": {stem: filters(endings(ukrainianEndings))},
	"bg": {stop: bg.BulgarianStopWords, stem: filters(endings(bulgarianEndings))},
	"el": {stop: el.GreekStopWords, stem: filters(plainLatin, endings(greekEndings))},
	"ar": {fold: filters(ar.NewArabicNormalizeFilter()), stop: ar.ArabicStopWords, stem: filters(ar.NewArabicStemmerFilter())},
	"fa": {fold: filters(ar.NewArabicNormalizeFilter(), fa.NewPersianNormalizeFilter()), stop: fa.PersianStopWords},
	"hi": {fold: filters(hi.NewHindiNormalizeFilter()), stop: hi.HindiStopWords, stem: filters(hi.NewHindiStemmerFilter())},
	"he": {},
	"zh": {cut: true, stem: filters(cjk.NewCJKBigramFilter(false))},
	"ja": {cut: true, stem: filters(cjk.NewCJKBigramFilter(false))},
	"ko": {cut: true, stem: filters(hangulPairs{}, cjk.NewCJKBigramFilter(false))},
}

func filters(f ...analysis.TokenFilter) []analysis.TokenFilter { return f }

// For returns the name of the analyzer for a language, by its BCP 47 tag:
// Exact for one that has none of its own.
func For(tag string) string {
	base := text.Base(tag)
	if _, ok := languages[base]; ok {
		return base
	}
	return Exact
}

// elisionOf takes off the articles that are written with an apostrophe: l'impôt.
func elisionOf(articles []byte) analysis.TokenFilter {
	m := analysis.NewTokenMap()
	_ = m.LoadBytes(articles) // reading from memory does not fail
	return elision.NewElisionFilter(m)
}

// irregular makes the plain form of irregular ones: children, feet.
func irregular(language string) analysis.TokenFilter {
	return termFilter(func(term []byte) []byte {
		if plain, ok := words.Plain(string(term), language); ok {
			return []byte(plain)
		}
		return term
	})
}

// spanishZ writes the z that ends a word as the c that it is in the plural: "juez" as in "jueces".
var spanishZ = termFilter(func(term []byte) []byte {
	if stem, ok := bytes.CutSuffix(term, []byte("z")); ok && len(stem) > 1 {
		return append(bytes.Clone(stem), 'c')
	}
	return term
})

// termFilter changes each term by itself.
type termFilter func([]byte) []byte

func (f termFilter) Filter(tokens analysis.TokenStream) analysis.TokenStream {
	for _, t := range tokens {
		t.Term = f(t.Term)
	}
	return tokens
}

// plainLatin drops accents: people leave them out.
var plainLatin = termFilter(func(term []byte) []byte {
	if isASCII(term) {
		return term
	}
	return []byte(text.Unaccented(string(term)))
})

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// plainCyrillic folds ё and drops the stress marks of textbooks.
func plainCyrillic(r rune) rune {
	switch r {
	case 'ё':
		return 'е'
	case '\u0301':
		return -1
	}
	return r
}

// hangulPairs cuts Korean words into overlapping pairs of syllables, since what
// other languages write as words of their own is written after them: 회비는.
type hangulPairs struct{}

// Filter implements analysis.TokenFilter.
func (hangulPairs) Filter(tokens analysis.TokenStream) analysis.TokenStream {
	out := make(analysis.TokenStream, 0, len(tokens))
	for _, t := range tokens {
		r := []rune(string(t.Term))
		if len(r) < 3 || !unicode.Is(unicode.Hangul, r[0]) || len(string(r)) != t.End-t.Start {
			out = append(out, t)
			continue
		}
		at := t.Start
		for i := 0; i+1 < len(r); i++ {
			pair := string(r[i : i+2])
			out = append(out, &analysis.Token{Term: []byte(pair), Start: at, End: at + len(pair), Position: t.Position, Type: t.Type})
			at += utf8.RuneLen(r[i])
		}
	}
	return out
}
