package text

import (
	"strings"
	"testing"
)

func TestQuotes(t *testing.T) {
	for _, x := range []struct {
		marks                   string
		opens, closes, is, pair bool // pair: opens a quotation that some mark closes
	}{
		{marks: "a1 .,;:-–—()[]{}*_|/\\年。、（）【】′″\x00\uFFFD"},
		{marks: "\"", opens: true, closes: true, is: true, pair: true},
		{marks: "'’", closes: true, is: true},
		{marks: "‘‚", opens: true, is: true},
		{marks: "“„«‹「『｢〝", opens: true, is: true, pair: true},
		{marks: "”」』｣〞〟", closes: true, is: true},
		{marks: "»›", closes: true, is: true, pair: true}, // as in »so«
		{marks: "《〈", opens: true, is: true},
		{marks: "》〉", closes: true, is: true},
		{marks: "`´‟‛﹁﹂﹃﹄ʼ＇", is: true},
		{marks: "＂", is: true, pair: true},
	} {
		for _, r := range x.marks {
			if o, c, is, pair := OpensQuote(r), ClosesQuote(r), IsQuote(r), ClosedBy(r) != ""; o != x.opens || c != x.closes || is != x.is || pair != x.pair {
				t.Errorf("%c (%U): opens %v, closes %v, is one %v, of a pair %v", r, r, o, c, is, pair)
			}
		}
	}
}

// TestQuotesPair: what closes a quotation is a mark, and no letter of the alphabet of marks
// is said of one end alone.
func TestQuotesPair(t *testing.T) {
	for open, closing := range closedBy {
		if closing == "" || strings.ContainsFunc(closing, func(r rune) bool { return !IsQuote(r) }) {
			t.Errorf("%c is closed by %q", open, closing)
		}
	}
	for _, r := range openingMarks + closingMarks {
		if !IsQuote(r) {
			t.Errorf("%c is no mark", r)
		}
	}
}
