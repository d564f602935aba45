package verify_test

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"pincite/internal/document"
	"pincite/internal/verify"
)

// large returns a document of about size bytes in which sentences of the other
// documents stand in ever new neighbourhoods, as in a long collection of rules.
func large(tb testing.TB, size int) *document.Document {
	tb.Helper()
	words := strings.Fields(home(tb).Text)
	var b strings.Builder
	seed := uint32(1)
	for b.Len() < size {
		for range 12 + seed%23 {
			seed = seed*1664525 + 1013904223
			at := int(seed>>8) % (len(words) - 3)
			b.WriteString(strings.Join(words[at:at+2+int(seed>>28)%2], " ") + " ")
		}
		b.WriteString("end.\n")
	}
	text := b.String()
	var sections []document.Section
	s := document.Section{ID: "all", Kind: document.KindSection, Parent: -1,
		Span: document.Span{End: len(text)}, Own: document.Span{End: len(text)}}
	at := 0
	for line := range strings.Lines(text) {
		span := document.Span{Start: at, End: at + len(line) - 1}
		s.Paragraphs = append(s.Paragraphs, document.Paragraph{Span: span, Sentences: []document.Span{span}})
		at += len(line)
	}
	d, err := document.New(document.Document{Name: "large", Text: text, Sections: append(sections, s)})
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// BenchmarkCheck checks sentences as they stand, altered, spliced and absent, and
// reports the slowest in a hundred, by the clock and by the time of its processor, which
// other programs do not lengthen.
func BenchmarkCheck(b *testing.B) {
	for _, bb := range []struct {
		name string
		doc  *document.Document
	}{{"home", home(b)}, {"5MB", large(b, 5<<20)}} {
		c := verify.New(bb.doc)
		texts := samples(b, bb.doc)
		b.Run(bb.name, func(b *testing.B) {
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			var times, worked []time.Duration
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				start, from := time.Now(), processorTime()
				check(b, c, texts[i%len(texts)])
				times, worked = append(times, time.Since(start)), append(worked, processorTime()-from)
			}
			b.ReportMetric(mean(worked), "cpu-ms")
			for unit, of := range map[string][]time.Duration{"p99-ms": times, "p99-cpu-ms": worked} {
				slices.Sort(of)
				b.ReportMetric(float64(of[len(of)*99/100].Microseconds())/1000, unit)
			}
		})
	}
}

// mean returns the mean of times in milliseconds.
func mean(times []time.Duration) float64 {
	var sum time.Duration
	for _, t := range times {
		sum += t
	}
	return float64((sum / time.Duration(len(times))).Microseconds()) / 1000
}

// A looked is a context that tells how long nobody looked whether it is done.
type looked struct {
	context.Context
	last    time.Time
	longest *time.Duration
}

func (l *looked) Err() error {
	now := time.Now()
	*l.longest = max(*l.longest, now.Sub(l.last))
	l.last = now
	return l.Context.Err()
}

// BenchmarkWorst checks long texts of the kinds that cost most, in large documents that
// repeat a few words, and reports the slowest, and the longest time in which a check
// does not notice that nobody waits for it any more.
func BenchmarkWorst(b *testing.B) {
	letters := func(n int) string { // of three words
		var t strings.Builder
		for i, seed := 0, uint32(1); t.Len() < n; i++ {
			seed = seed*1664525 + 1013904223
			t.WriteString(string('a'+rune(seed>>16)%3) + " ")
			if i%20 == 0 {
				t.WriteString("end.\n")
			}
		}
		return t.String()
	}
	chinese := func(n int) string { // of the phrases of one document
		from := []rune(read(b, "library-zh.txt").Text)
		var t strings.Builder
		for i, seed := 0, uint32(1); t.Len() < n; i++ {
			seed = seed*1664525 + 1013904223
			at := int(seed>>8) % (len(from) - 8)
			t.WriteString(string(from[at:at+3+int(seed>>28)%5]) + strings.Repeat("。\n", i%6/5))
		}
		return t.String()
	}
	for _, bb := range []struct{ name, text string }{
		{"one word", strings.Repeat("la ", 5<<20/3)}, {"three words", letters(5 << 20)}, {"Chinese", chinese(5 << 20)}, {"English", large(b, 5<<20).Text},
	} {
		c := verify.New(parse(b, bb.name, bb.text))
		texts := hard(cut(bb.text[:len(bb.text)/2][len(bb.text)/2-20_000:]))
		b.Run(bb.name, func(b *testing.B) {
			var slowest, longest time.Duration
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				if _, err := c.Check(&looked{b.Context(), start, &longest}, texts[i%len(texts)]); err != nil {
					b.Fatal(err)
				}
				slowest = max(slowest, time.Since(start))
			}
			b.ReportMetric(float64(slowest.Microseconds())/1000, "slowest-ms")
			b.ReportMetric(float64(longest.Microseconds())/1000, "unnoticed-ms")
		})
	}
}

// hard returns texts made of one that costs much, none longer than may be checked.
func hard(base string) []string {
	base = strings.ToValidUTF8(base, "")
	words := split(base)
	other := func(n int) string { // every n-th word is another
		w := slices.Clone(words)
		for i := n / 2; i < len(w); i += n {
			w[i] = addition(w[i])
		}
		return cut(join(w))
	}
	var parts []string
	for i := 0; i+3 < len(words) && len(parts) < 12; i += 3 {
		parts = append(parts, join(words[i:i+2]))
	}
	turned := slices.Clone(words)
	slices.Reverse(turned)
	first := words[len(words)/2]
	return []string{base, other(2), other(5), other(20), cut(join(turned)), strings.Join(parts, "… "), cut(strings.Repeat(first, 4000)),
		strings.Repeat(first+"… ", 12), strings.ToUpper(first), cut(strings.Repeat(words[0]+words[1]+words[3]+words[2], 1000)), first + "100"}
}

// samples returns texts of all kinds, up to the longest that is checked.
func samples(tb testing.TB, d *document.Document) []string {
	var all []document.Span
	for i := range d.Sections {
		all = append(all, d.Sentences(i)...)
	}
	var out []string
	for i := 0; i < len(all); i += max(1, len(all)/60) {
		s := d.Slice(all[i])
		out = append(out, s, s+" "+d.Slice(all[(i+5)%len(all)]))
		for _, kind := range []string{"replaced", "order", "slips", "negation"} {
			out = append(out, alterations[kind](s))
		}
	}
	for _, other := range []string{"allotments.txt", "minutes-ru.txt", "library-zh.txt"} {
		for _, s := range sentences(5, read(tb, other)) {
			out = append(out, s.text)
		}
	}
	return append(out, cut(d.Text), cut(alterations["slips"](cut(d.Text))), cut(strings.Repeat("the party ", 400)))
}

// cut returns the beginning of s, as long as the longest text that is checked.
func cut(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), verify.MaxText)])
}

func BenchmarkNew(b *testing.B) {
	for _, bb := range []struct {
		name string
		doc  *document.Document
	}{{"home", home(b)}, {"5MB", large(b, 5<<20)}} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				verify.New(bb.doc)
			}
		})
	}
}
