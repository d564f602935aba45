package eval

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// A Tally adds up outcomes. Rates are shares of the questions that they can
// apply to, 0 to 1.
type Tally struct {
	Answerable, Hit1, Hit3, Refused int
	Ranks                           float64
	WithQuote, Quoted               int // answerable questions that name a passage; those quoted right
	Unanswerable, Confided          int
}

func (t *Tally) add(o Outcome) {
	if !o.Answerable {
		t.Unanswerable++
		t.Confided += count(o.Confides)
		return
	}
	t.Answerable++
	t.Hit1 += count(o.Hit1)
	t.Hit3 += count(o.Hit3)
	t.Refused += count(o.Refused)
	t.Ranks += o.Rank
	if len(o.Quotes) > 0 {
		t.WithQuote++
		t.Quoted += count(o.Quoted)
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// A Summary is the outcome of whole question sets, by language and type.
type Summary struct {
	All    Tally
	ByKey  map[string]*Tally // "en fact"
	Aims   []Aim             // those that a question was about
	Misses []Outcome
}

// Summarize adds up outcomes and keeps those that fell short.
func Summarize(outcomes []Outcome) Summary {
	s := Summary{ByKey: map[string]*Tally{}, Aims: aimsOf(outcomes)}
	for _, o := range outcomes {
		key := o.Language + " " + o.Type
		if s.ByKey[key] == nil {
			s.ByKey[key] = &Tally{}
		}
		s.ByKey[key].add(o)
		s.All.add(o)
		if o.missed() {
			s.Misses = append(s.Misses, o)
		}
	}
	return s
}

func (o Outcome) missed() bool {
	if !o.Answerable {
		return o.Confides
	}
	return !o.Hit1 || o.Refused || (len(o.Quotes) > 0 && !o.Quoted)
}

// Write prints the table of metrics and the aims; with misses, also one line
// for every question that fell short. The same answers print the same lines.
func (s Summary) Write(w io.Writer, misses bool) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-18s %5s %6s %6s %6s %6s %8s %7s %7s\n",
		"questions", "n", "hit@1", "hit@3", "MRR", "quote", "refused", "unans.", "false")
	for _, key := range slices.Sorted(maps.Keys(s.ByKey)) {
		s.ByKey[key].write(&b, key)
	}
	s.All.write(&b, "all")
	b.WriteString("\naims\n")
	for _, a := range s.Aims {
		a.write(&b)
	}
	if misses {
		b.WriteString("\nmisses\n")
		for _, o := range s.Misses {
			b.WriteString(o.line())
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t *Tally) write(b *strings.Builder, key string) {
	n := t.Answerable
	fmt.Fprintf(b, "%-18s %5d %6s %6s %6s %6s %8s %7d %7s\n", key, n,
		rate(float64(t.Hit1), n), rate(float64(t.Hit3), n), rate(t.Ranks, n),
		rate(float64(t.Quoted), t.WithQuote), rate(float64(t.Refused), n),
		t.Unanswerable, rate(float64(t.Confided), t.Unanswerable))
}

func rate(x float64, n int) string {
	if n == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", x/float64(n))
}

func (o Outcome) line() string {
	var what []string
	for _, f := range []struct {
		name string
		on   bool
	}{
		{"confident", o.Confides}, {"refused", o.Refused},
		{"section", o.Answerable && !o.Hit1},
		{"quote", o.Hit1 && len(o.Quotes) > 0 && !o.Quoted},
	} {
		if f.on {
			what = append(what, f.name)
		}
	}
	asked := o.Question
	if o.Context != "" {
		asked = o.Context + " / " + asked
	}
	return fmt.Sprintf("%s\t%s\t%s\tgot %s %s\twant %s\t%q\n", o.ID, o.Type, strings.Join(what, "+"),
		o.Kind, strings.Join(o.Got, ","), strings.Join(o.Sections, ","), asked)
}
