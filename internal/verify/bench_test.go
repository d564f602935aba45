package verify_test

import (
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
// reports the slowest in a hundred.
func BenchmarkCheck(b *testing.B) {
	for _, bb := range []struct {
		name string
		doc  *document.Document
	}{{"home", home(b)}, {"5MB", large(b, 5<<20)}} {
		c := verify.New(bb.doc)
		texts := samples(b, bb.doc)
		b.Run(bb.name, func(b *testing.B) {
			var times []time.Duration
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				check(b, c, texts[i%len(texts)])
				times = append(times, time.Since(start))
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
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
