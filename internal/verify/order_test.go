package verify_test

import (
	"slices"
	"strings"
	"testing"

	"pincite/internal/verify"
	"pincite/internal/verify/collate"
	"pincite/internal/verify/word"
)

// TestOrder: the words of one sentence in another order are altered, with the place;
// what is there beside them is told, too.
func TestOrder(t *testing.T) {
	c := verify.New(read(t, "allotments.txt"), read(t, "library-zh.txt"))
	for _, tt := range []struct{ text, want string }{
		{"hand by held be must hosepipes", "altered | Hosepipes must be held by hand | Hosepipes must be held by hand→hand by held be must hosepipes"},
		{"burst do not pipes the that so", "altered | so that the pipes do not burst | so that the pipes do not burst→burst do not pipes the that so"},
		{"hand by held not be must hosepipes hand never", "absent"},
		{"册三阅借多最次每人每", "altered | 每人每次最多借阅三册 | 每人每次最多借阅三册→册三阅借多最次每人每"},
		{"burst not pipes do so that the", "altered | so that the pipes do not burst | so that the pipes do not burst→burst not pipes do so that the"},
		{"be must", "absent"},
		{"forbid dry Mr weather the in Hartley may warden", "altered | Mr Hartley, the warden, may forbid them in dry weather | " +
			"Mr Hartley, the warden, may forbid them in dry weather→forbid dry Mr weather the in Hartley may warden; them→"},
		{"the wastes second water whoever a fine of pounds 40 time pays and 20 pounds",
			"altered | Whoever wastes water pays a fine of 20 pounds, and 40 pounds the second time"},
	} {
		got := summary(check(t, c, tt.text))
		if !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestEveryOrderIsFound turns every sentence round, shuffles it and swaps its halves,
// with and without a negation put in.
func TestEveryOrderIsFound(t *testing.T) {
	docs := documents(t)
	c := verify.New(docs...)
	for name, change := range map[string]func([]string) []string{
		"round": func(w []string) []string { slices.Reverse(w); return w },
		"shuffled": func(w []string) []string {
			for i := range w {
				k := (i*7 + 3) % len(w)
				w[i], w[k] = w[k], w[i]
			}
			return w
		},
		"halves": func(w []string) []string { return slices.Concat(w[len(w)/2:], w[:len(w)/2]) },
		"negated": func(w []string) []string {
			slices.Reverse(w)
			return slices.Insert(w, len(w)/2, "not ")
		},
	} {
		n, wrong := 0, 0
		for _, s := range sentences(6, docs...) {
			words := split(s.text)
			if name == "negated" && len(words) == len([]rune(s.text)) {
				continue // Chinese
			}
			for i, w := range words {
				words[i] = strings.TrimRight(w, " .。;,") + map[bool]string{true: " "}[strings.Contains(s.text, " ")]
			}
			before := join(words)
			text := join(change(words))
			if text == before {
				continue
			}
			n++
			r := check(t, c, text, docs...)
			if r.Status == verify.Verbatim || r.Status == verify.Absent || !has(collate.Match{Document: r.Matches[0].Document, Span: r.Matches[0].Span.Join(r.Matches[len(r.Matches)-1].Span)}, s) {
				wrong++
				t.Logf("%s: %q: %s %+v", name, text, r.Status, r.Matches)
			}
			if name == "negated" && r.Status == verify.Altered && !slices.ContainsFunc(r.Differences, func(d collate.Difference) bool { return d.Concern == word.Negation }) {
				t.Errorf("%q: the negation is not told: %+v", text, r.Differences)
			}
		}
		t.Logf("%s: %d of %d", name, n-wrong, n)
		if n == 0 || wrong*50 > n {
			t.Errorf("%s: %d of %d were not found", name, wrong, n)
		}
	}
}
