package analyzer

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/analysis/token/stop"
	"github.com/blevesearch/bleve/v2/analysis/token/truncate"
	"github.com/blevesearch/bleve/v2/analysis/token/unicodenorm"
	bleveunicode "github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
)

// Exact is the analyzer that does nothing but cut and fold: no stop words, no
// stemming. The others are called as the languages that they are for (see
// [For]); with [AllWords] after the name, stop words are words like any
// other.
const (
	Exact    = "exact"
	AllWords = "+"
)

// MaxTermRunes is how many characters a term has at most; the rest is cut off.
const MaxTermRunes = 40

// An Analyzer cuts a text into words. It is safe for concurrent use.
type Analyzer = analysis.Analyzer

// Words are the words of a text, with their bytes in it.
type Words = analysis.TokenStream

// analyzers are those that were composed, by name: what they remember of words serves
// all fields and indexes.
var analyzers sync.Map

// Named returns the analyzer of that name. It fails where there is none.
func Named(name string) (analysis.Analyzer, error) {
	if a, ok := analyzers.Load(name); ok {
		return a.(analysis.Analyzer), nil
	}
	a, err := compose(name)
	if err != nil {
		return nil, err
	}
	analyzers.Store(name, a)
	return a, nil
}

// compose composes the named analyzer from bleve's parts, without bleve's
// registry: a program that asks the registry for a name carries all of them. All
// of them cut text at the word boundaries of Unicode (UAX 29), fold compatibility
// forms (NFKC) and case, and drop invisible characters.
func compose(name string) (analysis.Analyzer, error) {
	nfkc := unicodenorm.MustNewUnicodeNormalizeFilter(unicodenorm.NFKC)
	filters := []analysis.TokenFilter{lengthKeeper{nfkc}, lowercase.NewLowerCaseFilter(), runeFilter(visible), plainNumber}
	if name != Exact {
		language, all := strings.CutSuffix(name, AllWords)
		of, ok := languages[language]
		if !ok {
			return nil, fmt.Errorf("unknown analyzer %q: use exact or the tag of a language that has one", name)
		}
		filters = append(filters, of.filters(!all)...)
	}
	filters = append(filters, short, nonEmpty{})
	return &analysis.DefaultAnalyzer{
		CharFilters:  []analysis.CharFilter{validUTF8{}},
		Tokenizer:    unspaced{bleveunicode.NewUnicodeTokenizer()},
		TokenFilters: filters,
	}, nil
}

// plainNumber takes the marks between thousands out of a number, and writes a point before
// its decimals: 12,500 is 12500, and 7.250,50 is 7250.50.
var plainNumber = termFilter(func(term []byte) []byte {
	if len(term) < len("1,2") || term[0] < '0' || term[0] > '9' {
		return term
	}
	m := number.FindSubmatch(term)
	if m == nil || len(m[2]) > 0 && bytes.IndexByte(m[1], m[2][0]) >= 0 {
		return term
	}
	whole := bytes.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, m[1])
	if len(m[2]) == 0 {
		return whole
	}
	return append(append(whole, '.'), m[2][1:]...)
})

// number is digits, mostly in groups of three, with decimals or without; 31.03.2026 is none.
var number = regexp.MustCompile(`^(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:'\d{3})+|\d+)([.,]\d{1,2})?$`)

// validUTF8 makes a space of every byte that is not UTF-8, which keeps all
// offsets: bleve's filter for pairs reads past the end of a broken character.
type validUTF8 struct{}

func (validUTF8) Filter(text []byte) []byte {
	if utf8.Valid(text) {
		return text
	}
	text = bytes.Clone(text)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			text[i] = ' '
		}
		i += size
	}
	return text
}

// short bounds the length of a term, and with it what stemming costs.
var short = truncate.NewTruncateTokenFilter(MaxTermRunes)

// stopFilter removes the words of a bleve stop list, as they are written there
// and as the given filters leave them.
func stopFilter(list []byte, as ...analysis.TokenFilter) analysis.TokenFilter {
	words := analysis.NewTokenMap()
	_ = words.LoadBytes(list) // reading from memory does not fail
	for _, f := range as {
		for _, w := range slices.Collect(maps.Keys(words)) {
			t := f.Filter(analysis.TokenStream{{Term: []byte(w)}})
			words.AddToken(string(t[0].Term))
		}
	}
	return stop.NewStopTokensFilter(words)
}

// runeFilter maps the characters of each term; a negative result drops one.
type runeFilter func(rune) rune

func (f runeFilter) Filter(tokens analysis.TokenStream) analysis.TokenStream {
	for _, t := range tokens {
		t.Term = bytes.Map(f, t.Term)
	}
	return tokens
}

// visible drops format characters (soft hyphens, zero-width and directional
// marks) and writes every apostrophe in one way.
func visible(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return r
	case r == '’' || r == 'ʼ':
		return '\''
	case unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

// lengthKeeper undoes its filter on Han and kana where the length in bytes would
// change: the pairs that are made of them afterwards count offsets in the term.
type lengthKeeper struct{ filter analysis.TokenFilter }

func (k lengthKeeper) Filter(tokens analysis.TokenStream) analysis.TokenStream {
	for i, t := range tokens {
		before := t.Term
		k.filter.Filter(tokens[i : i+1])
		if t.Type == analysis.Ideographic && len(t.Term) != len(before) {
			t.Term = before
		}
	}
	return tokens
}

// nonEmpty drops terms of which the other filters left nothing.
type nonEmpty struct{}

func (nonEmpty) Filter(tokens analysis.TokenStream) analysis.TokenStream {
	kept := tokens[:0]
	for _, t := range tokens {
		if len(t.Term) > 0 {
			kept = append(kept, t)
		}
	}
	return kept
}
