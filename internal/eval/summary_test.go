package eval

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pincite/internal/answer"
)

// outcomes are one of each way to do well and to fall short.
func outcomes() []Outcome {
	judged := func(id, language, kind string, answerable bool, quotes ...string) Judged {
		return Judged{ID: id, Language: language, Type: kind, Question: "q" + id, Answerable: answerable, Quotes: quotes, Sections: []string{"m-1"}}
	}
	right := Outcome{Kind: answer.KindAnswer, Got: []string{"m-1"}, Hit1: true, Hit3: true, Rank: 1, Quoted: true}
	with := func(j Judged, o Outcome) Outcome { o.Judged = j; return o }
	followup := judged("6", "zh", typeFollowup, true)
	followup.Context = "before"
	return []Outcome{
		with(judged("1", "en", "fact", true, "p"), right),
		with(judged("2", "en", "fact", true, "p"), Outcome{Kind: answer.KindAnswer, Got: []string{"m-2", "m-1"}, Hit3: true, Rank: 0.5}),
		with(judged("3", "en", typeTypo, true, "p"), Outcome{Kind: answer.KindAnswer, Got: []string{"m-1"}, Hit1: true, Hit3: true, Rank: 1}),
		with(judged("4", "en", "unanswerable", false), Outcome{Kind: answer.KindAnswer, Got: []string{"m-3"}, Confides: true}),
		with(judged("5", "ru", "fact", true), Outcome{Kind: answer.KindNone, Refused: true}),
		with(followup, right),
		with(judged("7", "und", typeHostile, false), Outcome{Kind: answer.KindHelp}),
		with(judged("8", "en", typeHostile, true), Outcome{Kind: answer.KindNone, Refused: true}),
		with(judged("9", "es", typeLookup, true), right),
	}
}

const wantSummary = `questions              n  hit@1  hit@3    MRR  quote  refused  unans.   false
en fact                2  0.500  1.000  0.750  0.500    0.000       0       -
en hostile             1  0.000  0.000  0.000      -    1.000       0       -
en typo                1  1.000  1.000  1.000  0.000    0.000       0       -
en unanswerable        0      -      -      -      -        -       1   1.000
es lookup              1  1.000  1.000  1.000      -    0.000       0       -
ru fact                1  0.000  0.000  0.000      -    1.000       0       -
und hostile            0      -      -      -      -        -       1   0.000
zh followup            1  1.000  1.000  1.000      -    0.000       0       -
all                    7  0.571  0.714  0.643  0.333    0.286       2   0.500

aims
English: right section first                   3  0.667  ≥ 0.92  missed
English: right section in the first three      3  1.000  ≥ 0.98
English: quote right                           3  0.333  ≥ 0.85  missed
typos: right section first                     1  1.000  ≥ 0.90
unanswerable, answered with confidence         1  1.000  ≤ 0.15  missed
answerable, refused                            6  0.167  ≤ 0.03  missed
follow-ups: right section first                1  1.000  ≥ 0.90
Russian and Spanish: right section first       1  0.000  ≥ 0.75  missed
lookups in any language                        1  1.000  ≥ 1.00
hostile input: a sane reply                    2  0.500  ≥ 1.00  missed
`

const wantMisses = `
misses
2	fact	section	got answer m-2,m-1	want m-1	"q2"
3	typo	quote	got answer m-1	want m-1	"q3"
4	unanswerable	confident	got answer m-3	want m-1	"q4"
5	fact	refused+section	got none 	want m-1	"q5"
8	hostile	refused+section	got none 	want m-1	"q8"
`

func TestSummaryOfNothing(t *testing.T) {
	var b strings.Builder
	if err := Summarize(nil).Write(&b, true); err != nil || !strings.Contains(b.String(), "all                    0      -") {
		t.Errorf("%v\n%s", err, &b)
	}
}

func TestSummary(t *testing.T) {
	s := Summarize(outcomes())
	for _, tt := range []struct {
		misses bool
		want   string
	}{{false, wantSummary}, {true, wantSummary + wantMisses}} {
		var b strings.Builder
		if err := s.Write(&b, tt.misses); err != nil || b.String() != tt.want {
			t.Errorf("misses %t: %v\n%s\nwant\n%s", tt.misses, err, &b, tt.want)
		}
	}
	if err := s.Write(broken{}, true); err == nil {
		t.Error("no error when nothing can be written")
	}
}

// TestMissNamesTheTurnBefore: a follow-up says nothing by itself.
func TestMissNamesTheTurnBefore(t *testing.T) {
	o := Outcome{Judged: Judged{ID: "1", Question: "and then?", Context: "measure\t7", Answerable: true}}
	if line := o.line(); !strings.HasSuffix(line, "\t\"measure\\t7 / and then?\"\n") {
		t.Errorf("%q", line)
	}
}

// broken is a writer that cannot write.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestTimes(t *testing.T) {
	var some []time.Duration
	for i := range 200 {
		some = append(some, time.Duration(i+1)*time.Millisecond)
	}
	for _, tt := range []struct {
		times []time.Duration
		p     float64
		want  time.Duration
	}{
		{nil, 99, 0}, {some[:1], 1, time.Millisecond}, {some[:1], 100, time.Millisecond},
		{some, 50, 100 * time.Millisecond}, {some, 99, 198 * time.Millisecond}, {some, 100, 200 * time.Millisecond},
	} {
		if got := percentile(tt.times, tt.p); got != tt.want {
			t.Errorf("p%.0f of %d: %v, want %v", tt.p, len(tt.times), got, tt.want)
		}
	}
	took := []Outcome{{Took: 3 * time.Millisecond}, {Took: time.Millisecond}, {Took: 1500 * time.Microsecond}}
	before := slices.Clone(took)
	var b strings.Builder
	want := "time for an answer, ms: p50 1.50, p99 3.00, longest 3.00; 3 questions\n"
	if err := WriteTimes(&b, took); err != nil || b.String() != want {
		t.Errorf("%v: %swant %s", err, &b, want)
	}
	if took[0].Took != before[0].Took {
		t.Error("the outcomes were put in another order")
	}
}
