package levels

import (
	"slices"
	"strconv"

	"pincite/internal/outline/heading"
)

// settleGiven mends the levels that a format gives where the words and numbers of the
// headings know better: levels read from the size of letters waver, and many a page has
// its chapters and its articles on one level.
func settleGiven(cands []*Candidate) {
	var given []*Candidate
	for _, c := range cands {
		if c.Mark.Given() && c.Mark.Kind != "" {
			given = append(given, c)
		}
	}
	joinRuns(given)
	joinUntold(cands)
	splitKinds(given, cands)
}

// joinUntold puts a section that the format does not tell to be one, and whose number goes
// on with those that it does tell, on their level, where most of its kind do.
func joinUntold(cands []*Candidate) {
	type kind struct {
		last        *heading.Mark
		level       int
		untold      []*Candidate
		goOn, stray int
	}
	kinds := map[string]*kind{}
	for _, c := range cands {
		m := &c.Mark
		k := kinds[m.Kind]
		switch {
		case m.Kind == "":
			continue
		case k == nil:
			k = &kind{}
			kinds[m.Kind] = k
		}
		if m.Given() {
			k.level = m.Rank
		} else {
			if k.untold = append(k.untold, c); k.last != nil && m.Follows(k.last) {
				k.goOn++
			} else {
				k.stray++
			}
		}
		k.last = m
	}
	for _, k := range kinds {
		if k.level > 0 && k.goOn > k.stray {
			for _, c := range k.untold {
				c.Mark.Rank = k.level
			}
		}
	}
}

// A run is headings of one kind whose numbers follow each other.
type run struct {
	cands []*Candidate
}

func (r *run) last() *heading.Mark { return &r.cands[len(r.cands)-1].Mark }

// level is the one that most headings of the run have; of equals, the higher.
func (r *run) level() int {
	count, best := map[int]int{}, 0
	for _, c := range r.cands {
		count[c.Mark.Rank]++
	}
	for level, n := range count {
		if n > count[best] || n == count[best] && level < best {
			best = level
		}
	}
	return best
}

// joinRuns puts Article 2 on the level of Article 1, if no other Article 1 has its level.
func joinRuns(given []*Candidate) {
	open := map[string][]*run{}
	for _, c := range given {
		m := &c.Mark
		next := goingOn(open[m.Kind], m)
		if next == nil {
			next = &run{}
			open[m.Kind] = append(open[m.Kind], next)
		}
		next.cands = append(next.cands, c)
	}
	for _, runs := range open {
		for _, r := range runs {
			level := r.level()
			for _, c := range r.cands {
				c.Mark.Rank, c.Mark.Style = level, heading.GivenStyle(level)
			}
		}
	}
}

// maxRuns bounds the runs of one kind that a number is looked for in.
const maxRuns = 8

// goingOn returns the run that m's number goes on with, nil if there is none. One on
// m's own level is likelier than others, and the latest than earlier ones.
func goingOn(runs []*run, m *heading.Mark) *run {
	var found *run
	for _, r := range slices.Backward(runs[max(0, len(runs)-maxRuns):]) {
		last := r.last()
		if !m.Follows(last) {
			continue
		}
		if last.Rank == m.Rank {
			return r
		}
		if found == nil {
			found = r
		}
	}
	return found
}

// splitKinds ranks the kinds that share a level of the format: where chapters and
// articles do, the articles go below the chapters. A heading without a word of its own
// stands beside the lowest of them.
func splitKinds(given, cands []*Candidate) {
	kinds := map[int]map[string]int{} // level -> kind -> how often
	for _, c := range given {
		if kinds[c.Mark.Rank] == nil {
			kinds[c.Mark.Rank] = map[string]int{}
		}
		kinds[c.Mark.Rank][c.Mark.Kind]++
	}
	order := map[int][]string{}
	for level, count := range kinds {
		order[level] = ranked(count)
	}
	for _, c := range cands {
		names := order[c.Mark.Rank]
		if !c.Mark.Given() || len(names) < 2 {
			continue
		}
		at := slices.Index(names, c.Mark.Kind)
		switch {
		case c.Mark.Kind == "":
			at = len(names) - 1
		case at <= 0: // the highest, and what stands behind the body of the text
			continue
		}
		c.Mark.Sub = float64(at) / float64(len(names))
		c.Mark.Style = heading.GivenStyle(c.Mark.Rank) + "." + strconv.Itoa(at)
	}
}

// ranked returns the kinds that may stand above each other, from the top down: those
// of words, of equals the rarer first. Annexes are beside all of them.
func ranked(count map[string]int) []string {
	const enough = 2
	var out []string
	for kind, n := range count {
		if heading.Rank(kind) > heading.RankAnnex && n >= enough {
			out = append(out, kind)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		if heading.Rank(a) != heading.Rank(b) {
			return heading.Rank(a) - heading.Rank(b)
		}
		if count[a] != count[b] {
			return count[a] - count[b]
		}
		if a < b {
			return -1
		}
		return 1
	})
	return out
}
