package compose

import (
	"strings"

	"pincite/internal/answer"
	"pincite/internal/gaps"
	"pincite/internal/reply"
	"pincite/internal/reply/words"
)

// maxGaps is how many gaps one reply tells: what fits a screen.
const maxGaps = 6

// Gaps tells an operator what was asked and not found.
func (v Voice) Gaps(found gaps.Report, k Kept) reply.Reply {
	r := v.New(answer.KindHelp)
	people := number(gaps.DefaultPeople)
	line := words.Fill(v.GapsAsked, "days", number(days(k.Questions)), "n", number(found.Asked))
	if found.Answered > 0 {
		line += " " + words.Fill(v.GapsKnown, "n", number(found.Answered))
	}
	if found.Hidden > 0 {
		line += " " + words.Fill(v.GapsHidden, "people", people, "n", number(found.Hidden))
	}
	r.Say(line)
	if len(found.Gaps) == 0 && found.Asked > 0 {
		r.Say(words.Fill(v.GapsNone, "people", people))
	}
	for _, g := range found.Gaps[:min(len(found.Gaps), maxGaps)] {
		v.gap(&r, g)
	}
	return r
}

func (v Voice) gap(r *reply.Reply, g gaps.Gap) {
	if len(g.Words) > 0 {
		r.Add(reply.Heading, reply.Run{Text: strings.Join(g.Words, v.Comma), Strong: true})
	}
	r.Add(reply.Item, reply.Run{Text: words.Fill(v.GapsTimes, "n", number(g.Times), "people", number(g.People), "last", number(g.Last), "before", number(g.Before))})
	if g.Label != "" {
		r.Add(reply.Item, reply.Run{Text: words.Fill(v.GapsNearest, "section", g.Label)})
	}
	for _, e := range g.Examples {
		r.Add(reply.Item, reply.Run{Text: v.Open + e + v.Close})
	}
}
