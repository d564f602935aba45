package corpus

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/verify/word"
)

// texts returns documents of one section, a sentence a line.
func texts(t *testing.T, sources ...string) []*document.Document {
	t.Helper()
	var out []*document.Document
	for i, text := range sources {
		whole := document.Span{End: len(text)}
		s := document.Section{ID: "all", Kind: document.KindSection, Parent: -1, Span: whole, Own: whole}
		at := 0
		for line := range strings.Lines(text) {
			p := document.Span{Start: at, End: at + len(strings.TrimSuffix(line, "\n"))}
			s.Paragraphs = append(s.Paragraphs, document.Paragraph{Span: p, Sentences: []document.Span{p}})
			at += len(line)
		}
		d, err := document.New(document.Document{Name: string(rune('a' + i)), Text: text, Sections: []document.Section{s}})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

func numbers(c *Corpus, s string) []int32 {
	var out []int32
	for w, ok := word.Next(s, 0); ok; w, ok = word.Next(s, w.End) {
		out = append(out, c.Number(word.Form(s[w.Start:w.End])))
	}
	return out
}

// TestPlaces compares both ways of looking for a run of words with the plain one,
// on texts in which much repeats.
func TestPlaces(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var b strings.Builder
		for range 60 {
			b.WriteString(string(rune('a'+random.IntN(3))) + " ")
		}
		c := New(texts(t, b.String(), "b a b a\n", "a a a a a\n")...)
		ids := numbers(c, b.String()[2*random.IntN(40):][:2*(1+random.IntN(6))])
		var want []int
		for at := 0; at+len(ids) <= len(c.tokens); at++ {
			if slices.Equal(c.tokens[at:at+len(ids)], ids) {
				want = append(want, at)
			}
		}
		if got := c.Places(t.Context(), ids, c.Len()); !slices.Equal(got, want) {
			t.Fatalf("%v: %v, want %v", ids, got, want)
		}
		if got := c.scan(t.Context(), ids, c.Len()); !slices.Equal(got, want) {
			t.Fatalf("scan %v: %v, want %v", ids, got, want)
		}
	}
}

// TestAlign: pairs are the same words, in order on both sides, and all of a text
// that is there, long or short.
func TestAlign(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 1, 20, 120, 700} {
		var b strings.Builder
		for range n + 50 {
			b.WriteString("w" + strings.Repeat("x", random.IntN(40)) + " ")
		}
		c := New(texts(t, b.String())...)
		d := c.Docs()[0]
		ids := slices.Clone(c.Tokens(d.First+20, d.First+20+n))
		if pairs := c.Align(ids, 0, n, d.First, d.End); len(pairs) != n {
			t.Errorf("%d words: %d pairs", n, len(pairs))
		}
		for i := range ids {
			if i%7 == 3 {
				ids[i] = Unknown
			}
		}
		last := Pair{-1, -1}
		for _, p := range c.Align(ids, 0, n, d.First, d.End) {
			if p.Text <= last.Text || p.Doc <= last.Doc || ids[p.Text] != c.tokens[p.Doc] {
				t.Fatalf("%d words: %v after %v", n, p, last)
			}
			last = p
		}
	}
}

func TestWindows(t *testing.T) {
	var b strings.Builder
	for i := range 2000 {
		b.WriteString("the rule about item" + strings.Repeat("y", i%50) + strings.Repeat("z", i/50) + " is of the rule\n")
	}
	c := New(texts(t, b.String())...)
	want := numbers(c, "the rule about itemyyyzzzz is of the rule")
	places := c.Places(t.Context(), want, c.Len())
	if len(places) != 1 {
		t.Fatalf("%d places", len(places))
	}
	ws := c.Windows(numbers(c, "a rule on itemyyyzzzz is the rule"))
	if len(ws) == 0 || ws[0].Lo > places[0] || ws[0].Hi < places[0]+len(want) {
		t.Errorf("place %v, windows %v", places, ws)
	}
}

// TestMend: what a hyphen divides at the end of a line is one word, unless its
// halves are words and the whole is not.
func TestMend(t *testing.T) {
	c := New(texts(t, "The commit-\ntee of self-\nmotivated people: the committee, the self, the motivated; the ad-\nmis-\nsion.\n")...)
	for text, want := range map[string]int{"committee": 2, "commit": 0, "self motivated": 1, "selfmotivated": 0, "admission": 1} {
		if got := len(c.Places(t.Context(), numbers(c, text), c.Len())); got != want {
			t.Errorf("%s: %d places, want %d", text, got, want)
		}
	}
	if got := c.Shown(c.Places(t.Context(), numbers(c, "committee"), c.Len())[0], c.Places(t.Context(), numbers(c, "committee"), c.Len())[0]+1); got != "commit-\ntee" {
		t.Errorf("shown as %q", got)
	}
}

// TestShown: spans of what is shown lead back to the source.
func TestShown(t *testing.T) {
	text := "see **the [list](x)** now"
	d := texts(t, text)[0]
	hide := func(words, shown string) document.Markup {
		i := strings.Index(text, words)
		return document.Markup{Span: document.Span{Start: i, End: i + len(words)}, Shown: shown}
	}
	d.Markup = []document.Markup{hide("**", ""), hide("[list](x)", "catalogue"), hide("** now", "")}
	c := New(d)
	for words, want := range map[string]string{"see": "see", "the catalogue": "the [list](x)", "catalogue": "[list](x)"} {
		ids := numbers(c, words)
		places := c.Places(t.Context(), ids, c.Len())
		if len(places) != 1 {
			t.Errorf("%s: places %v", words, places)
			continue
		}
		if got := d.Slice(c.Span(places[0], places[0]+len(ids))); got != want {
			t.Errorf("%s: source %q, want %q", words, got, want)
		}
	}
}

// TestSlips: letters for letters in one place are a misreading; letters put in, left out
// or in two places make another word.
func TestSlips(t *testing.T) {
	c := New(texts(t, "The timber is sawn above the mill, by day. Лодка стоит у причала. Ärger über Änderungen.\n")...)
	for _, tt := range []struct{ form, want string }{
		{"", ""},
		{"mills", ""},
		{"mil", ""},
		{"rnilk", ""},
		{"bu", ""},
		{"tinber", "timber"},
		{"tirnber", "timber"},
		{"timbcr", "timber"},
		{"sanw", ""},
		{"sown", "sawn"},
		{"dau", "day"},
		{"лолка", "лодка"},
		{"лодки", "лодка"},
		{"ändcrungen", "änderungen"},
		{"anderungen", "änderungen"},
		{"aenderungen", "änderungen"},
	} {
		want := Unknown
		if tt.want != "" {
			want = c.Number(tt.want)
		}
		if got := c.Slips([]string{tt.form}, []Window{{0, c.Len()}})[0]; got != want {
			t.Errorf("%q: %d, want %d of %q", tt.form, got, want, tt.want)
		}
		if got := c.Slips([]string{tt.form}, nil)[0]; got != Unknown {
			t.Errorf("%q: %d of no words", tt.form, got)
		}
	}
}
