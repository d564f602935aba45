package eval

import (
	"fmt"
	"slices"
	"strings"
)

// An Aim is one figure that the project set itself, with how near it is.
type Aim struct {
	Name   string
	Want   float64 // 0 to 1
	AtMost bool    // Want is a ceiling rather than a floor
	N, Got int     // questions that it is about; those that count for it
}

// aims are those of "Answers as good as a careful reader's"; set in advance,
// for questions that nobody had tuned on.
var aims = []struct {
	Aim
	about func(Outcome) bool
	hit   func(Outcome) bool
}{
	{Aim{Name: "English: right section first", Want: 0.92}, asked("en"), Outcome.rightFirst},
	{Aim{Name: "English: right section in the first three", Want: 0.98}, asked("en"), Outcome.rightInThree},
	{Aim{Name: "English: quote right", Want: 0.85}, both(asked("en"), Outcome.hasQuotes), Outcome.quotedRight},
	{Aim{Name: "typos: right section first", Want: 0.90}, ofType(typeTypo), Outcome.rightFirst},
	{Aim{Name: "unanswerable, answered with confidence", Want: 0.15, AtMost: true}, Outcome.unanswerable, Outcome.confident},
	{Aim{Name: "answerable, refused", Want: 0.03, AtMost: true}, Outcome.answerable, Outcome.refused},
	{Aim{Name: "follow-ups: right section first", Want: 0.90}, ofType(typeFollowup), Outcome.rightFirst},
	{Aim{Name: "Chinese: right section first", Want: 0.85}, asked("zh"), Outcome.rightFirst},
	{Aim{Name: "Russian and Spanish: right section first", Want: 0.75}, asked("ru", "es"), Outcome.rightFirst},
	{Aim{Name: "lookups in any language", Want: 1}, ofType(typeLookup), Outcome.rightFirst},
	{Aim{Name: "hostile input: a sane reply", Want: 1}, Outcome.hostile, Outcome.sane},
}

// asked selects answerable questions in a language that the text has to be
// searched for: not lookups, follow-ups and hostile input, which have aims of
// their own.
func asked(languages ...string) func(Outcome) bool {
	return func(o Outcome) bool {
		own := o.Type == typeLookup || o.Type == typeFollowup || o.Type == typeHostile
		return o.Answerable && !own && slices.Contains(languages, o.Language)
	}
}

// ofType selects answerable questions of a type.
func ofType(t string) func(Outcome) bool {
	return func(o Outcome) bool { return o.Answerable && o.Type == t }
}

func both(f, g func(Outcome) bool) func(Outcome) bool {
	return func(o Outcome) bool { return f(o) && g(o) }
}

func (o Outcome) rightFirst() bool   { return o.Hit1 }
func (o Outcome) rightInThree() bool { return o.Hit3 }
func (o Outcome) hasQuotes() bool    { return len(o.Quotes) > 0 }
func (o Outcome) quotedRight() bool  { return o.Quoted }
func (o Outcome) refused() bool      { return o.Refused }
func (o Outcome) confident() bool    { return o.Confides }
func (o Outcome) hostile() bool      { return o.Type == typeHostile }
func (o Outcome) answerable() bool   { return o.Answerable && !o.hostile() }
func (o Outcome) unanswerable() bool { return !o.Answerable && !o.hostile() }
func (o Outcome) sane() bool         { return o.Hit1 || !o.Answerable && !o.Confides }

// aimsOf counts outcomes for every aim; an aim that none is about is left out.
func aimsOf(outcomes []Outcome) []Aim {
	var out []Aim
	for _, a := range aims {
		for _, o := range outcomes {
			if a.about(o) {
				a.N++
				a.Got += count(a.hit(o))
			}
		}
		if a.N > 0 {
			out = append(out, a.Aim)
		}
	}
	return out
}

// Reached reports whether the aim is met.
func (a Aim) Reached() bool {
	share := float64(a.Got) / float64(a.N)
	if a.AtMost {
		return share <= a.Want
	}
	return share >= a.Want
}

func (a Aim) write(b *strings.Builder) {
	sign, short := "≥", ""
	if a.AtMost {
		sign = "≤"
	}
	if !a.Reached() {
		short = "  missed"
	}
	fmt.Fprintf(b, "%-42s %5d  %s  %s %.2f%s\n", a.Name, a.N, rate(float64(a.Got), a.N), sign, a.Want, short)
}
