package evidence_test

import (
	"strings"
	"testing"

	"pincite/internal/confidence"
)

// TestWhatTheSentenceSays holds the features that compare what a sentence says with the
// words of the question, on a text of one section.
func TestWhatTheSentenceSays(t *testing.T) {
	const sentences = `A ruling may be appealed to the head judge, whose ruling is final.
A junior rows only when a coach is afloat.
The key is kept by the porter.
Letters go to the secretary, Anna Lind.
The pool was built in 1911 and holds 300 cubic metres.
Never send a password by mail.`
	d, c := collect(t, "# Rules\n\n"+sentences+"\n")
	has := func(x float64) bool { return x > 0 }
	for _, q := range []struct {
		question, quote string // the quote begins so
		feature         string
		got             func(confidence.Features) float64
		want            bool
	}{
		{"Who is the head judge?", "A ruling", "has agent", func(f confidence.Features) float64 { return f.HasAgent }, false},
		{"Who is the head judge?", "A ruling", "has named", func(f confidence.Features) float64 { return f.HasNamed }, false},
		{"Who is the secretary?", "Letters", "has named", func(f confidence.Features) float64 { return f.HasNamed }, true},
		{"Who coaches a junior?", "A junior", "has agent", func(f confidence.Features) float64 { return f.HasAgent }, false},
		{"Who keeps the key?", "The key", "has agent", func(f confidence.Features) float64 { return f.HasAgent }, true},
		{"How many cubic metres does the pool hold?", "The pool", "near number", func(f confidence.Features) float64 { return f.NearNumber }, true},
		{"What is the pool for?", "The pool", "near number", func(f confidence.Features) float64 { return f.NearNumber }, false},
		{"Why never send a password by mail?", "Never", "has reason", func(f confidence.Features) float64 { return f.HasReason }, false},
		{"Who has the key of the porter?", "The key", "news", func(f confidence.Features) float64 { return f.News }, true},
		{"May I send a password by mail?", "Never", "news", func(f confidence.Features) float64 { return f.News }, false},
	} {
		p, all := found(t, c, q.question, "en")
		if len(all) == 0 {
			t.Fatal(q.question)
		}
		quoted := all[0].Sentences[0]
		if got := d.Plain(d.Sentences(all[0].Index)[quoted.Index]); !strings.HasPrefix(got, q.quote) {
			t.Errorf("%s: quoted is %q", q.question, got)
			continue
		}
		if got := q.got(c.Features(p, all, quoted, "en")); has(got) != q.want {
			t.Errorf("%s: %s is %v", q.question, q.feature, got)
		}
	}
}

// TestLeadOverOtherPlaces: the section that a section stands in, or one of those in it, is
// no other place that may answer.
func TestLeadOverOtherPlaces(t *testing.T) {
	for source, want := range map[string]bool{
		"# House\n\n## 1. Sauna\n\nThe sauna opens at ten.\n\n## 2. Keys\n\nThe sauna key hangs in the hall.\n":   false,
		"# House\n\n## 1. Sauna\n\nThe sauna opens at ten.\n\n### 1.1 Keys\n\nThe sauna key hangs in the hall.\n": true,
	} {
		_, c := collect(t, source)
		p, all := found(t, c, "When does the sauna open?", "en")
		if len(all) < 2 {
			t.Fatal(len(all))
		}
		if f := c.Features(p, all, all[0].Best(), "en"); f.Lead == 1 != want {
			t.Errorf("%q: it leads by %.2f", source, f.Lead)
		}
	}
}
