package analyzer

import (
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
)

// unspaced is a tokenizer for texts that may have runs of Thai, Lao, Khmer or Burmese: no
// rule of Unicode tells where a word ends there, and the tokenizer within leaves them out.
// Such a run is cut into overlapping pairs of letters with their marks, as the pairs are
// that Chinese is searched by.
type unspaced struct{ words analysis.Tokenizer }

// complexScripts are those that Unicode's rules do not cut into words, and firstComplex
// their first letter.
var complexScripts = []*unicode.RangeTable{unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

const firstComplex = 0x0e00

func isComplex(r rune) bool {
	return r >= firstComplex && unicode.In(r, complexScripts...) && (unicode.IsLetter(r) || unicode.IsMark(r))
}

// Tokenize implements analysis.Tokenizer.
func (u unspaced) Tokenize(input []byte) analysis.TokenStream {
	start, end := nextRun(input, 0)
	if start == len(input) {
		return u.words.Tokenize(input)
	}
	var out analysis.TokenStream
	for at := 0; at < len(input); start, end = nextRun(input, at) {
		for _, t := range u.words.Tokenize(input[at:start]) {
			t.Start += at
			t.End += at
			out = append(out, t)
		}
		out = pairs(out, input, start, end)
		at = end
	}
	for i, t := range out {
		t.Position = i + 1
	}
	return out
}

// nextRun returns the bytes of the first run in complex scripts at or after byte at; the
// end of input twice where there is none.
func nextRun(input []byte, at int) (start, end int) {
	for start = at; start < len(input); {
		r, size := utf8.DecodeRune(input[start:])
		if isComplex(r) {
			break
		}
		start += size
	}
	for end = start; end < len(input); {
		r, size := utf8.DecodeRune(input[end:])
		if !isComplex(r) {
			break
		}
		end += size
	}
	return start, end
}

// pairs appends the overlapping pairs of input[start:end], a letter alone as itself.
func pairs(out analysis.TokenStream, input []byte, start, end int) analysis.TokenStream {
	if start == end {
		return out
	}
	begins := []int{}
	for i := start; i < end; {
		r, size := utf8.DecodeRune(input[i:end])
		if !unicode.IsMark(r) || i == start {
			begins = append(begins, i)
		}
		i += size
	}
	begins = append(begins, end)
	last := max(len(begins)-2, 1)
	for i := range last {
		to := begins[min(i+2, len(begins)-1)]
		out = append(out, &analysis.Token{Term: input[begins[i]:to:to], Start: begins[i], End: to, Type: analysis.Double})
	}
	return out
}
